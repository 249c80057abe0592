"""Runs of rows that both editions have alike, folded as 「略」."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from planversion.rendering.table import TableLine


class Run(NamedTuple):
    """Lines that are told as one row."""

    lines: tuple[TableLine, ...]
    section: str | None
    """The measure; None where it is a run over whole measures."""
    folded: bool = False


def runs(lines: Iterable[TableLine], *, folding: bool) -> tuple[Run, ...]:
    """A run a line; when folding, one for neighbours alike in one measure, or in whole measures."""
    if not folding:
        return tuple(Run((line,), line.section) for line in lines)
    given = tuple(lines)
    touched = {line.section for line in given if not _alike(line)}
    return tuple(
        run
        for whole, some in groupby(given, lambda line: line.section not in touched)
        for run in (_whole(tuple(some)) if whole else _within(some))
    )


def _whole(lines: tuple[TableLine, ...]) -> tuple[Run, ...]:
    return (Run(lines, None, folded=True),)


def _within(lines: Iterable[TableLine]) -> Iterable[Run]:
    """The runs of measures that differ somewhere."""
    for (section, alike), some in groupby(lines, lambda line: (line.section, _same_row(line))):
        if alike:
            yield Run(tuple(some), section, folded=True)
        else:
            yield from (Run((line,), section) for line in some)


def _alike(line: TableLine) -> bool:
    """Whether nothing of the row and of its measure reads otherwise in the two editions."""
    old, new = line.old, line.new
    if old is None or new is None or line.section_kinds:
        return False
    return (old.code, old.title) == (new.code, new.title) and _same_row(line)


def _same_row(line: TableLine) -> bool:
    """Whether both editions have the row alike, and nothing is told of it."""
    old, new = line.old, line.new
    if old is None or new is None or old.marked != new.marked:
        return False
    return not (line.notes or line.kinds or line.name or line.departments)
