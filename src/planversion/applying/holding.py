"""What a diff says of one of its two editions, held against the edition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from planversion.applying.refusing import refused
from planversion.changes import (
    Diff,
    EntryAdded,
    EntryRemoved,
    EntryReordered,
    LineageChange,
    Spot,
    SubjectChange,
)
from planversion.comparing.comparison import reference
from planversion.comparing.entries import PARTS, keyed
from planversion.comparing.spots import row_spot, section_spot
from planversion.messages import say
from planversion.model import Edition
from planversion.model.places import Outline

Side = Literal["old", "new"]


def hold(edition: Edition, diff: Diff, side: Side) -> None:
    """Raises InapplicableError where the edition isn't what the diff says of that side.

    That is its label and totals, and of everything that changed where it stands, under which code
    and name. Of what didn't change, a diff says nothing.
    """
    if reference(edition) != getattr(diff, side):
        raise refused(say("the edition doesn't list what the diff says it does"))
    outline = edition.outline
    for subject, spot in _spots(diff, side):
        if not _stands(outline, subject, spot):
            raise refused(say("{id} is not where the diff has it", id=subject))
    _hold_entries(edition, diff, side)


def _spots(diff: Diff, side: Side) -> Iterator[tuple[str, Spot]]:
    """Whatever the diff says stands somewhere on that side, and where."""
    for change in diff.changes:
        if isinstance(change, LineageChange):
            for member in getattr(change, side):
                yield from ((member.id, spot) for spot in member.spots)
        elif isinstance(change, SubjectChange) and (spot := getattr(change, side, None)):
            yield change.subject, spot


def _stands(outline: Outline, subject: str, spot: Spot) -> bool:
    if subject.startswith("s-"):
        place = outline.places.get(subject)
        return place is not None and section_spot(place) == spot
    rows = outline.placements(subject)
    return any(row_spot(outline, row) == spot for row in rows if row.place.id == spot.section)


def _hold_entries(edition: Edition, diff: Diff, side: Side) -> None:
    """The lists beside the outline have the entries of the changes where the diff says."""
    keys = {part: list(keyed(part, getattr(edition, part))) for part in PARTS}
    for change in diff.changes:
        if isinstance(change, EntryAdded | EntryRemoved | EntryReordered):
            at = _position(change, side)
            if at is not None and keys[change.part][at : at + 1] != [change.key]:
                raise refused(say("{id} is not where the diff has it", id=change.key))


def _position(change: EntryAdded | EntryRemoved | EntryReordered, side: Side) -> int | None:
    """Where the entry is on that side; None where it isn't there."""
    if isinstance(change, EntryReordered):
        return change.old if side == "old" else change.new
    return change.index if isinstance(change, EntryRemoved) == (side == "old") else None
