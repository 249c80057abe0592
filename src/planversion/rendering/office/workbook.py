"""The old/new table as a workbook: to be published, for machines, and in numbers."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from planversion.changes import Diff
from planversion.messages import Language, say
from planversion.policy import TableLayout
from planversion.rendering.flat import COLUMNS, flat
from planversion.rendering.laying import lay
from planversion.rendering.office.cells import write
from planversion.rendering.office.needing import need
from planversion.rendering.office.official import write_official
from planversion.rendering.office.styles import Styles
from planversion.rendering.page import Grid, text
from planversion.rendering.speaking import Speaker
from planversion.rendering.summary import tally, totals
from planversion.rendering.table import Table

_CREATED = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
"""A workbook of the same editions is the same to the byte."""
_NORMAL = {"font_name": "Arial", "font_size": 10, "font_family": 2, "font_scheme": ""}
"""Columns are measured in digits of this font, which has a twin of the same size everywhere."""
_INERT = {
    "in_memory": True,
    "default_format_properties": _NORMAL,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook(table: Table, diff: Diff, layout: TableLayout, language: Language) -> bytes:
    """The file; raises UsageError where a cell would hold more than Excel can."""
    need("xlsxwriter", "XlsxWriter")
    import xlsxwriter  # noqa: PLC0415 - an extra

    content, speaker = io.BytesIO(), Speaker(language)
    book = xlsxwriter.Workbook(content, _INERT)
    laid = lay(table, layout, language)
    book.set_properties({"title": text(laid.title), "created": _CREATED})
    styles = Styles(book)
    names = (speaker.word(one) for one in (say("Comparison"), say("Data"), say("Totals")))
    official, data, numbers = (book.add_worksheet(name) for name in names)
    write_official(official, laid, layout.paper, styles)
    _write_flat(data, table, language, styles)
    _write_numbers(numbers, diff, speaker, styles)
    book.close()
    return content.getvalue()


def _write_flat(sheet: Any, table: Table, language: Language, styles: Styles) -> None:
    """A row a line of the table, without a merged cell."""
    for column, name in enumerate(COLUMNS):
        write(sheet, 0, column, name, styles.flat_header)
    last = 0
    for last, row in enumerate(flat(table, language), 1):
        for column, cell in enumerate(row):
            write(sheet, last, column, cell, styles.flat)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    sheet.set_column(0, len(COLUMNS) - 1, 16)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write_numbers(sheet: Any, diff: Diff, speaker: Speaker, styles: Styles) -> None:
    """How much each edition lists, and how often each kind of change is."""
    at = _write_grid(sheet, 0, totals(diff, speaker), styles)
    at = _write_grid(sheet, at + 1, tally(diff, speaker), styles)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 3, 18)
    sheet.fit_to_pages(1, 0)


def _write_grid(sheet: Any, at: int, grid: Grid, styles: Styles) -> int:
    """A grid from the row `at` on; the row behind it."""
    for column, title in enumerate(grid.header):
        write(sheet, at, column, text(title), styles.header)
    for row, cells in enumerate(grid.rows, at + 1):
        for column, cell in enumerate(cells):
            said = "\n".join(map(text, cell))
            if column in grid.numeric:
                style = styles.difference if said[:1] in ("+", "-") else styles.number
                sheet.write_number(row, column, int(said), style)
            else:
                write(sheet, row, column, said, styles.cell())
    return at + 1 + len(grid.rows)
