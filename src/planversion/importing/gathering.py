"""What the grids of a file hold: the outline, the edition's head, sheets of records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planversion.importing.columns import Columns, columns_of
from planversion.importing.grids import File, Grid, Spot
from planversion.importing.headers import Head, read_head
from planversion.importing.headings import means
from planversion.importing.layout import Layout
from planversion.importing.sheets import EDITION, EXAMPLE, GUIDE, Found, records_of, sheet_called
from planversion.importing.taking import Taking
from planversion.messages import Message, say


class Table(NamedTuple):
    """A grid with rows of the outline."""

    grid: Grid
    columns: Columns


class Gathered(NamedTuple):
    """What there is to make an edition of."""

    tables: tuple[Table, ...]
    head: Head
    records: dict[str, list[Found]]


def gathered(file: File, layout: Layout, taking: Taking) -> Gathered:
    """Everything in the file; whatever is passed over is said."""
    head, records = Head(), {}
    others: list[Grid] = []
    for grid in file.grids:
        sheet = sheet_called(str(grid.sheet))
        if str(grid.sheet) in layout.sheets:
            others.append(grid)
        elif means(str(grid.sheet), EDITION):
            read_head(grid, None, head, taking)
        elif sheet:
            records[sheet.key] = list(records_of(grid, sheet, taking))
        elif grid.hidden:
            taking.remark_sheet(grid.sheet, "hidden", say("the sheet is hidden and not read"))
        elif not any(means(str(grid.sheet), one) for one in (EXAMPLE, GUIDE)):
            others.append(grid)
    _refuse_missing(layout, file, taking)
    known = tuple(str(one.values.get("name")) for one in records.get("levels", ()))
    tables = tuple(_tables(_wanted(others, layout), layout, known, taking))
    for table in tables:
        read_head(table.grid, table.columns.row, head, taking)
    if not tables:
        what = say("no row of headings names a column of projects")
        taking.refuse(None, ("no-projects", what, _HEADINGS))
    return Gathered(tables, head, records)


def _wanted(grids: list[Grid], layout: Layout) -> list[Grid]:
    if not layout.sheets:
        return grids
    return sorted(
        (grid for grid in grids if str(grid.sheet) in layout.sheets),
        key=lambda grid: layout.sheets.index(str(grid.sheet)),
    )


def _refuse_missing(layout: Layout, file: File, taking: Taking) -> None:
    names = [str(grid.sheet) for grid in file.grids]
    for wanted in layout.sheets:
        if wanted not in names:
            what = say("there is no sheet {name}", name=wanted)
            mend = say("The sheets are {names}.", names=", ".join(names))
            taking.refuse(None, ("no-sheet", what, mend))


def _tables(
    grids: list[Grid], layout: Layout, known: tuple[str, ...], taking: Taking
) -> Iterator[Table]:
    for grid in grids:
        columns = columns_of(grid, layout, known, taking)
        if columns is not None:
            yield Table(grid, columns)
            _say_ignored(columns, taking)
        elif grid.cells:
            told = say("no column of projects here, so nothing is read")
            taking.remark_sheet(grid.sheet, "ignored", told)


def _say_ignored(columns: Columns, taking: Taking) -> None:
    for cell in columns.ignored:
        told: Message = say("the column {name} is not read", name=cell.value)
        taking.remark(Spot(*cell.spot), ("ignored", told, None))


_HEADINGS = say("Name it 事業名 or Project, or say in a layout what it is called (--layout).")
