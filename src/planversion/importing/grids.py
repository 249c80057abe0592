"""What stands in a file: grids of cells, each with its place and with what is doubtful about it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from planversion.errors import Problem
from planversion.messages import Message, say

Value = str | int | float | bool | dt.date | None
Told = tuple[str, Message, Message | None]
"""A stable code, what was found, and how to mend it."""

_TOTALS = frozenset({"合計", "小計", "計", "総計", "総合計", "total", "subtotal"})
_FOOTNOTES = ("※", "（注", "(注", "注）", "注)", "＊", "*")
_PLAIN_NAME = re.compile(r"[^\W\d]\w*")


class Spot(NamedTuple):
    """A cell's place: its sheet, or which table of a document; row and column from 1."""

    sheet: str | int | None
    row: int
    column: int

    @property
    def cell(self) -> str:
        """The cell as a sheet names it: C14."""
        return f"{letters(self.column)}{self.row}"

    @property
    def told(self) -> Message:
        """The place in words: 施策一覧!C14."""
        if isinstance(self.sheet, int):
            return say("table {n}, cell {cell}", n=self.sheet, cell=self.cell)
        return say("{place}", place=self.address)

    @property
    def address(self) -> str:
        """The cell as a formula of a workbook names it."""
        if self.sheet is None or isinstance(self.sheet, int):
            return self.cell
        plain = _PLAIN_NAME.fullmatch(self.sheet)
        sheet = self.sheet if plain else "'" + self.sheet.replace("'", "''") + "'"
        return f"{sheet}!{self.cell}"


def sheet_told(sheet: str | int | None) -> Message | None:
    """A sheet or table in words; None where a file has but one."""
    if sheet is None:
        return None
    return say("table {n}", n=sheet) if isinstance(sheet, int) else say("{place}", place=sheet)


def letters(column: int) -> str:
    """The letters of a column: A for 1, AA for 27."""
    named = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        named = chr(ord("A") + rest) + named
    return named


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds."""

    spot: Spot
    value: Value
    origin: Spot | None = None
    """The first cell of the merged cells that this one belongs to, where it is below it."""
    wrong: Told | None = None
    """Why its value can't be taken."""
    doubts: tuple[Told, ...] = ()
    """What a person has to know who takes its value."""
    struck: bool = False
    """Whether all of its text is struck through, and so nothing is left of it."""


class Merge(NamedTuple):
    """Merged cells, by the first and the last of them."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """The cells of a sheet or table, by row and column."""

    sheet: str | int | None
    cells: dict[int, dict[int, Cell]]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False

    def at(self, row: int, column: int) -> Cell:
        """The cell there; what the file doesn't have is blank."""
        found = self.cells.get(row, {}).get(column)
        return found or Cell(Spot(self.sheet, row, column), None)

    def rows(self, after: int = 0) -> Iterator[int]:
        """The numbers of the rows below `after`."""
        return (row for row in sorted(self.cells) if row > after)

    def aside(self, row: int) -> Cell | None:
        """What a row says that lists nothing: a remark or a total; None for any other row.

        A remark stands alone and begins with the sign of one; a total says so in its first cell.
        """
        filled = [cell for _, cell in sorted(self.cells[row].items()) if _filled(cell)]
        if filled and "".join(str(filled[0].value).split()).lower() in _TOTALS:
            return filled[0]
        text = filled[0].value if len(filled) == 1 else None
        return filled[0] if isinstance(text, str) and text.strip().startswith(_FOOTNOTES) else None

    def with_merges(self) -> Grid:
        """The same with the value of each merged cell handed down to the rows that it covers."""
        cells = {row: dict(there) for row, there in self.cells.items()}
        for merge in self.merges:
            first = self.at(merge.top, merge.left)
            for row in range(merge.top, merge.bottom + 1):
                here = cells.setdefault(row, {})
                for column in range(merge.left, merge.right + 1):
                    here.pop(column, None)
                here[merge.left] = first if row == merge.top else _below(first, row)
        return Grid(self.sheet, cells, self.merges, self.hidden)


def _filled(cell: Cell) -> bool:
    return cell.value not in (None, "")


def _below(first: Cell, row: int) -> Cell:
    spot = first.spot._replace(row=row)
    return Cell(spot, first.value, first.spot, first.wrong, first.doubts, first.struck)


class File(NamedTuple):
    """What a file holds, and what is to be said about the file itself."""

    name: str
    grids: tuple[Grid, ...]
    remarks: tuple[Problem, ...] = ()
    typed: bool = True
    """Whether cells are numbers or text; in a file of text all are text."""
