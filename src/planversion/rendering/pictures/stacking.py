"""Sections of an edition in a flow, one above the other, and where ribbons touch them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planversion.rendering.pictures.flows import Column, Node, Ribbon
from planversion.rendering.pictures.lettering import fitted, leading

GAP = 9
_LEAST = 18
_FEW = 24


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
        height = node.placements * unit
        wanted = max(height, leading("plain") * len(title) + 2, _LEAST)
        slots.append(Slot(node, top + (wanted - height) / 2, height, title))
        top += wanted + GAP
    return tuple(slots)


def _lines(nodes: int) -> int:
    return 3 if nodes <= _FEW else 2


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
    slots: Iterable[Slot], ribbons: Iterable[tuple[Ribbon, str | None, float]]
) -> Mapping[Ribbon, End]:
    """Where each ribbon touches its section, given in the order of their other ends.

    A ribbon comes with its section, if it has one, and with how thick it is there.
    """
    tops = {slot.node.id: slot.top for slot in slots}
    found: dict[Ribbon, End] = {}
    for ribbon, section, thick in ribbons:
        if section is not None:
            top = tops[section]
            tops[section] = top + thick
            found[ribbon] = top, tops[section]
    return found
