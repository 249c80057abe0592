"""The old/new table (新旧対照表): both editions side by side, row by row, with notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from planversion.changes import EditionReference
from planversion.comparing import Comparison, Row
from planversion.comparing.departments import printed
from planversion.comparing.order import Reading, ReadingOrder
from planversion.comparing.spots import printed_name, row_spot
from planversion.messages import Message
from planversion.places import Outline, Place, Placement
from planversion.rendering.notes import Notes
from planversion.rendering.page import Line
from planversion.rendering.whereabouts import title


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a line: where it stands, what it is called, who carries it."""

    section: Line
    """The measure: place code and title."""
    name: str
    departments: tuple[str, ...]
    relisted: bool


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
    old: EditionReference
    new: EditionReference
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A line and where it is laid: its position in reading order, and the section it is under."""

    at: Reading
    place: Place
    line: TableLine


def table(comparison: Comparison) -> Table:
    """The table in reading order; what moved or ended stands where it stood, too."""
    builder = _Builder(comparison)
    laid = sorted(builder.laid(), key=lambda one: one.at)
    parts = tuple(
        Part(headings, tuple(one.line for one in lines))
        for headings, lines in groupby(laid, lambda one: builder.headings(one.place))
    )
    diff = comparison.diff
    return Table(comparison.new.plan.title, diff.old, diff.new, parts)


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
        left = _cell(self._old, old) if old else None
        right = _cell(self._new, new) if new else None
        if new is not None:
            spot, notes = row_spot(self._new, new), tuple(self._notes.on_new(row))
            at = self._order.of_row(spot, ended=False)
            return _Laid(at, new.place, TableLine(left, right, notes))
        assert old is not None
        at = self._order.of_row(row_spot(self._old, old), ended=True)
        return _Laid(at, old.place, TableLine(left, right, tuple(self._notes.on_old(row))))

    def headings(self, place: Place) -> tuple[Line, ...]:
        """The sections above a place, the new edition's where they live on."""
        above = self._living(place).above
        lines: list[Line] = []
        while above is not None:
            above = self._living(above)
            side = self._new if above.id in self._new.places else self._old
            lines.insert(0, title(side, above))
            above = above.above
        return tuple(lines)

    def _living(self, place: Place) -> Place:
        return self._new.places.get(place.id, place)


def _cell(side: Outline, row: Placement) -> Cell:
    name, departments = printed_name(side, row), printed(side, row)
    return Cell(title(side, row.place), name, departments, not row.primary)
