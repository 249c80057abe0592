"""The sheet of a workbook that is published: the table as it is laid out, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from planversion.rendering.laying import Column, Laid, LaidGrid, LaidRow, Slot
from planversion.rendering.office.cells import write, write_marked
from planversion.rendering.office.fragments import fragments, plain
from planversion.rendering.office.styles import BODY, HEADING, TITLE, Styles
from planversion.rendering.office.widths import Paper, lines_of, tallest, widths
from planversion.rendering.page import Line

_PAPERS = {"a4": 9, "a3": 8}
_MARGIN = 0.4
"""Inches on every side; the foot takes a little more for the number of the page."""
_PER_CHARACTER = 12
"""Pixels that a full-width character of the body's size takes."""
_PER_LINE = 5 / 3
"""The height of a line, by the size of its text."""
_TALLEST = 409
"""Points that a row of Excel can be high."""


def write_official(sheet: Any, laid: Laid, paper: Paper, styles: Styles) -> None:
    """Writes the sheet."""
    _Sheet(sheet, laid, paper, styles).write()


class _Sheet:
    """Writes one sheet from the top to the bottom."""

    def __init__(self, sheet: Any, laid: Laid, paper: Paper, styles: Styles) -> None:
        self._sheet = sheet
        self._laid = laid
        self._paper = paper
        self._styles = styles
        self._widths = widths(laid, paper)
        self._at = 0

    def write(self) -> None:
        """Everything, in the order of the pages."""
        self._set_up()
        self._across(self._laid.title, self._styles.title, TITLE)
        for warning in self._laid.warnings:
            self._across(warning, self._styles.remark, BODY)
        self._header()
        self._body()
        if self._laid.reorganisations:
            self._at += 1
            self._across(self._laid.reorganised, self._styles.heading, HEADING)
            for one in self._laid.reorganisations:
                self._across(one, self._styles.remark, BODY)

    def _set_up(self) -> None:
        sheet = self._sheet
        sheet.set_landscape()
        sheet.set_paper(_PAPERS[self._paper])
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=_MARGIN + 0.2)
        sheet.set_footer("&C&P / &N", {"margin": 0.3})
        sheet.hide_gridlines(2)
        for index, width in enumerate(self._widths):
            sheet.set_column_pixels(index, index, round(width * _PER_CHARACTER) + 10)

    def _across(self, line: Line, style: Any, size: int) -> None:
        """A line of text over all columns."""
        content = plain(fragments((line,)))
        width = sum(self._widths) * BODY / size
        self._height(lines_of(content, width), size)
        self._merge(self._at, 0, self._at, len(self._widths) - 1, style)
        write(self._sheet, self._at, 0, content, style)
        self._at += 1

    def _merge(self, top: int, left: int, bottom: int, right: int, style: Any) -> None:
        if (top, left) != (bottom, right):
            self._sheet.merge_range(top, left, bottom, right, "", style)

    def _height(self, lines: int, size: int = BODY, row: int | None = None) -> None:
        points = min(lines * size * _PER_LINE + 3, _TALLEST)
        self._sheet.set_row(self._at if row is None else row, points)

    def _header(self) -> None:
        """The titles of the columns, above them those of the editions; repeated on every page."""
        first, columns = self._at, self._laid.columns
        if len({column.side for column in columns} - {None}) > 1:
            self._editions(columns)
            self._at += 1
        for index, column in enumerate(columns):
            if column.side or self._at == first:
                write(self._sheet, self._at, index, column.title, self._styles.header)
        self._height(1)
        self._sheet.repeat_rows(first, self._at)
        self._at += 1
        self._sheet.freeze_panes(self._at, 0)

    def _editions(self, columns: Sequence[Column]) -> None:
        left = 0
        for side, some in groupby(columns, lambda column: column.side):
            group = list(some)
            right = left + len(group) - 1
            bottom, title = (self._at, group[0].heading) if side else (self._at + 1, group[0].title)
            self._merge(self._at, left, bottom, right, self._styles.header)
            write(self._sheet, self._at, left, title, self._styles.header)
            left = right + 1
        self._height(1)

    def _body(self) -> None:
        before = None
        for part in self._laid.parts:
            for level, heading in part.below(before):
                style, size = self._heading(level)
                self._across(heading.line, style, size)
            for grid in part.grids:
                self._grid(grid)
            before = part

    def _heading(self, level: int) -> tuple[Any, int]:
        return (self._styles.direction, BODY) if level else (self._styles.goal, HEADING)

    def _grid(self, grid: LaidGrid) -> None:
        if grid.caption:
            self._across(grid.caption, self._styles.direction, BODY)
        for rows in _blocks(grid.rows):
            self._block(rows)

    def _block(self, rows: Sequence[LaidRow]) -> None:
        """Rows that share merged cells, high enough for these, too."""
        first, missing = self._at, self._missing(rows)
        for index, row in enumerate(rows):
            last = index == len(rows) - 1
            self._height(self._tall(row) + (missing if last else 0))
            for column, slot in enumerate(row.slots):
                if slot:
                    self._slot(slot, first + index, column)
            self._at += 1

    def _slot(self, slot: Slot, row: int, column: int) -> None:
        self._merge(row, column, row + slot.rows - 1, column, self._styles.cell())
        write_marked(self._sheet, row, column, fragments(slot.lines), self._styles)

    def _tall(self, row: LaidRow) -> int:
        """How many lines the cells of this row alone take."""
        return tallest(self._contents(row, merged=False))

    def _missing(self, rows: Sequence[LaidRow]) -> int:
        """How many lines the merged cells take beyond what the rows have."""
        merged = tallest(self._contents(rows[0], merged=True))
        return max(merged - sum(map(self._tall, rows)), 0)

    def _contents(self, row: LaidRow, *, merged: bool) -> list[tuple[str, float]]:
        cells = zip(row.slots, self._widths, strict=True)
        return [
            (plain(fragments(slot.lines)), width)
            for slot, width in cells
            if slot and (slot.rows > 1) == merged
        ]


def _blocks(rows: Sequence[LaidRow]) -> list[list[LaidRow]]:
    """The rows by the merged cells that hold them together."""
    blocks: list[list[LaidRow]] = []
    for row in rows:
        if all(row.slots):
            blocks.append([])
        blocks[-1].append(row)
    return blocks
