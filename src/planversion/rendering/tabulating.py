"""The old/new table made of a comparison: its rows laid as lines, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from planversion.changes import DepartmentSucceeded
from planversion.comparing import Comparison, Row
from planversion.comparing.departments import printed
from planversion.comparing.order import Reading, ReadingOrder
from planversion.comparing.spots import printed_name, row_spot
from planversion.messages import Message
from planversion.model.places import Outline, Place, Placement
from planversion.pieces import Piece, item_pieces, pieces
from planversion.rendering.notes import Note, Notes
from planversion.rendering.page import joined
from planversion.rendering.table import Cell, Part, Table, TableLine
from planversion.rendering.whereabouts import Heading, title

Headings = tuple[Heading, ...]
Pieces = tuple[Piece, ...]


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
    parts = (
        _part(headings, (one.line for one in lines))
        for headings, lines in groupby(laid, lambda one: builder.headings(one.place))
    )
    diff = comparison.diff
    successions = tuple(c for c in diff.changes if isinstance(c, DepartmentSucceeded))
    title, level = comparison.new.plan.title, _level(comparison)
    statuses = comparison.old.header.status, comparison.new.header.status
    return Table(title, level, diff.old, diff.new, statuses, tuple(parts), successions, diff.gaps)


def _part(headings: Headings, lines: Iterable[TableLine]) -> Part:
    ids, titles = (tuple(column) for column in zip(*headings, strict=True))
    return Part(titles, tuple(lines), ids)


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
        self._headed: dict[str, Headings] = {}
        self._above: dict[tuple[bool, str], Headings] = {}
        """By whether the edition is the old one, and the section."""

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
        at, place, notes = self._told(row, old, new)
        name, departments = self._differences(row)
        words, kinds = _words(notes), _kinds(notes)
        line = TableLine(left, right, words, kinds, (), name, departments)
        return _Laid(at, place, line)

    def _told(
        self, row: Row, old: Placement | None, new: Placement | None
    ) -> tuple[Reading, Place, tuple[Note, ...]]:
        """Where the line is told, under which section, and with what."""
        if new is not None:
            at = self._order.of_row(row_spot(self._new, new), ended=False)
            return at, new.place, tuple(self._notes.on_new(row, new))
        assert old is not None
        at = self._order.of_row(row_spot(self._old, old), ended=True)
        return at, old.place, tuple(self._notes.on_old(row))

    def _differences(self, row: Row) -> tuple[Pieces, Pieces]:
        """What differs in the name and in the departments of a row that both editions have."""
        if row.how not in ("kept", "moved"):
            return (), ()
        old, new = row.old[0], row.new[0]
        was, now = printed_name(self._old, old), printed_name(self._new, new)
        before, after = printed(self._old, old), printed(self._new, new)
        name = pieces(was, now) if was != now else ()
        return name, item_pieces(before, after) if before != after else ()

    def with_section_notes(self, laid: list[_Laid]) -> Iterator[_Laid]:
        """The lines, the first of each measure with what became of the measure itself."""
        told: set[str] = set()
        for one in laid:
            notes = () if one.place.id in told else tuple(self._notes.on_section(one.place.id))
            told.add(one.place.id)
            words, kinds = (*_words(notes), *one.line.notes), _kinds(notes)
            line = replace(one.line, notes=words, section_kinds=kinds) if notes else one.line
            yield replace(one, line=line)

    def headings(self, place: Place) -> Headings:
        """The sections above a place, the new edition's where they live on; itself at the top."""
        here = self._living(place)
        above = here.above or here
        known = self._headed.get(above.id)
        if known is None:
            known = self._headed[above.id] = tuple(self._headings(above))
        return known

    def _headings(self, above: Place) -> Iterator[Heading]:
        living = self._living(above)
        if living.above:
            yield from self._headings(living.above)
        yield self._heading(living.id)

    def _heading(self, section: str) -> Heading:
        """A section as it reads, as both editions have it where they differ."""
        sides = [side for side in (self._old, self._new) if section in side.places]
        read = dict.fromkeys(title(side.places[section]) for side in sides)
        return Heading(section, joined(read, " → "))

    def _cell(self, side: Outline, row: Placement) -> Cell:
        other = self._new if side is self._old else self._old
        there = other.places.get(row.place.id)
        return Cell(
            code=row.place.code,
            title=row.place.section.title,
            counterpart=(there or row.place).section.title,
            name=printed_name(side, row),
            departments=printed(side, row),
            marked=row.relisting is not None and row.relisting.marked,
            project=row.project,
            section=row.place.id,
            record=row.primary,
            counterpart_code=there.code if there else None,
            at=(row.place.order, row.position),
            above=self._own_headings(side, row.place.above or row.place),
        )

    def _own_headings(self, side: Outline, above: Place) -> Headings:
        """The sections down to this one as this edition has them."""
        where = side is self._old, above.id
        known = self._above.get(where)
        if known is None:
            before = self._own_headings(side, above.above) if above.above else ()
            known = self._above[where] = (*before, Heading(above.id, title(above)))
        return known

    def _living(self, place: Place) -> Place:
        return self._new.places.get(place.id, place)


def _words(notes: Iterable[Note]) -> tuple[Message, ...]:
    return tuple(note.words for note in notes)


def _kinds(notes: Iterable[Note]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note.kind for note in notes))
