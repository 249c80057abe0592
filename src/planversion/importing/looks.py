"""How the cells of the template look, and how high its rows are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple
from unicodedata import east_asian_width

from planversion.importing.templates import Filled, Row
from planversion.sheettext import write_text

_A3 = 8
_LINE = 13.5
_MOST_LINES = 12


class Forms(NamedTuple):
    """How cells look."""

    section: Any
    needed: Any

    title: Any
    hint: Any
    head: Any
    text: Any
    number: Any
    untyped: Any
    small: Any


def forms_of(made: Any) -> Forms:
    """The formats of a workbook."""
    # A font that comes with Excel wherever Japanese is read, and is replaced elsewhere.
    base = {"font_name": "游ゴシック", "font_size": 10, "valign": "top", "text_wrap": True}
    cell = base | {"border": 1, "border_color": "#A6A6A6"}
    # Cells of text: what is typed there stays as typed, 1-1 becomes no date.
    text = cell | {"num_format": "@"}
    head = {"bold": True, "bg_color": "#DCE6F1", "valign": "vcenter", "align": "center"}
    return Forms(
        made.add_format(text | {"bold": True, "bg_color": "#F2F2F2"}),
        made.add_format(text | {"bg_color": "#FFF2CC"}),
        made.add_format(base | {"bold": True, "font_size": 14, "text_wrap": False}),
        made.add_format(base | {"font_color": "#595959", "text_wrap": False}),
        made.add_format(cell | head),
        made.add_format(text),
        made.add_format(text | {"align": "center"}),
        made.add_format(cell),
        made.add_format(text | {"font_color": "#7F7F7F", "font_size": 8}),
    )


def write_row(sheet: Any, row: int, values: Row, columns: Sequence[tuple[int, Any]]) -> None:
    """A row of cells, as high as the longest needs it."""
    lines = 1
    for column, (value, (width, form)) in enumerate(zip(values, columns, strict=True)):
        write(sheet, row, column, value, form)
        lines = max(lines, _lines(str(value or ""), width))
    # Excel fits a row to its text when it is opened; others show what is said here.
    sheet.set_row(row, _LINE * min(lines, _MOST_LINES) + 4)


def _lines(text: str, width: int) -> int:
    """About how many lines a text takes in a column."""
    return sum(1 + (_breadth(line) - 1) // max(width - 1, 1) for line in text.split("\n"))


def _breadth(line: str) -> int:
    return sum(2 if east_asian_width(one) in "WFA" else 1 for one in line) or 1


def write(sheet: Any, row: int, column: int, value: Filled, form: Any) -> None:
    """A value in a cell; text is text, whatever it begins with."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, form)
    elif isinstance(value, str):
        write_text(sheet, row, column, value, form)
    else:
        sheet.write_number(row, column, value, form)


def set_page(sheet: Any, head: int) -> None:
    """Headings stay in sight and are on every page; a page is as wide as the table."""
    sheet.freeze_panes(head, 0)
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head - 1)
    sheet.set_margins(0.4, 0.4, 0.5, 0.5)
    sheet.set_footer("&C&P / &N")
