"""Pairs, and the groups that place and departments make of what is left; each item in one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from planversion.suggesting.arrays import Flags, Ints
from planversion.suggesting.groups import Group, Pair
from planversion.suggesting.leftovers import SEVERAL, Alike, groups_of
from planversion.suggesting.places import Matched
from planversion.suggesting.remainders import (
    Departments,
    Remainder,
    by_accident,
    divided,
    remainders,
    unrivalled,
)
from planversion.suggesting.settling import Known, Settled
from planversion.suggesting.wholes import Wholes

_LEAST = 0.35
"""Less likely groups are nobody's."""
_KEEPS = 0.95
"""So sure a pair by wording is the same project, which lives on and gave something away."""


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
        self._wholes = Wholes(departments.old, departments.new)
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
            more_new = [b for b in news if self._wholes.alike((i, j), (i, b))]
            more_old = [a for a in olds if self._wholes.alike((i, j), (a, j))]
            if more_new:
                groups.append(Remainder((i,), (j, *more_new), "names"))
            if more_old:
                groups.append(Remainder((i, *more_old), (j,), "names"))
        joined = self._wholes.joined((i, j) for i, j, _ in self._open_pairs())
        yield from self._instead_of_pairs([*groups, *joined])

    def listed(self) -> Iterator[Group]:
        """Open items that one of the other edition lists as a part of itself."""
        beside = _beside(self.found, self._free(), self.old, self.new)
        groups = []
        for (i, j), (olds, news) in sorted(beside.items()):
            if more_old := [a for a in olds if self._wholes.lists((1, j), (0, a))]:
                groups.append(Remainder((i, *more_old), (j,), "listing"))
            if more_new := [b for b in news if self._wholes.lists((0, i), (1, b))]:
                groups.append(Remainder((i,), (j, *more_new), "listing"))
        yield from self._instead_of_pairs(groups)

    def remaining(self) -> Iterator[Group]:
        """What place and departments make of the open items."""
        left = self.departments, self.sections, sorted(self.old), sorted(self.new)
        alike, meant = self._alike_open(), 1 - by_accident(*left)
        for one in remainders(*left):
            for group in groups_of(one, alike):
                sure = group.confidence * (meant if group.ground == "place" else 1)
                if sure >= _LEAST:
                    yield group._replace(confidence=sure)

    def _instead_of_pairs(self, groups: list[Remainder]) -> Iterator[Group]:
        """Those of the groups that claim nobody whom another claims, in place of their pairs."""
        for one in unrivalled(groups):
            self.old -= set(one.old)
            self.new -= set(one.new)
            yield self._instead(one)

    def _instead(self, one: Remainder) -> Group:
        """The group in place of the pair it grew from, if any, which lives on if it is sure."""
        pair = next(((i, j) for i in one.old for j in one.new if (i, j) in self.pairs), None)
        if pair is None:
            return Group(one.old, one.new, SEVERAL, None, one.ground)
        index = self.pairs.pop(pair)
        keeps = self.found.confidence[index] >= _KEEPS
        return Group(one.old, one.new, SEVERAL, index if keeps else None, one.ground)

    def _alike_open(self) -> Alike:
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


def _among(items: Ints, some: set[int]) -> Flags:
    """Which of the items are among these."""
    return np.isin(items, np.fromiter(some, np.int64, len(some)))


def _open(closed: Flags) -> set[int]:
    return set(np.flatnonzero(~closed).tolist())
