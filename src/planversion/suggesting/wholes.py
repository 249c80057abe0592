"""Whose name or text holds those of others, as a whole holds its parts: A; A（講座）, A（相談）."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import permutations

from planversion.suggesting.groups import Pair
from planversion.suggesting.items import Side
from planversion.suggesting.parts import headings, lists
from planversion.suggesting.remainders import Remainder
from planversion.suggesting.wording import plain

_SHORT = 4
"""A shorter name stands in another by accident."""

Member = tuple[int, int]
"""An item of the old (0) or the new edition (1)."""


class Wholes:
    """What the names and texts of two editions say of wholes and parts."""

    def __init__(self, old: Side, new: Side) -> None:
        self._sides = old, new
        self._names = [[plain(item.name) for item in side.items] for side in self._sides]
        self._headings: dict[Member, tuple[str, ...]] = {}

    def alike(self, pair: Pair, other: Pair) -> bool:
        """Whether in both pairs the name of the same side stands in the other's, and isn't it.

        Namesakes are no parts of one: all stand in the same name.
        """
        holds = [self._holding(one) for one in (pair, other)]
        one, another = (
            [self._names[side][items[side]] for side in (0, 1)] for items in (pair, other)
        )
        return holds[0] == holds[1] != 0 and one != another

    def lists(self, one: Member, other: Member) -> bool:
        """Whether the text of one item has a line for the other."""
        if one not in self._headings:
            self._headings[one] = headings(self._sides[one[0]].items[one[1]].body)
        return lists(self._headings[one], self._names[other[0]][other[1]])

    def joined(self, pairs: Iterable[Pair]) -> Iterator[Remainder]:
        """Items of one edition whose names all stand in that of one of the other: A, B; A and B."""
        into: dict[Member, list[int]] = defaultdict(list)
        for i, j in pairs:
            holding = self._holding((i, j))
            if holding > 0:
                into[1, j].append(i)
            elif holding < 0:
                into[0, i].append(j)
        for (at, whole), parts in sorted(into.items()):
            if _are_parts([self._names[1 - at][one] for one in parts]):
                made = Remainder((whole,), tuple(parts), "names")
                yield made.turned() if at else made

    def _holding(self, pair: Pair) -> int:
        """1 where the old name stands in the new one, -1 the other way round, else 0."""
        was, now = self._names[0][pair[0]], self._names[1][pair[1]]
        if was == now or min(len(was), len(now)) < _SHORT:
            return 0
        return (was in now) - (now in was)


def _are_parts(names: list[str]) -> bool:
    """Whether there are several, none of which stands in another."""
    return len(names) > 1 and not any(one in other for one, other in permutations(names, 2))
