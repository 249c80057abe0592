"""The old/new table (新旧対照表): both editions side by side, row by row, with notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from planversion.changes import DepartmentSucceeded, EditionReference
from planversion.comparing import Comparison, Row
from planversion.comparing.departments import printed
from planversion.comparing.order import Reading, ReadingOrder
from planversion.comparing.spots import printed_name, row_spot
from planversion.messages import Message
from planversion.model import Relisting
from planversion.model.places import Outline, Place, Placement
from planversion.rendering.notes import Notes
from planversion.rendering.page import Line, joined
from planversion.rendering.whereabouts import title


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a line: where it stands, what it is called, who carries it."""

    code: str
    """The place code of the measure."""
    title: str
    """The title of the measure."""
    counterpart: str
    """Its title in the other edition; the same where it isn't there."""
    name: str
    departments: tuple[str, ...]
    marked: bool
    """Whether the row is printed with the mark of a relisting."""


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line of the table; a side is None where that edition has nothing there."""

    old: Cell | None
    new: Cell | None
    notes: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The lines below one direction, with the headings above it."""

    headings: tuple[Line, ...]
    lines: tuple[TableLine, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The whole table."""

    title: str
    level: str | None
    """What the sections that list rows are called, where all are of one level."""
    old: EditionReference
    new: EditionReference
    parts: tuple[Part, ...]
    reorganisations: tuple[DepartmentSucceeded, ...]
    """What explains most of the other departments."""
    gaps: tuple[tuple[str, str], ...]
    """Neighbours on the way that don't know each other: what was declared there is unknown."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """A line and where it is laid: its position in reading order, and the section it is under."""

    at: Reading
    place: Place
    line: TableLine


def table(comparison: Comparison) -> Table:
    """The table in reading order; what moved or ended stands where it stood, too."""
    builder = _Builder(comparison)
    laid = builder.with_section_notes(sorted(builder.laid(), key=lambda one: one.at))
    parts = tuple(
        Part(headings, tuple(one.line for one in lines))
        for headings, lines in groupby(laid, lambda one: builder.headings(one.place))
    )
    diff = comparison.diff
    successions = tuple(c for c in diff.changes if isinstance(c, DepartmentSucceeded))
    title, level = comparison.new.plan.title, _level(comparison)
    return Table(title, level, diff.old, diff.new, parts, successions, diff.gaps)


def _level(comparison: Comparison) -> str | None:
    side = comparison.matching.new
    depths = {place.depth for place in side.places.values() if place.section.projects}
    named = [level.name for depth, level in enumerate(side.levels) if depth in depths]
    return named[0] if len(depths) == len(named) == 1 else None


class _Builder:
    """Lays the rows of one comparison as lines."""

    def __init__(self, comparison: Comparison) -> None:
        self._rows = comparison.rows
        self._old = comparison.matching.old
        self._new = comparison.matching.new
        self._order = ReadingOrder(self._old, self._new)
        self._notes = Notes(comparison)

    def laid(self) -> Iterator[_Laid]:
        """A line for each kept row; for any other, one on each side where it stood or stands."""
        for row in self._rows:
            if row.how == "kept":
                yield self._line(row, row.old[0], row.new[0])
                continue
            yield from (self._line(row, None, new) for new in row.new)
            yield from (self._line(row, old, None) for old in row.old)

    def _line(self, row: Row, old: Placement | None, new: Placement | None) -> _Laid:
        left = self._cell(self._old, old) if old else None
        right = self._cell(self._new, new) if new else None
        if new is not None:
            spot, notes = row_spot(self._new, new), tuple(self._notes.on_new(row, new))
            at = self._order.of_row(spot, ended=False)
            return _Laid(at, new.place, TableLine(left, right, notes))
        assert old is not None
        at = self._order.of_row(row_spot(self._old, old), ended=True)
        return _Laid(at, old.place, TableLine(left, right, tuple(self._notes.on_old(row))))

    def with_section_notes(self, laid: list[_Laid]) -> Iterator[_Laid]:
        """The lines, the first of each measure with what became of the measure itself."""
        told: set[str] = set()
        for one in laid:
            notes = () if one.place.id in told else tuple(self._notes.on_section(one.place.id))
            told.add(one.place.id)
            yield replace(one, line=replace(one.line, notes=(*notes, *one.line.notes)))

    def headings(self, place: Place) -> tuple[Line, ...]:
        """The sections above a place, the new edition's where they live on; itself at the top."""
        here = self._living(place)
        above: Place | None = here.above or here
        lines: list[Line] = []
        while above is not None:
            above = self._living(above)
            lines.insert(0, self._heading(above.id))
            above = above.above
        return tuple(lines)

    def _heading(self, section: str) -> Line:
        """A section as it reads, as both editions have it where they differ."""
        sides = [side for side in (self._old, self._new) if section in side.places]
        read = dict.fromkeys(title(side, side.places[section]) for side in sides)
        return joined(read, " → ")

    def _cell(self, side: Outline, row: Placement) -> Cell:
        other = self._new if side is self._old else self._old
        there = other.places.get(row.place.id, row.place)
        return Cell(
            code=side.code(row.place),
            title=row.place.section.title,
            counterpart=there.section.title,
            name=printed_name(side, row),
            departments=printed(side, row),
            marked=isinstance(row.entry, Relisting) and row.entry.marked,
        )

    def _living(self, place: Place) -> Place:
        return self._new.places.get(place.id, place)
