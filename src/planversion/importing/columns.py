"""Which column of a table is what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from planversion.importing.grids import Cell, Grid, Merge
from planversion.importing.headings import Field, field_of, is_number, plain
from planversion.importing.layout import Layout, LevelColumns
from planversion.importing.taking import Taking
from planversion.messages import say

_SEARCHED = 50
"""So many rows from the top the headings are looked for."""
_LETTERS = re.compile(r"[A-Z]{1,3}")


class LevelAt(NamedTuple):
    """The columns of a level; where there is none of numbers, titles begin with them."""

    name: str
    title: int
    number: int | None = None
    code: str | None = None


class Columns(NamedTuple):
    """Where the headings are, and which column is what."""

    row: int
    levels: tuple[LevelAt, ...]
    fields: dict[Field, int]
    ignored: tuple[Cell, ...] = ()


class _Found(NamedTuple):
    """A heading, and whether it stands over two columns."""

    cell: Cell
    text: str
    wide: bool


def columns_of(
    grid: Grid, layout: Layout, known: tuple[str, ...], taking: Taking
) -> Columns | None:
    """The columns; None where no row names one of projects. `known` are the names of the levels."""
    row = layout.header_row or next(_header_rows(grid, layout), None)
    if row is None:
        return None
    found = list(_headings(grid, row))
    fields = dict(_fields(found, layout, known, taking, row))
    if "project" not in fields:
        return None
    if layout.levels:
        levels = tuple(_stated(layout.levels, found, taking, row))
    else:
        levels = tuple(_levels([one for one in found if _may_be_level(one, fields)]))
    taken = {
        *fields.values(),
        *(level.title for level in levels),
        *(level.number for level in levels),
    }
    ignored = tuple(one.cell for one in found if one.cell.spot.column not in taken)
    return Columns(row, levels, fields, ignored)


def _header_rows(grid: Grid, layout: Layout) -> Iterator[int]:
    wanted = layout.columns.get("project")
    for row in grid.rows():
        if row > _SEARCHED:
            return
        texts = [one.text for one in _headings(grid, row)]
        named = (
            plain(text) == plain(wanted) if wanted else field_of(text) == "project"
            for text in texts
        )
        # A title alone may be called so as well; a head has several cells.
        if len(texts) > 1 and any(named):
            yield row


def _headings(grid: Grid, row: int) -> Iterator[_Found]:
    wide = {(one.top, one.left) for one in grid.merges if _is_pair(one)}
    for column, cell in sorted(grid.cells.get(row, {}).items()):
        if isinstance(cell.value, str) and cell.value.strip():
            first = cell.origin or cell.spot
            yield _Found(cell, cell.value.strip(), (first.row, column) in wide)


def _is_pair(merge: Merge) -> bool:
    return merge.right == merge.left + 1


def _fields(
    found: list[_Found], layout: Layout, known: tuple[str, ...], taking: Taking, row: int
) -> Iterator[tuple[Field, int]]:
    stated = {field: _named(wanted, found) for field, wanted in layout.columns.items()}
    levels = {plain(name) for name in known}
    for one in found:
        field, column = field_of(one.text), one.cell.spot.column
        taken = field in stated or column in stated.values() or plain(one.text) in levels
        if field and not taken:
            yield field, column
    for field, there in stated.items():
        if there is None:
            _refuse_missing(layout.columns[field], found, taking, row)
        else:
            yield field, there


def _named(wanted: str, found: list[_Found]) -> int | None:
    """The column with this heading, else with this letter."""
    for one in found:
        if plain(one.text) == plain(wanted):
            return one.cell.spot.column
    return _index(wanted) if _LETTERS.fullmatch(wanted) else None


def _index(column: str) -> int:
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _refuse_missing(wanted: str, found: list[_Found], taking: Taking, row: int) -> None:
    if not found:
        return
    names = ", ".join(one.text for one in found)
    what = say("row {n} has no heading {name}", n=row, name=wanted)
    mend = say("The headings there are {names}.", names=names)
    taking.refuse(found[0].cell.spot, ("no-column", what, mend))


def _stated(
    levels: tuple[LevelColumns, ...], found: list[_Found], taking: Taking, row: int
) -> Iterator[LevelAt]:
    for level in levels:
        title = _named(level.title or level.name, found)
        number = _named(level.number, found) if level.number else None
        if title is None or (level.number and number is None):
            missing = (
                level.number if title is not None and level.number else level.title or level.name
            )
            _refuse_missing(missing, found, taking, row)
        else:
            yield LevelAt(level.name, title, number, level.code)


def _may_be_level(one: _Found, fields: dict[Field, int]) -> bool:
    """Whether it stands before the projects and is nothing else."""
    column = one.cell.spot.column
    return column < fields["project"] and column not in fields.values()


def _levels(found: list[_Found]) -> Iterator[LevelAt]:
    """Each level, with its numbers where a column before it or the first of a pair has them."""
    number: int | None = None
    for one in found:
        column = one.cell.spot.column
        if is_number(one.text) and not one.wide:
            number = column
        elif one.wide:
            yield LevelAt(one.text, column + 1, column)
            number = None
        else:
            yield LevelAt(one.text, column, number)
            number = None
