"""Lines of a merge that are disputed, between those that are settled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from planversion.merging.lines import dashed
from planversion.merging.spots import Spot

Side = Literal["base", "ours", "theirs"]


class Hunk(NamedTuple):
    """Disputed lines, as the base and each side has them."""

    base: str
    ours: str
    theirs: str
    spot: Spot

    def __bool__(self) -> bool:
        return True


Part = str | Hunk


def version(parts: Iterable[Part], side: Side) -> str:
    """The text if every dispute goes one way."""
    return "".join(part if isinstance(part, str) else getattr(part, side) for part in parts)


def dashed_parts(parts: list[Part], column: int) -> list[Part]:
    """The lines of keys as those of an item: the first key of every version has a dash."""
    rest = [part for part in parts if part]
    first = rest.pop(0)
    while isinstance(first, Hunk) and not (first.ours and first.theirs):
        first = _joined(first, rest.pop(0))
    if isinstance(first, str):
        return [dashed(first, column), *rest]
    ours, theirs = dashed(first.ours, column), dashed(first.theirs, column)
    base = dashed(first.base, column) if first.base else ""
    return [Hunk(base, ours, theirs, first.spot), *rest]


def _joined(hunk: Hunk, part: Part) -> Hunk:
    other = Hunk(part, part, part, hunk.spot) if isinstance(part, str) else part
    return Hunk(
        hunk.base + other.base, hunk.ours + other.ours, hunk.theirs + other.theirs, hunk.spot
    )
