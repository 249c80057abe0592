"""The numbers at the points of ribbons: what is new, what ended, what came and went elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planversion.rendering.pictures.bundling import ELSEWHERE
from planversion.rendering.pictures.flows import Flow, Ribbon
from planversion.rendering.pictures.lettering import Label, width

STUB = 0.18
"""How far a ribbon with a point reaches, of the way between two editions."""
LONGEST_STUB = 90
_AIR = 8


class Band(NamedTuple):
    """A ribbon from one section to another, or to a point where there is none."""

    ribbon: Ribbon
    old: str
    """What the section it comes from is called; empty where it comes from none."""
    new: str
    left: float
    right: float
    start: tuple[float, float]
    end: tuple[float, float]

    @property
    def thickness(self) -> float:
        """How thick it is at the thicker end."""
        return max(self.start[1] - self.start[0], self.end[1] - self.end[0])


def needed(of: Flow) -> float:
    """How far two editions stand apart at least, so that numbers on either side don't meet."""
    wide = 0.0
    for ribbons in of.steps:
        came = [width(_came(some), "number") for some in _by(ribbons, "new").values()]
        went = [width(_went(some), "number") for some in _by(ribbons, "old").values()]
        wide = max(wide, max(came, default=0) + max(went, default=0) + _AIR)
    return wide / (1 - 2 * STUB)


def _by(ribbons: Iterable[Ribbon], side: str) -> dict[str, list[Ribbon]]:
    """The ribbons with a point, by the section that they have."""
    found: dict[str, list[Ribbon]] = {}
    for one in ribbons:
        own, other = (one.old, one.new) if side == "old" else (one.new, one.old)
        if own and not other:
            found.setdefault(own, []).append(one)
    return found


def _came(some: list[Ribbon]) -> str:
    new = sum(one.now for one in some if one.old is None)
    others = sum(one.now for one in some if one.old == ELSEWHERE)
    return " ".join([f"{others}→"] * bool(others) + [f"+{new}"] * bool(new))


def _went(some: list[Ribbon]) -> str:
    ended = sum(one.was for one in some if one.new is None)
    others = sum(one.was for one in some if one.new == ELSEWHERE)
    return " ".join([f"→{others}"] * bool(others) + [f"−{ended}"] * bool(ended))


def tips(bands: tuple[Band, ...]) -> Iterator[Label]:
    """The numbers of one step, one label a section and side."""
    drawn = {band.ribbon: band for band in bands}
    for some in _by(drawn, "new").values():
        ends = [drawn[one].end for one in some]
        y = (min(top for top, _ in ends) + max(low for _, low in ends)) / 2 + 4.2
        yield Label(drawn[some[0]].left - 3, y, (_came(some),), "end", "number")
    for some in _by(drawn, "old").values():
        starts = [drawn[one].start for one in some]
        y = (min(top for top, _ in starts) + max(low for _, low in starts)) / 2 + 4.2
        yield Label(drawn[some[0]].right + 3, y, (_went(some),), "start", "number")
