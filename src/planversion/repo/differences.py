"""Git's own diff of two files, and what git would show them in."""

from __future__ import annotations

import os
from pathlib import Path

from planversion.repo.calling import Answer, call
from planversion.repo.environment import environment


def difference(old: str, new: str, *, colour: bool) -> Answer:
    """What git says differs between two files, by none but its own means."""
    shown = "--color=always" if colour else "--color=never"
    how = ("diff", "--no-index", "--no-ext-diff", "--no-textconv", "-p", shown)
    return _call(*how, "--", _path(old), _path(new))


def wants_colour() -> bool:
    """Whether git would colour a diff for a person who looks at it."""
    return _call("config", "--get-colorbool", "color.diff", "true").line == "true"


def _call(*arguments: str) -> Answer:
    return call(arguments, Path.cwd(), environment(os.environ))


def _path(name: str) -> str:
    # A file that is called - would be standard input.
    return name if Path(name).is_absolute() else f"./{name}"
