"""The lines of the table by direction and edition, for one edition's table below the other's."""

from __future__ import annotations

from typing import NamedTuple

from planversion.rendering.laying.laid import Side
from planversion.rendering.page import joined
from planversion.rendering.table import Cell, Table, TableLine
from planversion.rendering.whereabouts import Heading

Placed = tuple[Cell, TableLine]


class Stack(NamedTuple):
    """One direction: the lines of each edition, complete and in that edition's order."""

    headings: tuple[Heading, ...]
    old: tuple[TableLine, ...]
    new: tuple[TableLine, ...]

    def lines(self, side: Side) -> tuple[TableLine, ...]:
        """The lines of one edition."""
        return self.old if side == "old" else self.new


def stacks(table: Table) -> tuple[Stack, ...]:
    """The directions in the new edition's order, those that ended after the one before them."""
    lines = [line for part in table.parts for line in part.lines]
    old = _by_direction([(line.old, line) for line in lines if line.old])
    new = _by_direction([(line.new, line) for line in lines if line.new])
    return tuple(_stack(old.get(one, []), new.get(one, [])) for one in _order(list(old), list(new)))


def _by_direction(placed: list[Placed]) -> dict[str, list[Placed]]:
    found: dict[str, list[Placed]] = {}
    for cell, line in sorted(placed, key=lambda one: one[0].at):
        found.setdefault(cell.above[-1].id, []).append((cell, line))
    return found


def _order(old: list[str], new: list[str]) -> list[str]:
    """What is new in its order; what ended after what stood before it."""
    order = list(new)
    known = set(new)
    for index, one in enumerate(old):
        if one not in known:
            order.insert(order.index(old[index - 1]) + 1 if index else 0, one)
            known.add(one)
    return order


def _stack(old: list[Placed], new: list[Placed]) -> Stack:
    sides = [side[0][0].above for side in (old, new) if side]
    headings = (_heading(level, sides) for level in range(len(sides[-1])))
    return Stack(tuple(headings), tuple(line for _, line in old), tuple(line for _, line in new))


def _heading(level: int, sides: list[tuple[Heading, ...]]) -> Heading:
    """A section as the last edition has it; as both have it where they differ."""
    read = dict.fromkeys(side[level].line for side in sides if level < len(side))
    return Heading(sides[-1][level].id, joined(read, " → "))
