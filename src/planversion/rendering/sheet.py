"""The old/new table as a page: a grid for each direction, headings above it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from planversion.messages import Language, say
from planversion.rendering.lineages import succession
from planversion.rendering.page import Block, Bullets, Grid, Heading, Item, Line, Page, Span, line
from planversion.rendering.speaking import Speaker
from planversion.rendering.summary import edition_label, warnings
from planversion.rendering.table import Cell, Part, Table, TableLine
from planversion.rendering.texts import sides

Columns = tuple[tuple[Line, ...], ...]
Side = Literal["old", "new"]


def sheet(table: Table, language: Language) -> Page:
    """The page of the table."""
    speaker = Speaker(language)
    head = say(
        "{title}: table of {old} and {new}",
        title=table.title,
        old=edition_label(table.old),
        new=edition_label(table.new),
    )
    blocks: list[Block] = [Heading(1, speaker.fill(head)), *warnings(table.gaps, speaker)]
    above: tuple[Line, ...] = ()
    for part in table.parts:
        blocks += _headings(part.headings, above)
        blocks.append(_grid(table, part, speaker))
        above = part.headings
    if table.reorganisations:
        items = tuple(Item(succession(change, speaker)) for change in table.reorganisations)
        heading = speaker.fill(say("Departments reorganised"))
        blocks += [Heading(2, heading), Bullets(items)]
    return Page(tuple(blocks))


def _headings(now: tuple[Line, ...], before: tuple[Line, ...]) -> Iterator[Heading]:
    """The headings that differ from those of the part before."""
    for level, heading in enumerate(now):
        if now[: level + 1] != before[: level + 1]:
            yield Heading(level + 2, heading)


def _grid(table: Table, part: Part, speaker: Speaker) -> Grid:
    measure = line(table.level or speaker.word(say("section")))
    project, department, notes = (
        line(speaker.word(word)) for word in (say("project"), say("departments"), say("notes"))
    )
    old, new = line(f"{table.old.label} "), line(f"{table.new.label} ")
    header = (
        *(line(old, measure), line(old, project), line(old, department)),
        *(line(new, measure), line(new, project), line(new, department)),
        notes,
    )
    return Grid(header, tuple(_rows(part, speaker)))


def _rows(part: Part, speaker: Speaker) -> Iterator[Columns]:
    old = new = ""
    for one in part.lines:
        notes = tuple(line(Span(speaker.word(note), "kind")) for note in one.notes)
        yield (*_columns(one, "old", old, speaker), *_columns(one, "new", new, speaker), notes)
        old = one.old.code + one.old.title if one.old else old
        new = one.new.code + one.new.title if one.new else new


def _columns(one: TableLine, side: Side, above: str, speaker: Speaker) -> Columns:
    """Measure, project and departments of one side; the measure on its first line only."""
    cell: Cell | None = one.old if side == "old" else one.new
    if cell is None:
        return ((), (), ())
    measure = () if cell.code + cell.title == above else (_measure(cell, side),)
    remark = speaker.fill(say(" (relisted)")) if cell.marked else ()
    departments = tuple(line(name) for name in cell.departments)
    return (measure, (line(_name(one, side), remark),), departments)


def _measure(cell: Cell, side: Side) -> Line:
    """The measure as it reads, with what differs from its title in the other edition marked."""
    was, now = (cell.title, cell.counterpart) if side == "old" else (cell.counterpart, cell.title)
    marked = sides(was, now)[side == "new"] if was != now else line(cell.title)
    return line(Span(cell.code, "code"), " " if cell.code else "", marked)


def _name(one: TableLine, side: Side) -> Line:
    """The name, with what differs from the other side marked."""
    if one.old and one.new and one.old.name != one.new.name:
        old, new = sides(one.old.name, one.new.name)
        return old if side == "old" else new
    cell = one.old if side == "old" else one.new
    assert cell is not None
    return line(cell.name)
