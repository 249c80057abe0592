"""Pairs, and the groups that place and departments make of what is left; each item in one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import permutations
from typing import NamedTuple

import numpy as np

from planversion.suggesting.arrays import Flags, Ints
from planversion.suggesting.parts import headings, lists
from planversion.suggesting.places import Matched
from planversion.suggesting.remainders import (
    Departments,
    Ground,
    Remainder,
    by_accident,
    divided,
    remainders,
    unrivalled,
)
from planversion.suggesting.settling import Known, Settled
from planversion.suggesting.wording import plain

_ALONE = 0.8
"""How often what is left in a section, of the same departments, is the same."""
_SEVERAL = 0.8
_SHARED_OUT = 0.75
"""The same where only the departments say so."""
_SHORT = 4
"""A shorter name stands in another by accident."""
_ALIKE = 0.05
"""How alike the wording must be where several of either side are left."""
_AMONG_SEVERAL = 0.5
_LEAST = 0.35
"""Less likely groups are nobody's."""
_MOST = 8
"""More heirs or ancestors than this are no split or merger that anybody would believe."""
_KEEPS = 0.95
"""So sure a pair by wording is the same project, which lives on and gave something away."""


Pair = tuple[int, int]
"""An old and a new item."""
Member = tuple[int, int]
"""An item of the old (0) or the new edition (1)."""


class Group(NamedTuple):
    """Items that are the same, or came from one another."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    confidence: float
    pair: int | None = None
    """The pair that was looked at, where it is one; for a group, the one that lives on."""
    ground: Ground = "place"

    @property
    def several(self) -> bool:
        """Whether it is more than one pair."""
        return len(self.old) > 1 or len(self.new) > 1


def grouped(
    departments: Departments, found: Settled, matched: Matched, known: Known
) -> tuple[Group, ...]:
    """Every pair that was taken, and the groups that are made of what is left."""
    left = _Left(departments, found, {s: t for s, (t, _) in matched.items()}, known)
    groups = (*left.grown(), *left.named(), *left.listed(), *left.remaining())
    pairs = (
        Group((i,), (j,), float(found.confidence[k]), k) for (i, j), k in sorted(left.pairs.items())
    )
    return (*pairs, *groups)


class _Left:
    """The pairs that were taken and the items still open, while groups are made of them."""

    def __init__(
        self, departments: Departments, found: Settled, sections: dict[int, int], known: Known
    ) -> None:
        self.departments, self.found, self.sections, self.known = (
            departments,
            found,
            sections,
            known,
        )
        sides = departments.old, departments.new
        self._names = [[plain(item.name) for item in side.items] for side in sides]
        self._headings: dict[Member, tuple[str, ...]] = {}
        taken = np.flatnonzero(found.taken).tolist()
        self.pairs = {(int(found.i[k]), int(found.j[k])): k for k in taken}
        self.old = _open(known.closed_old) - {i for i, _ in self.pairs}
        self.new = _open(known.closed_new) - {j for _, j in self.pairs}

    def grown(self) -> Iterator[Group]:
        """Pairs whose old item lost departments, or whose new one gained some, to open items."""
        free = self._free()
        lost = divided(self.departments, self.sections, free, self.new)
        back = {t: s for s, t in self.sections.items()}
        turned = [(j, i) for i, j in free]
        gained = divided(self.departments.turned(), back, turned, self.old)
        yield from self._instead_of_pairs([*lost, *(one.turned() for one in gained)])

    def _free(self) -> list[Pair]:
        """The pairs that nobody knew before."""
        return [pair for pair in self.pairs if not self.known.closed_old[pair[0]]]

    def named(self) -> Iterator[Group]:
        """Open items whose name, as that of a pair, holds the other's: A; A（講座）, A（相談）."""
        beside = _beside(self.found, self._free(), self.old, self.new)
        groups = []
        for (i, j), (olds, news) in sorted(beside.items()):
            more_new = [b for b in news if self._alike((i, j), (i, b))]
            more_old = [a for a in olds if self._alike((i, j), (a, j))]
            if more_new:
                groups.append(Remainder((i,), (j, *more_new), "names"))
            if more_old:
                groups.append(Remainder((i, *more_old), (j,), "names"))
        yield from self._instead_of_pairs([*groups, *self._joined()])

    def _joined(self) -> Iterator[Remainder]:
        """Open items of one edition whose names all stand in that of an open one: A, B; A and B."""
        into: dict[Member, list[int]] = defaultdict(list)
        for i, j, _ in self._open_pairs():
            holding = self._holding((i, j))
            if holding > 0:
                into[1, j].append(i)
            elif holding < 0:
                into[0, i].append(j)
        for (at, whole), parts in sorted(into.items()):
            if _are_parts([self._names[1 - at][one] for one in parts]):
                made = Remainder((whole,), tuple(parts), "names")
                yield made.turned() if at else made

    def listed(self) -> Iterator[Group]:
        """Open items that one of the other edition lists as a part of itself."""
        beside = _beside(self.found, self._free(), self.old, self.new)
        groups = []
        for (i, j), (olds, news) in sorted(beside.items()):
            if more_old := [a for a in olds if self._lists((1, j), (0, a))]:
                groups.append(Remainder((i, *more_old), (j,), "listing"))
            if more_new := [b for b in news if self._lists((0, i), (1, b))]:
                groups.append(Remainder((i,), (j, *more_new), "listing"))
        yield from self._instead_of_pairs(groups)

    def _lists(self, one: Member, other: Member) -> bool:
        if one not in self._headings:
            side = (self.departments.old, self.departments.new)[one[0]]
            self._headings[one] = headings(side.items[one[1]].body)
        return lists(self._headings[one], self._names[other[0]][other[1]])

    def _instead_of_pairs(self, groups: list[Remainder]) -> Iterator[Group]:
        """Those of the groups that claim nobody whom another claims, in place of their pairs."""
        for one in unrivalled(groups):
            self.old -= set(one.old)
            self.new -= set(one.new)
            yield self._instead(one)

    def _alike(self, pair: Pair, other: Pair) -> bool:
        """Whether in both pairs the name of the same side stands in the other's, and isn't it.

        Namesakes are no parts of one: all stand in the same name.
        """
        holds = [self._holding(one) for one in (pair, other)]
        one, another = (
            [self._names[side][items[side]] for side in (0, 1)] for items in (pair, other)
        )
        return holds[0] == holds[1] != 0 and one != another

    def _holding(self, pair: Pair) -> int:
        """1 where the old name stands in the new one, -1 the other way round, else 0."""
        was, now = self._names[0][pair[0]], self._names[1][pair[1]]
        if was == now or min(len(was), len(now)) < _SHORT:
            return 0
        return (was in now) - (now in was)

    def _instead(self, one: Remainder) -> Group:
        """The group in place of the pair it grew from, if any, which lives on if it is sure."""
        pair = next(((i, j) for i in one.old for j in one.new if (i, j) in self.pairs), None)
        if pair is None:
            return Group(one.old, one.new, _SEVERAL, None, one.ground)
        index = self.pairs.pop(pair)
        keeps = self.found.confidence[index] >= _KEEPS
        return Group(one.old, one.new, _SEVERAL, index if keeps else None, one.ground)

    def remaining(self) -> Iterator[Group]:
        """What place and departments make of the open items."""
        left = self.departments, self.sections, sorted(self.old), sorted(self.new)
        alike, meant = self._alike_open(), 1 - by_accident(*left)
        for one in remainders(*left):
            for group in _of_remainder(one, alike):
                sure = group.confidence * (meant if group.ground == "place" else 1)
                if sure >= _LEAST:
                    yield group._replace(confidence=sure)

    def _alike_open(self) -> _Alike:
        found: dict[int, dict[int, float]] = defaultdict(dict)
        for i, j, alike in self._open_pairs():
            found[i][j] = alike
        return found

    def _open_pairs(self) -> Iterator[tuple[int, int, float]]:
        """Candidates whose items are both still open, and how alike they are."""
        found = self.found
        both = np.flatnonzero(_among(found.i, self.old) & _among(found.j, self.new))
        measured = (found.i, found.j, found.likeness.measures.alike)
        return zip(*(values[both].tolist() for values in measured), strict=True)


