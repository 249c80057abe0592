"""A workbook of Excel as grids of cells."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from planversion.errors import Location, Problem, UnreadableFileError
from planversion.importing.cells import cell_of
from planversion.importing.damage import DAMAGE, MEND_IN_EXCEL, damaged_package
from planversion.importing.grids import Cell, File, Grid, Merge, Spot
from planversion.importing.packages import needed, package
from planversion.messages import say

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def workbook(content: bytes, name: str) -> File:
    """Every sheet of the workbook, hidden ones as well; raises UnreadableFileError."""
    needed("openpyxl", "openpyxl")
    opened = package(content, name)
    book = _loaded(opened, content, name, values=False)
    _refuse_missing(opened, book, name)
    sheets: list[Any] = [one for one in book.worksheets if hasattr(one, "_cells")]
    # Values stand beside formulas, and only another reading tells them.
    cached = _loaded(opened, content, name, values=True) if _has_formulas(sheets) else None
    grids = tuple(_grid(sheet, cached) for sheet in sheets)
    remarks = [*_macros(set(opened.namelist()), name), *_hidden(sheets, name)]
    return File(name, grids, tuple(remarks))


def _loaded(opened: ZipFile, content: bytes, name: str, *, values: bool) -> Workbook:
    from openpyxl import load_workbook  # noqa: PLC0415 - an extra, and slow to import

    # openpyxl prints what is wrong with a style before it fails on it.
    with warnings.catch_warnings(), redirect_stdout(io.StringIO()):
        # It warns of what it doesn't keep; we write nothing back.
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(io.BytesIO(content), data_only=values, rich_text=True)
            _look_up_styles(book)
        except DAMAGE as error:
            raise damaged_package(opened, name, error, MEND_IN_EXCEL) from None
    return book


def _refuse_missing(opened: ZipFile, book: Workbook, name: str) -> None:
    """Raises UnreadableFileError for a sheet without its part; openpyxl says nothing of it."""
    declared = ET.fromstring(opened.read("xl/workbook.xml"))  # noqa: S314 - was looked at
    for sheet in declared.iterfind(".//{*}sheets/{*}sheet"):
        called = sheet.get("name", "")
        if called not in book.sheetnames and sheet.get(_LINK):
            what = say("the file is damaged: the sheet {name} is missing in it", name=called)
            raise UnreadableFileError([Problem("damaged", what, MEND_IN_EXCEL, Location(name))])


def _look_up_styles(book: Any) -> None:
    """Fails on a font or format that the file lacks; openpyxl would when a cell is asked for it."""
    from openpyxl.styles.styleable import StyleableObject  # noqa: PLC0415 - an extra

    for sheet in book.worksheets[:1]:
        for style in book._cell_styles:  # noqa: SLF001 - cells may be many, and styles are few
            shown = StyleableObject(sheet, style)
            _ = shown.font, shown.number_format


def _has_formulas(sheets: list[Worksheet]) -> bool:
    return any(cell.data_type == "f" for sheet in sheets for cell in _held(sheet))


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
