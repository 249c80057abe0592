"""What git is answered when it asks for a merge: our file, or its own line by line.

Git reads an exit code up to 128 as conflicts in a file that is merged otherwise; so whatever goes
wrong here exits with 129, and git leaves the file as it was and says that the driver failed.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from planversion.cli.inputs import bytes_of
from planversion.cli.language import of_errors
from planversion.errors import PlanversionError, Problem, UsageError
from planversion.messages import say
from planversion.rendering.safety import on_one_line

_CLEAN, _CONFLICTS, _CRASHED = 0, 1, 129
_SIZE = "7"


class Request(NamedTuple):
    """What git asks: three files, of which ours takes the result, and how it calls them."""

    base: Path
    ours: Path
    theirs: Path
    size: int
    path: str
    names: tuple[str, str, str]


def driven(arguments: Sequence[str]) -> int:
    """Merges for git; returns the exit code."""
    try:
        return _merged(requested(arguments))
    except BaseException as error:  # noqa: BLE001 - git would take any other exit for an answer
        if os.environ.get("PLANVERSION_TRACEBACK"):
            traceback.print_exc()
        lines = error.lines(of_errors()) if isinstance(error, PlanversionError) else [repr(error)]
        for line in lines:
            click.echo(on_one_line(f"planversion: {line}"), err=True)
        return _CRASHED


def requested(arguments: Sequence[str]) -> Request:
    """What the arguments ask for; raises UsageError where git gives none like these."""
    if len(arguments) < 3:  # noqa: PLR2004 - base, ours, theirs
        raise UsageError([Problem("usage", say("this is git's to call, with %O %A %B"))])
    given = [*arguments, *[""] * 5]
    # A git that doesn't know a placeholder leaves it as it is.
    size, path, base, ours, theirs = ("" if one.startswith("%") else one for one in given[3:8])
    names = (base or "base", ours or "ours", theirs or "theirs")
    was, one, other = map(Path, arguments[:3])
    return Request(was, one, other, int(size or _SIZE), path or str(one), names)


def _merged(asked: Request) -> int:
    texts = [bytes_of(file) for file in (asked.base, asked.ours, asked.theirs)]
    try:
        return _of_plan(asked, texts)
    except PlanversionError as error:
        for line in error.lines(of_errors()):
            click.echo(on_one_line(f"{asked.path}: {line}"), err=True)
    said = say("{path}: merged line by line, as git does it", path=asked.path)
    click.echo(on_one_line(said.to(of_errors())), err=True)
    return _by_lines(asked, texts)


def _of_plan(asked: Request, texts: Sequence[bytes]) -> int:
    from planversion.cli.language import of_output
    from planversion.merging import merge
    from planversion.patching import encoded, replace_file
    from planversion.rendering.merged import told, with_markers
    from planversion.yamltext import read_edition

    sources = (read_edition(text, name) for text, name in zip(texts, asked.names, strict=True))
    base, ours, theirs = sources
    found = merge(base, ours, theirs)
    language = of_output(None, None, ours.edition.plan.language)
    text = with_markers(found, language, names=asked.names, size=asked.size)
    replace_file(asked.ours, encoded(text, texts[1]))
    for conflict in found.conflicts:
        click.echo(on_one_line(f"{asked.path}: {told(conflict, language)}"), err=True)
    return _CONFLICTS if found.conflicts else _CLEAN


def _by_lines(asked: Request, texts: Sequence[bytes]) -> int:
    from planversion.patching import replace_file
    from planversion.repo import Texts, merged_by_lines

    found = merged_by_lines(Texts(*texts), asked.names, size=asked.size)
    replace_file(asked.ours, found.content)
    return _CONFLICTS if found.conflicts else _CLEAN
