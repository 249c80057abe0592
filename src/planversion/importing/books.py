"""The template as a workbook that an officer fills in."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from planversion.importing import headers, sheets
from planversion.importing.guide import explained, guide
from planversion.importing.headings import MARKED, UNMARKED, Field
from planversion.importing.packages import needed
from planversion.importing.templates import (
    Filled,
    Outline,
    Row,
    head_of,
    outline_of,
    records_of,
    sheets_for,
    titles_of,
)
from planversion.messages import Language, Message, say
from planversion.model import Edition

_HEAD_ROW = 3
_BLANK_ROWS = 40
"""So many rows of an empty template are drawn."""
_BLANK_RECORDS = 15
_NUMBERED = 7
_TITLED = 26
_WIDTHS: Mapping[Field, int] = {
    "project": 40,
    "departments": 20,
    "mark": 9,
    "note": 34,
    "description": 44,
    "status": 10,
    "from": 9,
    "to": 9,
    "original": 26,
    "moved_from": 14,
    "inferred": 12,
    "attributes": 24,
    "id": 15,
}
_UNTYPED: frozenset[Field] = frozenset(("from", "to"))
# Excel's own limit for what it shows beside a cell.
_LONGEST_HINT = 255
_A4 = 9


class _Forms(NamedTuple):
    """How cells look."""

    title: Any
    hint: Any
    head: Any
    text: Any
    number: Any
    untyped: Any
    small: Any


def book(edition: Edition | None, language: Language) -> bytes:
    """The workbook, to be filled in or filled with an edition; the same bytes each time."""
    needed("xlsxwriter", "xlsxwriter")
    import xlsxwriter  # noqa: PLC0415 - an extra

    content = io.BytesIO()
    made = xlsxwriter.Workbook(content, {"in_memory": True})
    made.set_properties({"created": dt.datetime(2000, 1, 1)})  # noqa: DTZ001 - no moment is meant
    forms = _forms(made)
    _write_outline(made.add_worksheet(sheets.OUTLINE.to(language)), edition, language, forms)
    _write_head(made.add_worksheet(sheets.EDITION.to(language)), edition, language, forms)
    for sheet in sheets_for(edition):
        there = made.add_worksheet(sheet.title.to(language))
        rows = records_of(sheet, edition, language)
        _write_records(there, titles_of(sheet, language), sheet.columns, rows, forms)
    _write_guide(made.add_worksheet(sheets.GUIDE.to(language)), language, forms)
    made.close()
    return content.getvalue()


def _forms(made: Any) -> _Forms:
    # A font that comes with Excel wherever Japanese is read, and is replaced elsewhere.
    base = {"font_name": "游ゴシック", "font_size": 10, "valign": "top", "text_wrap": True}
    cell = base | {"border": 1, "border_color": "#A6A6A6"}
    # Cells of text: what is typed there stays as typed, 1-1 becomes no date.
    text = cell | {"num_format": "@"}
    head = {"bold": True, "bg_color": "#DCE6F1", "valign": "vcenter", "align": "center"}
    return _Forms(
        made.add_format(base | {"bold": True, "font_size": 14, "text_wrap": False}),
        made.add_format(base | {"font_color": "#595959", "text_wrap": False}),
        made.add_format(cell | head),
        made.add_format(text),
        made.add_format(text | {"align": "center"}),
        made.add_format(cell),
        made.add_format(text | {"font_color": "#7F7F7F", "font_size": 8}),
    )


def _write_outline(sheet: Any, edition: Edition | None, language: Language, forms: _Forms) -> None:
    table = outline_of(edition, language)
    sheet.write_string(0, 0, _called(edition, language), forms.title)
    sheet.write_string(1, 0, _HINT.to(language), forms.hint)
    columns = [*_level_columns(table, forms), *_field_columns(table, forms)]
    for column, (width, form) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(_HEAD_ROW - 1, column, table.head(language)[column], forms.head)
        for row in range(max(len(table.rows), 0 if edition else _BLANK_ROWS)):
            value = table.rows[row][column] if row < len(table.rows) else None
            _write(sheet, _HEAD_ROW + row, column, value, form)
    _validate(sheet, table, max(len(table.rows), _BLANK_ROWS), language)
    _set_page(sheet)


def _called(edition: Edition | None, language: Language) -> str:
    if edition is None:
        return say("Projects of a plan").to(language)
    return f"{edition.plan.title} {edition.header.label}"


def _level_columns(table: Outline, forms: _Forms) -> Iterator[tuple[int, Any]]:
    for _ in table.levels:
        yield _NUMBERED, forms.number
        yield _TITLED, forms.text


def _field_columns(table: Outline, forms: _Forms) -> Iterator[tuple[int, Any]]:
    for field in table.fields:
        form = forms.untyped if field in _UNTYPED else forms.text
        yield _WIDTHS[field], forms.small if field == "id" else form


def _write(sheet: Any, row: int, column: int, value: Filled, form: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(row, column, None, form)
    elif isinstance(value, str):
        # Whatever it begins with, text is no formula.
        sheet.write_string(row, column, value, form)
    else:
        sheet.write_number(row, column, value, form)


def _validate(sheet: Any, table: Outline, rows: int, language: Language) -> None:
    """What Excel shows beside a cell that is filled in, and the choices there are."""
    last = _HEAD_ROW + rows - 1
    for column, field in enumerate(table.fields, 2 * len(table.levels)):
        rule: dict[str, Any] = {"validate": "any"}
        if field == "mark":
            rule = {"validate": "list", "source": [one.to(language) for one in (MARKED, UNMARKED)]}
            rule["show_error"] = False
        title = table.head(language)[column][:32]
        hint = explained(field).to(language)[:_LONGEST_HINT]
        sheet.data_validation(
            *(_HEAD_ROW, column, last, column), rule | {"input_title": title, "input_message": hint}
        )
    sheet.ignore_errors({"number_stored_as_text": f"A{_HEAD_ROW + 1}:XFD{last + 1}"})


def _set_page(sheet: Any) -> None:
    sheet.freeze_panes(_HEAD_ROW, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD_ROW - 1)
    sheet.set_margins(0.4, 0.4, 0.5, 0.5)
    sheet.set_footer("&P / &N")


def _write_head(sheet: Any, edition: Edition | None, language: Language, forms: _Forms) -> None:
    for column, (title, width) in enumerate(((_WHAT, 22), (_VALUE, 44), (_MEANING, 72))):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title.to(language), forms.head)
    told = [_meaning(path).to(language) for path in headers.TITLES]
    for row, ((title_, value), meaning) in enumerate(
        zip(head_of(edition, language), told, strict=True), 1
    ):
        _write(sheet, row, 0, title_, forms.text)
        _write(sheet, row, 1, value, forms.text)
        _write(sheet, row, 2, meaning, forms.hint)
    status = list(headers.TITLES).index(("edition", "status")) + 1
    source = [one.to(language) for one in headers.STATUSES.values()]
    sheet.data_validation(status, 1, status, 1, {"validate": "list", "source": source})
    _set_page(sheet)


def _meaning(path: tuple[str | int, ...]) -> Message:
    meaning = headers.MEANINGS[path]
    return say("{what} (needed)", what=meaning) if path in headers.NEEDED else meaning


def _write_records(
    sheet: Any, titles: list[str], keys: tuple[str, ...], rows: list[Row], forms: _Forms
) -> None:
    for column, (title, key) in enumerate(zip(titles, keys, strict=True)):
        width = 16 if sheets.shape_of(key) != "text" else 34
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, forms.head)
        form = forms.untyped if sheets.shape_of(key) == "quantity" else forms.text
        for row in range(max(len(rows), _BLANK_RECORDS)):
            value = rows[row][column] if row < len(rows) else None
            _write(sheet, row + 1, column, value, form)
    _set_page(sheet)
    sheet.freeze_panes(1, 0)


def _write_guide(sheet: Any, language: Language, forms: _Forms) -> None:
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 96)
    for row, (what, how) in enumerate(guide()):
        _write(
            sheet, row, 0, what.to(language) if what else None, forms.head if what else forms.hint
        )
        _write(sheet, row, 1, how.to(language), forms.text)
    _set_page(sheet)


_HINT = say(
    "A row a project. Sections are named where they begin; below, what is as above stays blank."
    " How to fill in is said on the last sheet."
)
_WHAT, _VALUE, _MEANING = say("what"), say("value"), say("what it means")
