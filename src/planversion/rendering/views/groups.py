"""What a citizen asks for, in this order, and which changes answer it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from planversion.changes import (
    LineageChange,
    Moved,
    PrimaryChanged,
    Reassigned,
    Relisted,
    Renamed,
    Renumbered,
    Reordered,
    Revised,
    Reworded,
    SubjectChange,
    Unlisted,
)
from planversion.comparing import Comparison
from planversion.messages import Message, say
from planversion.rendering.summary import news

OutlineChange = SubjectChange | LineageChange
Question = Callable[[OutlineChange], bool]
Named = tuple[Message, Question]


def _of_kinds(*kinds: str) -> Question:
    return lambda change: isinstance(change, LineageChange) and change.kind in kinds


def _renamed(nature: str) -> Question:
    return lambda change: isinstance(change, Renamed) and change.nature == nature


def _unexplained(change: OutlineChange) -> bool:
    return isinstance(change, Reassigned) and change.basis != "succession"


def minor(change: OutlineChange) -> bool:
    """Whether it means nothing to most readers: a respelling, or another order."""
    return isinstance(change, Reordered) or _renamed("editorial")(change)


GROUPS: tuple[Named, ...] = (
    (say("New"), _of_kinds("added")),
    (say("Ended"), _of_kinds("removed")),
    (say("Split"), _of_kinds("split", "split_off")),
    (say("Merged"), _of_kinds("merged", "absorbed")),
    (say("Replaced or reorganised"), _of_kinds("replaced", "transferred", "reorganised")),
    (say("Moved"), lambda c: isinstance(c, Moved | PrimaryChanged)),
    (say("Renumbered"), lambda c: isinstance(c, Renumbered)),
    (say("Renamed"), _renamed("substantive")),
    (say("Department changed"), _unexplained),
    (say("Content changed"), lambda c: isinstance(c, Revised)),
    (say("Listed also, or no longer"), lambda c: isinstance(c, Relisted | Unlisted | Reworded)),
)
"""Each change is told in the first group it belongs to."""


def outline_changes(comparison: Comparison) -> Iterator[OutlineChange]:
    """The changes of the outline that are news, in reading order."""
    for change in comparison.diff.changes:
        if isinstance(change, OutlineChange) and news(change):
            yield change


def grouped(
    changes: Iterable[OutlineChange], groups: Iterable[Named] = GROUPS
) -> Iterator[tuple[Message, tuple[OutlineChange, ...]]]:
    """The changes by group, groups in their order, those without any left out."""
    left = tuple(changes)
    for name, belongs in groups:
        found = tuple(change for change in left if belongs(change))
        left = tuple(change for change in left if not belongs(change))
        if found:
            yield name, found
