"""A workbook of Excel as grids of cells."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from planversion.errors import Location, Problem
from planversion.importing.cells import cell_of
from planversion.importing.grids import Cell, File, Grid, Merge, Spot
from planversion.importing.packages import damaged, needed, package
from planversion.messages import say

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


def workbook(content: bytes, name: str) -> File:
    """Every sheet of the workbook, hidden ones as well; raises UnreadableFileError."""
    needed("openpyxl", "openpyxl")
    opened = package(content, name)
    try:
        book = _loaded(content, values=False)
        # Values stand beside formulas, and only another reading tells them.
        cached = _loaded(content, values=True) if _has_formulas(book) else None
        sheets: list[Any] = [one for one in book.worksheets if hasattr(one, "_cells")]
        grids = tuple(_grid(sheet, cached) for sheet in sheets)
    # What is no workbook fails in openpyxl as XML, as a sheet that lacks something, anyhow.
    except Exception as error:  # noqa: BLE001
        raise damaged(name, error) from None
    remarks = [*_macros(set(opened.namelist()), name), *_hidden(sheets, name)]
    return File(name, grids, tuple(remarks))


def _loaded(content: bytes, *, values: bool) -> Workbook:
    from openpyxl import load_workbook  # noqa: PLC0415 - an extra, and slow to import

    with warnings.catch_warnings():
        # openpyxl warns of what it doesn't keep; we write nothing back.
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(content), data_only=values, rich_text=True)


def _has_formulas(book: Workbook) -> bool:
    return any(cell.data_type == "f" for sheet in book.worksheets for cell in _held(sheet))


def _held(sheet: Worksheet) -> Iterator[Any]:
    """The cells that the file has: a sheet may be a million rows high, and all but a few blank."""
    return iter(sheet._cells.values())  # noqa: SLF001 - iter_rows would make every blank one


def _grid(sheet: Worksheet, cached: Workbook | None) -> Grid:
    values = cached[sheet.title] if cached else sheet
    cells: dict[int, dict[int, Cell]] = {}
    for found in _held(sheet):
        if found.value is None and found.comment is None:
            continue
        spot = Spot(sheet.title, found.row, found.column)
        value: Any = values.cell(found.row, found.column) if found.data_type == "f" else found
        cells.setdefault(found.row, {})[found.column] = cell_of(found, value, spot)
    merges = tuple(
        Merge(one.min_row, one.min_col, one.max_row, one.max_col)
        for one in sorted(sheet.merged_cells.ranges, key=lambda one: (one.min_row, one.min_col))
    )
    hidden = sheet.sheet_state != "visible"
    return Grid(sheet.title, cells, merges, hidden).with_merges()


def _macros(members: set[str], name: str) -> Iterator[Problem]:
    if "xl/vbaProject.bin" in members:
        yield Problem("macros", say("the macros were not looked at"), None, Location(name))


def _hidden(sheets: list[Worksheet], name: str) -> Iterator[Problem]:
    for sheet in sheets:
        rows = sorted(row for row, how in sheet.row_dimensions.items() if how.hidden)
        columns = sorted(column for column, how in sheet.column_dimensions.items() if how.hidden)
        where = Location(name, path=say("{place}", place=sheet.title))
        if sheet.sheet_state == "visible" and rows:
            told = ", ".join(map(str, rows[:10])) + (", …" if len(rows) > 10 else "")  # noqa: PLR2004
            what = say("hidden rows are read like all others: {rows}", rows=told)
            yield Problem("hidden", what, None, where)
        if sheet.sheet_state == "visible" and columns:
            what = say(
                "hidden columns are read like all others: {columns}", columns=", ".join(columns)
            )
            yield Problem("hidden", what, None, where)