Rivals = tuple[list[int], list[int]]


def _beside(found: Settled, pairs: list[Pair], old: set[int], new: set[int]) -> dict[Pair, Rivals]:
    """By pair, the open old and new items that were candidates of its items."""
    by_old, by_new = {i: (i, j) for i, j in pairs}, {j: (i, j) for i, j in pairs}
    beside: dict[Pair, Rivals] = {}
    for k in np.flatnonzero(_among(found.j, new) | _among(found.i, old)).tolist():
        i, j = int(found.i[k]), int(found.j[k])
        if i in by_old and j in new:
            beside.setdefault(by_old[i], ([], []))[1].append(j)
        if j in by_new and i in old:
            beside.setdefault(by_new[j], ([], []))[0].append(i)
    return beside


def _are_parts(names: list[str]) -> bool:
    """Whether there are several, none of which stands in another."""
    return len(names) > 1 and not any(one in other for one, other in permutations(names, 2))


def _among(items: Ints, some: set[int]) -> Flags:
    """Which of the items are among these."""
    return np.isin(items, np.fromiter(some, np.int64, len(some)))


def _open(closed: Flags) -> set[int]:
    return set(np.flatnonzero(~closed).tolist())


def _of_remainder(one: Remainder, alike: _Alike) -> Iterator[Group]:
    several = min(len(one.old), len(one.new)) > 1
    if several:
        yield from _alike_among(one, alike)
    elif max(len(one.old), len(one.new)) <= _MOST:
        alone = len(one.old) == len(one.new)
        sure = (_ALONE if alone else _SEVERAL) if one.ground == "place" else _SHARED_OUT
        yield Group(one.old, one.new, sure, None, one.ground)


_Alike = Mapping[int, Mapping[int, float]]
"""By old item, how alike the new ones are that it was held against."""


def _alike_among(one: Remainder, alike: _Alike) -> Iterator[Group]:
    """Where several are left on both sides: who is most alike, if each is to the other."""
    news = set(one.new)
    values = {(i, j): v for i in one.old for j, v in alike.get(i, {}).items() if j in news}
    by_old, by_new = _downwards(values, 0), _downwards(values, 1)
    for (i, j), value in sorted(values.items()):
        best = by_old[i][0] == by_new[j][0] == value >= _ALIKE
        if best and value not in (*by_old[i][1:2], *by_new[j][1:2]):
            yield Group((i,), (j,), _AMONG_SEVERAL, None, one.ground)


def _downwards(values: Mapping[Pair, float], side: int) -> Mapping[int, list[float]]:
    """By item of that side, how alike it is to others, the most alike first."""
    found: dict[int, list[float]] = defaultdict(list)
    for pair, value in values.items():
        found[pair[side]].append(value)
    return {item: sorted(some, reverse=True) for item, some in found.items()}
