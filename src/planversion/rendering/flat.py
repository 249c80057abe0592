"""The old/new table for machines: a line a row, one fact a cell, with ids and kinds."""

from __future__ import annotations

import csv as format_of_csv
import io
from collections.abc import Iterable, Iterator

from planversion.messages import Language
from planversion.rendering.page import text
from planversion.rendering.safety import inert, on_one_line
from planversion.rendering.table import Cell, Table, TableLine

_OF_A_SIDE = (
    "project_id",
    "section_id",
    "above",
    "code",
    "section",
    "project",
    "departments",
    "record",
    "marked",
)
COLUMNS = (
    "line",
    "kinds",
    "section_kinds",
    *(f"{side}_{name}" for side in ("old", "new") for name in _OF_A_SIDE),
    "notes",
)
"""What each cell of a row is; the same in every language."""


def flat(table: Table, language: Language) -> Iterator[tuple[str, ...]]:
    """A row a line of the table; several values in a cell have semicolons between them."""
    lines = (line for part in table.parts for line in part.lines)
    return (_row(number, line, language) for number, line in enumerate(lines, 1))


def _row(number: int, line: TableLine, language: Language) -> tuple[str, ...]:
    notes = (note.to(language) for note in line.notes)
    cells = (
        str(number),
        _several(line.kinds),
        _several(line.section_kinds),
        *_side(line.old),
        *_side(line.new),
        _several(notes),
    )
    return tuple(map(on_one_line, cells))


def _side(cell: Cell | None) -> tuple[str, ...]:
    if cell is None:
        return ("",) * len(_OF_A_SIDE)
    return (
        cell.project,
        cell.section,
        _several(text(heading.line) for heading in cell.above),
        cell.code,
        cell.title,
        cell.name,
        _several(cell.departments),
        _yes(cell.record),
        _yes(cell.marked),
    )


def _yes(said: bool) -> str:  # noqa: FBT001 - a cell's value
    return "true" if said else "false"


def _several(values: Iterable[str]) -> str:
    """Values with semicolons between them; one within a value has a backslash before it."""
    shown = map(on_one_line, values)
    return ";".join(one.replace("\\", "\\\\").replace(";", "\\;") for one in shown)


def csv(table: Table, language: Language) -> bytes:
    """The rows as CSV (RFC 4180) that Excel opens as UTF-8, and in which nothing is a formula."""
    written = io.StringIO()
    writer = format_of_csv.writer(written, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(inert, row) for row in flat(table, language))
    # Excel takes a file without the mark for one in the local code page.
    return b"\xef\xbb\xbf" + written.getvalue().encode()
