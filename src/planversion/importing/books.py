"""The template as a workbook that an officer fills in."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from typing import Any

from planversion.importing import headers, sheets
from planversion.importing.guide import EXAMPLE, EXAMPLE_FIELDS, explained, guide
from planversion.importing.headings import MARKED, UNMARKED, Field
from planversion.importing.looks import Forms, forms_of, set_page, write, write_row
from planversion.importing.packages import needed
from planversion.importing.sheets import PROJECT
from planversion.importing.templates import (
    FIRST_LEVELS,
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
from planversion.sheettext import write_text

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
    "published_notes": 34,
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


def book(edition: Edition | None, language: Language) -> bytes:
    """The workbook, to be filled in or filled with an edition; the same bytes each time."""
    needed("xlsxwriter", "xlsxwriter")
    import xlsxwriter  # noqa: PLC0415 - an extra

    content = io.BytesIO()
    made = xlsxwriter.Workbook(content, {"in_memory": True})
    made.set_properties({"created": dt.datetime(2000, 1, 1)})  # noqa: DTZ001 - no moment is meant
    forms = forms_of(made)
    _write_outline(made.add_worksheet(sheets.OUTLINE.to(language)), edition, language, forms)
    _write_head(made.add_worksheet(sheets.EDITION.to(language)), edition, language, forms)
    for sheet in sheets_for(edition):
        there = made.add_worksheet(sheet.title.to(language))
        rows = records_of(sheet, edition, language)
        _write_records(there, titles_of(sheet, language), sheet.columns, rows, forms)
    _write_example(made.add_worksheet(sheets.EXAMPLE.to(language)), language, forms)
    _write_guide(made.add_worksheet(sheets.GUIDE.to(language)), language, forms)
    made.close()
    return content.getvalue()


def _write_outline(sheet: Any, edition: Edition | None, language: Language, forms: Forms) -> None:
    table = outline_of(edition, language)
    blank = 0 if edition else _BLANK_ROWS
    _write_titles(sheet, _called(edition, language), language, forms)
    _write_table(sheet, table, blank, language, forms)
    _validate(sheet, table, max(len(table.rows), _BLANK_ROWS), language)


def _write_titles(sheet: Any, title: str, language: Language, forms: Forms) -> None:
    for row, (text, form) in enumerate(((title, forms.title), (_HINT.to(language), forms.hint))):
        write_text(sheet, row, 0, text, form)
        sheet.set_row(row, 24 if row == 0 else 18)


def _write_table(sheet: Any, table: Outline, blank: int, language: Language, forms: Forms) -> None:
    """The table below its title; at least so many rows, blank where there is nothing."""
    columns = [*_level_columns(table, forms), *_field_columns(table, forms)]
    head = table.head(language)
    write_row(sheet, _HEAD_ROW - 1, list(head), [(width, forms.head) for width, _ in columns])
    for column, (width, _) in enumerate(columns):
        sheet.set_column(column, column, width)
    levels = 2 * len(table.levels)
    beginning = [(w, forms.section if i < levels else f) for i, (w, f) in enumerate(columns)]
    nothing: Row = [None] * len(columns)
    for row in range(max(len(table.rows), blank)):
        values = table.rows[row] if row < len(table.rows) else nothing
        begins = any(values[:levels])
        write_row(sheet, _HEAD_ROW + row, values, beginning if begins else columns)
    set_page(sheet, _HEAD_ROW)


def _called(edition: Edition | None, language: Language) -> str:
    if edition is None:
        return say("Projects of a plan").to(language)
    return f"{edition.plan.title} {edition.header.label}"


def _level_columns(table: Outline, forms: Forms) -> Iterator[tuple[int, Any]]:
    for _ in table.levels:
        yield _NUMBERED, forms.number
        yield _TITLED, forms.text


def _field_columns(table: Outline, forms: Forms) -> Iterator[tuple[int, Any]]:
    for field in table.fields:
        form = forms.untyped if field in _UNTYPED else forms.text
        yield _WIDTHS[field], forms.small if field == "id" else form


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


def _write_head(sheet: Any, edition: Edition | None, language: Language, forms: Forms) -> None:
    for column, (title, width) in enumerate(((_WHAT, 22), (_VALUE, 44), (_MEANING, 72))):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title.to(language), forms.head)
    values = head_of(edition, language)
    for row, (path, (title_, value)) in enumerate(zip(headers.TITLES, values, strict=True), 1):
        write(sheet, row, 0, title_, forms.text)
        write(sheet, row, 1, value, forms.needed if path in headers.NEEDED else forms.text)
        write(sheet, row, 2, _meaning(path).to(language), forms.hint)
        sheet.set_row(row, 20)
    status = list(headers.TITLES).index(("edition", "status")) + 1
    source = [one.to(language) for one in headers.STATUSES.values()]
    sheet.data_validation(status, 1, status, 1, {"validate": "list", "source": source})
    set_page(sheet, 1)


def _meaning(path: tuple[str | int, ...]) -> Message:
    meaning = headers.MEANINGS[path]
    return say("{what} (needed)", what=meaning) if path in headers.NEEDED else meaning


def _write_records(
    sheet: Any, titles: list[str], keys: tuple[str, ...], rows: list[Row], forms: Forms
) -> None:
    columns = [_record_column(key, forms) for key in keys]
    for column, (width, _) in enumerate(columns):
        sheet.set_column(column, column, width)
    write_row(sheet, 0, list(titles), [(width, forms.head) for width, _ in columns])
    nothing: Row = [None] * len(columns)
    for row in range(max(len(rows), _BLANK_RECORDS)):
        write_row(sheet, row + 1, rows[row] if row < len(rows) else nothing, columns)
    set_page(sheet, 1)


def _record_column(key: str, forms: Forms) -> tuple[int, Any]:
    shape = sheets.shape_of(key)
    form = forms.untyped if shape == "quantity" else forms.text
    return (34 if shape == "text" and key != PROJECT else 18), form


def _write_guide(sheet: Any, language: Language, forms: Forms) -> None:
    columns = ((26, forms.head), (96, forms.text))
    for column, (width, _) in enumerate(columns):
        sheet.set_column(column, column, width)
    for row, pair in enumerate(guide()):
        write_row(sheet, row, [one.to(language) for one in pair], columns)
    set_page(sheet, 1)


def _write_example(sheet: Any, language: Language, forms: Forms) -> None:
    levels = tuple(name.to(language) for name, _ in FIRST_LEVELS)
    rows: tuple[Row, ...] = tuple(
        [one.to(language) if isinstance(one, Message) else one for one in row] for row in EXAMPLE
    )
    table = Outline(levels, EXAMPLE_FIELDS, rows)
    _write_titles(sheet, sheets.EXAMPLE.to(language), language, forms)
    _write_table(sheet, table, 0, language, forms)


_HINT = say(
    "A row a project. Sections are named where they begin; below, what is as above stays blank."
    " How to fill in is said on the last sheet."
)
_WHAT, _VALUE, _MEANING = say("item"), say("to be filled in"), say("what it means")
