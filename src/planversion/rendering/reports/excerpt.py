"""The piece of a line around a place, and how far into it the place is."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from planversion.rendering.fitting import cells_of
from planversion.rendering.safety import on_one_line

_BEFORE, _BEHIND = 36, 60
"""Character cells of the line that are shown before the place, and from it on."""
_CUT = "…"


class Excerpt(NamedTuple):
    """What is shown of a line."""

    text: str
    cells: int
    """How many character cells stand before the place."""


def excerpt(line: str, column: int) -> Excerpt:
    """The line around the column, harmless, cut where it is long; a tab is shown as a space."""
    before, rest = line[: column - 1], line[column - 1 :]
    kept, behind = _fitting(before[: -_BEFORE - 2 : -1], _BEFORE), _fitting(rest, _BEHIND)
    head = (_CUT if len(kept) < len(before) else "") + "".join(reversed(kept))
    tail = "".join(behind) + (_CUT if len(behind) < len(rest) else "")
    return Excerpt(head + tail, cells_of(head))


def _fitting(text: str, room: int) -> list[str]:
    """As many characters as there is room for, each as it is shown."""
    shown = [on_one_line(character).replace("\t", " ") for character in text[: room + 1]]
    widths = accumulate(map(cells_of, shown))
    return shown[: sum(width <= room for width in widths)]
