"""How wide columns are and how many lines a text takes there, counted in full-width characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import ceil
from typing import Literal

from planversion.rendering.fitting import cells_of
from planversion.rendering.laying import Laid
from planversion.rendering.page import text
from planversion.rendering.safety import on_one_line

Paper = Literal["a4", "a3"]

_ACROSS: Mapping[Paper, float] = {"a4": 81, "a3": 119}
"""How many characters of the body's size stand side by side in all columns of a page."""
_NARROWEST, _WIDEST = 5.0, {"a4": 11.5, "a3": 14.0}
_SHARES = {"measure": 10, "name": 18, "notes": 11}


def widths(laid: Laid, paper: Paper) -> tuple[float, ...]:
    """A width a column of the table: departments as they need it, the others share the rest."""
    columns = laid.columns
    departments = _needed(laid, paper)
    taken = departments * sum(column.of == "departments" for column in columns)
    shares = sum(_SHARES.get(column.of, 0) for column in columns)
    each = (_ACROSS[paper] - taken) / shares
    return tuple(_SHARES[c.of] * each if c.of in _SHARES else departments for c in columns)


def _needed(laid: Laid, paper: Paper) -> float:
    """What the longest name of a department takes, within bounds."""
    longest = max((cells_of(one) for one in _departments(laid)), default=0) / 2 + 0.5
    return min(max(longest, _NARROWEST), _WIDEST[paper])


def _departments(laid: Laid) -> Iterator[str]:
    """The lines of all columns of departments, their titles too."""
    for part in laid.parts:
        for grid in part.grids:
            for index, column in enumerate(grid.columns):
                if column.of == "departments":
                    yield column.title
                    slots = (row.slots[index] for row in grid.rows)
                    yield from (on_one_line(text(one)) for s in slots if s for one in s.lines)


def lines_of(content: str, width: float) -> int:
    """How many lines the text takes in a column, broken where it is full."""
    return sum(_lines(cells_of(one), int(width * 2)) for one in content.split("\n"))


def _lines(cells: int, across: int) -> int:
    # A line may end a character early: no 、 begins one, and no Latin word is broken.
    return 1 if cells <= across else ceil(cells / max(across - 1, 1))


def tallest(contents: Iterable[tuple[str, float]]) -> int:
    """How many lines the tallest of these texts takes, each in its width."""
    return max((lines_of(content, width) for content, width in contents), default=1)
