"""The correspondence: every placement of either edition in exactly one row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from planversion.changes import Diff, LineageChange, Member, SubjectChange, Unlisted
from planversion.comparing.order import Reading, ReadingOrder
from planversion.comparing.spots import row_spot
from planversion.matching import Matching
from planversion.model.places import Outline, Placement

How = Literal["kept", "moved", "ended", "new", "lineage"]
Where = tuple[str, str | None]
"""A row of an edition: the project and the section."""


@dataclass(frozen=True, slots=True)
class Row:
    """Placements of the old edition and what became of them in the new one."""

    how: How
    """Kept in its section or moved, ended or new there, or tied by lineage to other projects."""
    old: tuple[Placement, ...]
    new: tuple[Placement, ...]
    changes: tuple[SubjectChange | LineageChange, ...] = ()
    """What happened to these placements, and to the projects whose record stands there."""


def correspondence(matching: Matching, diff: Diff) -> tuple[Row, ...]:
    """The rows in reading order: by where they stand now, what ended after its neighbour."""
    happened = _Happened(diff)
    rows = [*_paired(matching, happened), *_families(matching, diff)]
    order = ReadingOrder(matching.old, matching.new)
    return tuple(sorted(rows, key=lambda row: _place(row, matching.old, order)))


class _Happened:
    """The changes of projects that live on, by the row at which they are told."""

    def __init__(self, diff: Diff) -> None:
        self._by_row: dict[tuple[str, Where], list[SubjectChange]] = {}
        for change in diff.changes:
            if isinstance(change, SubjectChange) and change.subject.startswith("p-"):
                side, spot = "old" if isinstance(change, Unlisted) else "new", _spot(change)
                self._by_row.setdefault((side, (change.subject, spot)), []).append(change)

    def at(self, old: Placement | None, new: Placement | None) -> tuple[SubjectChange, ...]:
        """What is told at this row."""
        row = new or old
        assert row is not None
        where = row.project, row.place.id
        return tuple(self._by_row.get(("new" if new else "old", where), ()))


def _spot(change: SubjectChange) -> str | None:
    return change.old.section if isinstance(change, Unlisted) else change.new.section


def _paired(matching: Matching, happened: _Happened) -> Iterator[Row]:
    """The rows of projects that both editions have."""
    for old, new in matching.pairs():
        row = old or new
        assert row is not None
        if row.project in matching.old.projects and row.project in matching.new.projects:
            yield Row(_how(old, new), _one(old), _one(new), happened.at(old, new))


def _one(row: Placement | None) -> tuple[Placement, ...]:
    return () if row is None else (row,)


def _how(old: Placement | None, new: Placement | None) -> How:
    if old is None:
        return "new"
    if new is None:
        return "ended"
    return "kept" if old.place.id == new.place.id else "moved"


def _families(matching: Matching, diff: Diff) -> Iterator[Row]:
    """The rows of projects that ended or are new, together where lineage ties them."""
    lineages = [c for c in diff.changes if isinstance(c, LineageChange) and c.of == "projects"]
    for change in lineages:
        old, new = _alone(matching.old, change.old), _alone(matching.new, change.new)
        yield from _family_rows(change, old, new)


def _alone(side: Outline, members: tuple[Member, ...]) -> list[Placement]:
    """Rows of the members that one edition only has; the others stand in rows of their own."""
    return [row for member in members if not member.lives for row in side.placements(member.id)]


def _family_rows(
    change: LineageChange, old: list[Placement], new: list[Placement]
) -> Iterator[Row]:
    if change.kind == "removed":
        yield from (Row("ended", (row,), (), (change,)) for row in old)
    elif change.kind == "added":
        yield from (Row("new", (), (row,), (change,)) for row in new)
    elif old or new:
        yield Row("lineage", tuple(old), tuple(new), (change,))


def _place(row: Row, old: Outline, order: ReadingOrder) -> Reading:
    if row.new:
        first = row.new[0]
        return Reading(first.place.order, first.position)
    return order.of_row(row_spot(old, row.old[0]), ended=True)
