"""How the width of a flow is shared out among its editions."""

from __future__ import annotations

from typing import NamedTuple

EDGE = 12
_AIR = 6
_OUTER, _INNER = 40, 74
"""How wide the boxes are: of the first and last edition, and of those between."""
_TITLES, _LEAST_TITLE, _WIDEST_TITLE = 0.26, 92, 300
_CLOSE, _BETWEEN = 76, 104
"""How far two editions stand apart at least: where there are two, and where there are more."""


class Columns(NamedTuple):
    """Where the boxes of each edition stand, and how much room titles have beside them."""

    width: float
    titles: float
    lefts: tuple[float, ...]
    widths: tuple[int, ...]

    @property
    def room(self) -> float:
        """The width without the edges."""
        return self.width - 2 * EDGE

    @property
    def before(self) -> float:
        """Where the titles of the first edition end."""
        return self.lefts[0] - _AIR

    @property
    def behind(self) -> float:
        """Where the titles of the last edition begin."""
        return self.lefts[-1] + self.widths[-1] + _AIR

    @property
    def gaps(self) -> tuple[tuple[float, float], ...]:
        """From where to where ribbons run."""
        rights = [left + wide for left, wide in zip(self.lefts, self.widths, strict=True)]
        return tuple(zip(rights[:-1], self.lefts[1:], strict=True))


def columns(editions: int, asked: float, apart: float) -> Columns:
    """So many editions on a sheet as wide as asked, or wider where they need it.

    They stand `apart` at least.
    """
    titles = min(max(asked * _TITLES, _LEAST_TITLE), _WIDEST_TITLE) - EDGE
    between = [_INNER] * (editions - 2)
    widths = (_OUTER, *between, _OUTER)
    fixed = 2 * (EDGE + titles + _AIR) + sum(widths)
    gap = max((asked - fixed) / (editions - 1), apart, _BETWEEN if between else _CLOSE)
    lefts = [EDGE + titles + _AIR]
    for wide in widths[:-1]:
        lefts.append(lefts[-1] + wide + gap)
    return Columns(fixed + gap * (editions - 1), titles, tuple(lefts), widths)
