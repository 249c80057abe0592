"""The commands by their names, each imported only once it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from keyword import iskeyword

import click

_PLACES = {
    "at": "tracing",
    "audit": "auditing",
    "baseline": "judging",
    "blame": "tracing",
    "changelog": "changelogs",
    "check": "judging",
    "diff": "comparing",
    "explain": "judging",
    "feed": "changelogs",
    "export": "exporting",
    "fmt": "files",
    "git": "drivers",
    "git-merge-driver": "merges",
    "history": "tracing",
    "ids": "files",
    "import": "beginnings",
    "link": "identifying",
    "log": "tracing",
    "map": "mapping",
    "merge": "merges",
    "plot": "plotting",
    "release": "releases",
    "resolve": "merges",
    "rules": "judging",
    "schema": "reading",
    "serve": "publishing",
    "show": "reading",
    "site": "publishing",
    "table": "tables",
    "textconv": "drivers",
    "validate": "reading",
    "waive": "judging",
}
"""Which module of the command line has which command."""


def bring(group: click.Group, arguments: Sequence[str] = ()) -> None:
    """Gives the group the command that the arguments begin with; all of them otherwise."""
    for name in _asked(arguments):
        module = import_module(f"planversion.cli.{_PLACES[name]}")
        group.add_command(getattr(module, _attribute(name)), name)


def _attribute(name: str) -> str:
    """What the module calls it: `import` is a word of Python's own."""
    return f"{name}_" if iskeyword(name) else name.replace("-", "_")


def _asked(arguments: Sequence[str]) -> Iterable[str]:
    match arguments:
        case ["--version", *_]:
            return ()
        case [name, *_] if name in _PLACES:
            return (name,)
    return _PLACES
