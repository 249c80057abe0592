"""Values taken out of cells, and all that is wrong or doubtful on the way."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from planversion.days import day_of
from planversion.errors import Location, Problem
from planversion.importing.grids import Cell, File, Spot, Told, sheet_told
from planversion.importing.typed_ids import id_of
from planversion.messages import Message, say

_LATIN_BREAK = re.compile(r"(?<=[!-~])\n(?=[!-~])")
Number = int | str


class _Noted(NamedTuple):
    spot: Spot | None
    problem: Problem


class Taking:
    """Takes values out of the cells of a file, and gathers problems and remarks."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._problems: dict[_Noted, None] = {}
        self._remarks = dict.fromkeys(_Noted(None, remark) for remark in file.remarks)
        self._told: set[Spot] = set()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps the file from being an edition, in its order."""
        return self._in_order(self._problems)

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """What a person should look at, in the order of the file."""
        return self._in_order(self._remarks)

    def refuse(self, spot: Spot | None, told: Told) -> None:
        """Notes what keeps the file from being an edition: of a cell, or of all the file."""
        self._problems[_Noted(spot, self._problem(spot, told))] = None

    def remark(self, spot: Spot, told: Told) -> None:
        """Notes what a person should look at."""
        self._remarks[_Noted(spot, self._problem(spot, told))] = None

    def remark_sheet(self, sheet: str | int | None, code: str, what: Message) -> None:
        """Notes what a person should know of a whole sheet."""
        where = Location(self._file.name, path=sheet_told(sheet))
        self._remarks[_Noted(Spot(sheet, 0, 0), Problem(code, what, None, where))] = None

    def _problem(self, spot: Spot | None, told: Told) -> Problem:
        return Problem(*told, Location(self._file.name, path=spot.told if spot else None))

    def _in_order(self, noted: Iterable[_Noted]) -> tuple[Problem, ...]:
        sheets = {grid.sheet: index for index, grid in enumerate(self._file.grids)}

        def place(one: _Noted) -> tuple[int, int, int]:
            spot = one.spot
            return (sheets.get(spot.sheet, -1), spot.row, spot.column) if spot else (-1, 0, 0)

        return tuple(one.problem for one in sorted(noted, key=place))

    def blank(self, cell: Cell) -> bool:
        """Whether the cell holds nothing, not even what can't be taken."""
        return cell.wrong is None and str(cell.value or "").strip() == "" and cell.value != 0

    def text(self, cell: Cell) -> str | None:
        """What the cell says as text, its lines kept."""
        value = self._taken(cell)
        if isinstance(value, dt.date):
            self._mistaken(cell, say("Excel made a date of this: {value}", value=value.isoformat()))
            return None
        if isinstance(value, bool):
            self._mistaken(cell, say("Excel made a truth value of this"))
            return None
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return tidied(str(value)) if value is not None else None

    def line(self, cell: Cell) -> str | None:
        """What the cell says as a name or title, breaks within it mended."""
        text = self.text(cell)
        return on_one_line(text) if text else text

    def number(self, cell: Cell) -> Number | None:
        """What the cell says as a number of the outline, or a year: an integer, or text."""
        value = self._taken(cell)
        if isinstance(value, float) and not value.is_integer():
            self._mistaken(cell, say("Excel made the number {value} of this", value=value))
            return None
        if isinstance(value, int | float) and not isinstance(value, bool):
            return int(value)
        return self.text(cell)

    def quantity(self, cell: Cell) -> int | float | str | None:
        """What the cell says as a quantity: a number, or text."""
        value = self._taken(cell)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        return self.text(cell)

    def day(self, cell: Cell) -> str | None:
        """What the cell says as a day."""
        value = self._taken(cell)
        if isinstance(value, dt.date):
            return value.isoformat()
        text = self.text(cell)
        found = day_of(text) if text else None
        return found.isoformat() if found else text

    def year(self, cell: Cell) -> Number | None:
        """What the cell says as a year or a day, as it is printed."""
        value = self._taken(cell)
        if not isinstance(value, dt.date):
            return self.number(cell)
        what = say("Excel made a date of this; it is taken as {value}", value=value.isoformat())
        self.remark(cell.origin or cell.spot, ("date", what, None))
        return value.isoformat()

    def identity(self, cell: Cell) -> str | None:
        """What the cell says as an id, whichever keyboard typed it."""
        text = self.text(cell)
        return id_of(text) if text else text

    def truth(self, cell: Cell) -> str | None:
        """What the cell says where a mark or its absence is expected."""
        value = self._taken(cell)
        return ("true" if value else "false") if isinstance(value, bool) else self.text(cell)

    def _taken(self, cell: Cell) -> str | int | float | bool | dt.date | None:
        source = cell.origin or cell.spot
        if source not in self._told:
            self._told.add(source)
            for doubt in cell.doubts:
                self.remark(source, doubt)
            if cell.wrong:
                self.refuse(source, cell.wrong)
        return None if cell.wrong or self.blank(cell) else cell.value

    def _mistaken(self, cell: Cell, what: Message) -> None:
        mend = say("Format the cell as text and write it again.")
        self.refuse(cell.origin or cell.spot, ("mistaken-value", what, mend))


def tidied(text: str) -> str | None:
    """The text with plain line ends and without spaces around it; None where nothing is left."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines.strip() or None


def on_one_line(text: str) -> str:
    """The text with its line breaks taken out; between words of Latin letters a space stays."""
    lines = [line.strip() for line in text.split("\n")]
    # Spaces at the ends are taken out with a break only: they may be a name's own.
    if len(lines) == 1:
        return text
    return _LATIN_BREAK.sub(" ", "\n".join(filter(None, lines))).replace("\n", "")
