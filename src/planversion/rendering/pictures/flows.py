"""What became of every placement, section by section: the value that a flow is drawn from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from planversion.changes import EditionReference, LineageChange, Member
from planversion.comparing import Comparison, Row
from planversion.comparing.comparison import reference
from planversion.model import Edition
from planversion.model.places import Outline, Place, Placement
from planversion.rendering.pictures.kinds import FAMILIES, ORDER, Kind

MOST = 60
"""So many sections of a level can be drawn one above the other; of more, those above are."""


class Node(NamedTuple):
    """A section of one edition, with how many placements stand in it and below it."""

    id: str
    code: str
    title: str
    placements: int


class Column(NamedTuple):
    """An edition: its sections of the level that is drawn, in reading order."""

    edition: EditionReference
    nodes: tuple[Node, ...]


class Ribbon(NamedTuple):
    """Placements that went the same way; several can become one, so each end has its number."""

    old: str | None
    """The section they stood in; None for what is new."""
    new: str | None
    """The section they stand in now; None for what ended."""
    kind: Kind
    was: int
    now: int


class Flow(NamedTuple):
    """Editions in their order, and what flowed from each to the next."""

    title: str
    """The plan's."""
    level: str
    """What the sections are called that are drawn; empty where the level has no name."""
    depth: int
    """The level that is drawn, from 0."""
    asked: int
    """The level that was asked for: deeper where it has too many sections to be drawn."""
    columns: tuple[Column, ...]
    steps: tuple[tuple[Ribbon, ...], ...]
    """The ribbons between each two neighbours, in reading order."""


def flow(*comparisons: Comparison, depth: int = 0) -> Flow:
    """Every placement of each edition in exactly one ribbon a step, by sections of one level.

    Of several comparisons each begins with the edition that the one before ends with. A level is
    counted from 0; one with too many sections to be drawn is left for the one above it.
    """
    editions = (comparisons[0].old, *(one.new for one in comparisons))
    chosen = next(one for one in range(depth, -1, -1) if one == 0 or _drawable(editions, one))
    levels = editions[-1].levels
    return Flow(
        title=editions[-1].plan.title,
        level=levels[chosen].name if chosen < len(levels) else "",
        depth=chosen,
        asked=depth,
        columns=tuple(Column(reference(one), _nodes(one.outline, chosen)) for one in editions),
        steps=tuple(_Step(one, chosen).ribbons() for one in comparisons),
    )


def _drawable(editions: Iterable[Edition], depth: int) -> bool:
    return all(len(_nodes(one.outline, depth)) <= MOST for one in editions)


def _nodes(side: Outline, depth: int) -> tuple[Node, ...]:
    counts: Counter[str] = Counter()
    for place in side.places.values():
        counts[_at(place, depth).id] += len(side.rows[place.id])
    places = (side.places[key] for key, count in counts.items() if count)
    return tuple(
        Node(one.id, one.code, one.section.title, counts[one.id])
        for one in sorted(places, key=lambda place: place.order)
    )


def _at(place: Place, depth: int) -> Place:
    """The section of that level that a place belongs to; itself where it stands higher."""
    while place.depth > depth and place.above:
        place = place.above
    return place


Way = tuple[str | None, str | None, Kind]
"""From which section to which, and how."""


class _Step:
    """One comparison, its placements sent from section to section."""

    def __init__(self, comparison: Comparison, depth: int) -> None:
        self._matching = comparison.matching
        self._rows = comparison.rows
        self._depth = depth
        self._heirs = {
            (old, new)
            for family in comparison.matching.sections
            for old in (*family.ended, *family.living)
            for new in (*family.new, *family.living)
        }

    def ribbons(self) -> tuple[Ribbon, ...]:
        """The ribbons, in the reading order of the old edition, then of the new one."""
        was = Counter(way for row in self._rows for way in self._leaving(row))
        now = Counter(way for row in self._rows for way in self._arriving(row))
        ways = sorted({*was, *now}, key=self._reading)
        return tuple(Ribbon(*way, was[way], now[way]) for way in ways)

    def _leaving(self, row: Row) -> Iterator[Way]:
        """Which way each old placement of a row goes."""
        ends = self._sections(row.new or self._kin(row, "new"))
        for placement in row.old:
            start = self._section(placement)
            end = self._nearest(start, ends, onward=True)
            yield self._way(row, start, end, record=placement.primary)

    def _arriving(self, row: Row) -> Iterator[Way]:
        """Which way each new placement of a row came."""
        starts = self._sections(row.old or self._kin(row, "old"))
        for placement in row.new:
            end = self._section(placement)
            start = self._nearest(end, starts, onward=False)
            yield self._way(row, start, end, record=placement.primary)

    def _kin(self, row: Row, side: str) -> list[Placement]:
        """The placements of whoever of the family lives on: they stand in rows of their own."""
        if row.how != "lineage":
            return []
        [change] = row.changes
        assert isinstance(change, LineageChange)
        outline = self._matching.old if side == "old" else self._matching.new
        members: tuple[Member, ...] = change.old if side == "old" else change.new
        return [one for member in members for one in outline.placements(member.id)]

    def _sections(self, placements: Iterable[Placement]) -> list[str]:
        return [self._section(placement) for placement in placements]

    def _section(self, placement: Placement) -> str:
        return _at(placement.place, self._depth).id

    def _nearest(self, own: str, others: list[str], *, onward: bool) -> str | None:
        """The same section among the others, else the one where most of them stand."""
        for other in others:
            if self._same(own, other) if onward else self._same(other, own):
                return other
        return next((other for other, _ in Counter(others).most_common(1)), None)

    def _same(self, old: str, new: str) -> bool:
        return old == new or (old, new) in self._heirs

    def _way(self, row: Row, old: str | None, new: str | None, *, record: bool) -> Way:
        """Which way a placement goes; a relisting of what is new or ended is no project more."""
        if new is None:
            lives = row.how == "ended" and row.old[0].project in self._matching.new.projects
            return old, new, "unlisted" if lives or not record else "ended"
        if old is None:
            lived = row.how == "new" and row.new[0].project in self._matching.old.projects
            return old, new, "relisted" if lived or not record else "new"
        if row.how == "lineage":
            return old, new, FAMILIES[row.changes[0].kind]
        stays = row.how == "kept" and self._same(old, new)
        return old, new, "kept" if stays else "moved"

    def _reading(self, way: Way) -> tuple[float, float, int]:
        old, new, kind = way
        last = float("inf")
        return (
            self._matching.old.places[old].order if old else last,
            self._matching.new.places[new].order if new else last,
            ORDER.index(kind),
        )


def totals(ribbons: Sequence[Ribbon]) -> dict[Kind, tuple[int, int]]:
    """How many placements went each way, before and after, in the order of the kinds."""
    met = {kind: [one for one in ribbons if one.kind == kind] for kind in ORDER}
    return {
        kind: (sum(one.was for one in some), sum(one.now for one in some))
        for kind, some in met.items()
        if some
    }


def neighbours(of: Flow) -> Iterator[tuple[Column, Column, tuple[Ribbon, ...]]]:
    """Each two editions that follow one another, with the ribbons between them."""
    for (old, new), ribbons in zip(pairwise(of.columns), of.steps, strict=True):
        yield old, new, ribbons
