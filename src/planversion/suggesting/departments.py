"""Departments held against departments: which new one carries what an old one carried."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from planversion.suggesting.arrays import Flags, Floats, Ints
from planversion.suggesting.items import Side

Names = tuple[str, ...]
Lists = tuple[Names, Names]
"""The departments of an old and of a new item."""
_SOME = 0.1
"""A smaller share of what a department carried tells nothing."""
_SURE = 0.6
"""Pairs less sure than this say nothing of departments."""


class Handover(NamedTuple):
    """An old department whose projects a new one carries now."""

    old: str
    new: str
    rows: float
    """How many projects tell so."""
    share: float
    """How much of what either carried, or carries, went this way; shrunk where it is little."""


Handovers = Mapping[tuple[str, str], Handover]


def handovers(old: Side, new: Side, i: Ints, j: Ints, sure: Floats) -> Handovers:
    """Which departments took over from which, as the sure pairs tell."""
    went: dict[tuple[str, str], float] = defaultdict(float)
    had: dict[str, float] = defaultdict(float)
    have: dict[str, float] = defaultdict(float)
    for one, other, weight in _sure(i, j, sure):
        was, now = old.items[one].departments, new.items[other].departments
        for name in was:
            had[name] += weight
        for name in now:
            have[name] += weight
        left, come = [d for d in was if d not in now], [d for d in now if d not in was]
        for a in left:
            for b in come:
                went[a, b] += weight / max(len(left), len(come))
    told = (
        Handover(a, b, rows, max(rows / (had[a] + 1), rows / (have[b] + 1)))
        for (a, b), rows in sorted(went.items())
    )
    return {(one.old, one.new): one for one in told if one.share >= _SOME}


def _sure(i: Ints, j: Ints, sure: Floats) -> Iterable[tuple[int, int, float]]:
    some = np.flatnonzero(sure > _SURE)
    return zip(i[some].tolist(), j[some].tolist(), sure[some].tolist(), strict=True)


class Agreement:
    """How well the departments of two items agree after what was handed over."""

    def __init__(
        self, old: Side, new: Side, found: Handovers, known: dict[Lists, float] | None = None
    ) -> None:
        """`known` keeps what doesn't depend on handovers from one asking to the next."""
        self._old, self._new, self._found = old, new, found
        self._known = {} if known is None else known
        self._left = {a for a, _ in found}
        self._come = {b for _, b in found}

    def of(self, i: Ints, j: Ints) -> tuple[Floats, Flags]:
        """By pair, from 0 to 1; and whether both name any department."""
        (here, old), (there, new) = _lists(self._old), _lists(self._new)
        width = max(len(new), 1)
        known, which = np.unique(here[i] * width + there[j], return_inverse=True)
        values = [self._agreement(old[k // width], new[k % width]) for k in known.tolist()]
        told = [bool(old[k // width] and new[k % width]) for k in known.tolist()]
        return np.array(values, np.float64)[which], np.array(told, np.bool_)[which]

    def _agreement(self, was: Names, now: Names) -> float:
        if self._left.isdisjoint(was) or self._come.isdisjoint(now):
            found = self._known.get((was, now))
            if found is None:
                found = self._known[was, now] = _shared(was, now)
            return found
        return self._compared(was, now)

    def _compared(self, was: Names, now: Names) -> float:
        if not (was and now):
            return 0.0
        forward = sum(max(self.carried(a, b) for b in now) for a in was) / len(was)
        back = sum(max(self.carried(a, b) for a in was) for b in now) / len(now)
        return (forward + back) / 2

    def turned(self) -> Agreement:
        """The same, asked from the new edition to the old."""
        found = {(b, a): one for (a, b), one in self._found.items()}
        return Agreement(self._new, self._old, found)

    def carriers(self, was: str, least: float) -> frozenset[str]:
        """The departments that carry on so much of the old one; itself among them."""
        heirs = (b for (a, b), one in self._found.items() if a == was and one.share >= least)
        return frozenset((was, *heirs))

    def carried(self, was: str, now: str) -> float:
        """How surely the one carries now what the other carried, from 0 to 1."""
        if was == now:
            return 1.0
        found = self._found.get((was, now))
        return found.share if found else 0.0


def _shared(was: Names, now: Names) -> float:
    """How well two lists agree when nothing was handed over."""
    both = len({*was} & {*now})
    return (both / len({*was}) + both / len({*now})) / 2 if both else 0.0


def _lists(side: Side) -> tuple[Ints, list[Names]]:
    """By item, the number of its list of departments, and all lists."""
    numbers: dict[Names, int] = {}
    found = [numbers.setdefault(item.departments, len(numbers)) for item in side.items]
    return np.array(found, np.int64), list(numbers)
