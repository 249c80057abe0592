"""Where the sections of an edition stand in a flow, one above the other, and their ribbons' ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from planversion.rendering.pictures.flows import Column, Node, Ribbon
from planversion.rendering.pictures.lettering import fitted, leading

GAP = 9
_LEAST = 18
_FEW, _SOME = 24, 48


class Slot(NamedTuple):
    """A section: where it begins, how high it is, and its title as it is written beside it."""

    node: Node
    top: float
    height: float
    title: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.height / 2


def stacked(column: Column, top: float, unit: float, room: float) -> tuple[Slot, ...]:
    """The sections of an edition from `top` down; each has room for its title."""
    lines = _lines(len(column.nodes))
    slots: list[Slot] = []
    for node in column.nodes:
        title = fitted(called(node), room, "plain", lines)
        height = node.count * unit
        wanted = max(height, leading("plain") * len(title) + 2, _LEAST)
        slots.append(Slot(node, top + (wanted - height) / 2, height, title))
        top += wanted + GAP
    return tuple(slots)


def _lines(nodes: int) -> int:
    return 3 if nodes <= _FEW else 2 if nodes <= _SOME else 1


def called(node: Node) -> str:
    """A section as it reads: its place code and title."""
    return f"{node.code} {node.title}".strip()


def bottom(slots: Iterable[Slot], top: float) -> float:
    """Where the last of them ends."""
    ends = (
        max(one.top + one.height, one.middle + max(leading("plain") * len(one.title), _LEAST) / 2)
        for one in slots
    )
    return max(ends, default=top)


End = tuple[float, float]
"""From where to where a ribbon touches a section."""


def ends(
    slots: tuple[Slot, ...],
    ribbons: tuple[Ribbon, ...],
    unit: float,
    side: Callable[[Ribbon], tuple[str | None, int]],
    order: Callable[[Ribbon], float],
) -> Mapping[Ribbon, End]:
    """Where each ribbon touches its section, in the order of the other side."""
    found: dict[Ribbon, End] = {}
    for slot in slots:
        at = slot.top
        for ribbon in sorted((r for r in ribbons if side(r)[0] == slot.node.id), key=order):
            high = side(ribbon)[1] * unit
            found[ribbon] = at, at + high
            at += high
    return found
