"""A diff turned around: what leads back from the new edition to the old one."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar, assert_never

from planversion.changes import (
    Annotated,
    Change,
    DepartmentSucceeded,
    Diff,
    EditionRevised,
    EntryAdded,
    EntryRemoved,
    EntryReordered,
    EntryRevised,
    FieldChange,
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
    Unlisted,
)
from planversion.matching import Declaration
from planversion.matching.families import kind

TwoSided = TypeVar(
    "TwoSided",
    bound=DepartmentSucceeded
    | EntryReordered
    | LineageChange
    | Moved
    | PrimaryChanged
    | Reassigned
    | Renamed
    | Renumbered
    | Reordered
    | Revised
    | Annotated
    | Reworded,
)


def invert(diff: Diff) -> Diff:
    """The diff from the new edition to the old one; inverted again, it is the diff itself."""
    changes = tuple(_inverted(change) for change in reversed(diff.changes))
    gaps = tuple((new, old) for old, new in reversed(diff.gaps))
    return Diff(diff.new, diff.old, changes, gaps, diff.version)


def _inverted(change: Change) -> Change:  # noqa: C901, PLR0912 - a case a kind
    match change:
        case Moved() | Reordered() | EntryReordered():
            return _swapped(change)
        case DepartmentSucceeded(links=links):
            turned_links = tuple(sorted((new, old) for old, new in links))
            return replace(_swapped(change), links=turned_links)
        case Renamed(stage=stage):
            turned = (stage[1], stage[0]) if stage else None
            return replace(_swapped(change), was=change.now, now=change.was, stage=turned)
        case Renumbered():
            return replace(_swapped(change), was=change.now, now=change.was)
        case Reassigned():
            return replace(_swapped(change), was=change.now, now=change.was)
        case PrimaryChanged():
            return replace(_swapped(change), was=change.now, now=change.was)
        case Revised() | Annotated() | Reworded():
            return replace(_swapped(change), fields=_fields(change.fields))
        case EntryRevised() | EditionRevised():
            return replace(change, fields=_fields(change.fields))
        case Relisted():
            return Unlisted(subject=change.subject, old=change.new, listing=change.listing)
        case Unlisted():
            return Relisted(subject=change.subject, new=change.old, listing=change.listing)
        case EntryAdded(part=part, key=key, index=index, entry=entry):
            return EntryRemoved(part=part, key=key, index=index, entry=entry)
        case EntryRemoved(part=part, key=key, index=index, entry=entry):
            return EntryAdded(part=part, key=key, index=index, entry=entry)
        case LineageChange():
            return _lineage(change)
        case _:
            assert_never(change)


def _swapped(change: TwoSided) -> TwoSided:
    # Both sides of a kind have one type, which a union of kinds can't say.
    return replace(change, old=change.new, new=change.old)  # type: ignore[arg-type]


def _fields(fields: tuple[FieldChange, ...]) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(change.field, change.now, change.was) for change in fields)


def _lineage(change: LineageChange) -> LineageChange:
    ended = sum(not member.lives for member in change.old)
    new = sum(not member.lives for member in change.new)
    return replace(
        _swapped(change),
        kind=kind(new, ended, len(change.old) - ended),
        declarations=tuple(map(_declaration, change.declarations)),
    )


def _declaration(declared: Declaration) -> Declaration:
    return replace(declared, old=declared.new, new=declared.old)
