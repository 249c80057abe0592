"""What place and department tell: learnt from the pairs that wording alone makes sure.

How much it means that two items stand in the same section depends on the plan: in one edition
nothing moved, in another everything did. So it is counted here: how often the sure pairs agree,
and how often pairs that are none do (the weights of Fellegi and Sunter, 1969).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planversion.suggesting import weights
from planversion.suggesting.arrays import Flags, Floats, Ints
from planversion.suggesting.departments import Agreement, Handovers, Lists, handovers
from planversion.suggesting.evidence import likely, tells
from planversion.suggesting.items import Side
from planversion.suggesting.likeness import tied
from planversion.suggesting.places import Listing, Places

_COUNTED = 0.5
"""From here on a pair tells something of its neighbours."""
_ROUNDS = 4
_MOST = 2.0
"""More than this no agreement tells: the place of what ended is soon taken by something else."""
_MOST_OF_TIED = 3.0
"""The same where wording tells nothing: what ended seldom leaves its place to its namesake."""
_PLACE = (0.1, 0.3, 0.5, 0.75)
_BESIDE = (0.3, 1.0, 1.6)
_DEPARTMENT = (0.2, 0.45, 0.7, 0.99)


@dataclass(frozen=True)
class Around:
    """What stands around the candidate pairs, once some of them are sure."""

    place: Floats
    """How surely they stand in the same section."""
    beside: Floats
    """How many of their neighbours are the same, 0 to 2."""
    department: Floats
    """How well their departments agree."""
    has_departments: Flags


@dataclass(frozen=True)
class Judged:
    """The candidate pairs, once place and department were heard."""

    log_odds: Floats
    sure: Floats
    """How likely each pair is, with its rivals."""
    around: Around
    handovers: Handovers
    added: Floats
    """What place, neighbours and departments added to the log odds."""
    by_order: Flags
    """Whether nothing but the neighbours tells a pair from a rival."""


class Context:
    """The candidate pairs among their neighbours."""

    def __init__(self, old: Side, new: Side, i: Ints, j: Ints, tied: Flags) -> None:
        """`tied` are the pairs whose wording tells them from no rival."""
        self.tied = tied
        self.old, self.new, self.i, self.j = old, new, i, j
        self.places = Places(old, new)
        self._known: dict[Lists, float] = {}
        keys = i * max(len(new.items), 1) + j
        self._order = np.argsort(keys)
        self._keys = keys[self._order]

    @cached_property
    def _listing(self) -> Listing:
        return self.places.listings(self.i, self.j)

    @cached_property
    def _titles(self) -> Floats:
        return self.places.entitled(self._listing.s, self._listing.t)

    def around(self, sure: Floats) -> tuple[Around, Handovers]:
        """What stands around every pair, as the pairs that are sure enough tell."""
        told = np.where(sure > _COUNTED, sure, 0.0)
        found = handovers(self.old, self.new, self.i, self.j, told)
        department, has = Agreement(self.old, self.new, found, self._known).of(self.i, self.j)
        common = self.places.shares(self.i, self.j, told)
        place = self.places.agreement(self._listing, self._titles, common, told)
        return Around(place, self._beside(told), department, has), found

    def _beside(self, sure: Floats) -> Floats:
        before = self._looked_up(sure, self.old.before[self.i], self.new.before[self.j])
        after = self._looked_up(sure, self.old.after[self.i], self.new.after[self.j])
        return before + after

    def _looked_up(self, values: Floats, i: Ints, j: Ints) -> Floats:
        if len(self._keys) == 0:
            return np.zeros(len(i))
        wanted = i * max(len(self.new.items), 1) + j
        at = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        there = (self._keys[at] == wanted) & (i >= 0) & (j >= 0)
        return np.asarray(np.where(there, values[self._order][at], 0.0))

    def judged(self, by_wording: Floats) -> Judged:
        """The pairs after several rounds, in which the sure ones tell of the others."""
        alone = likely(by_wording)
        sure = alone
        for _ in range(_ROUNDS):
            heard = sure
            around, found = self.around(heard)
            added, order = self._added(around, alone)
            log_odds = by_wording + added + order
            sure = beside_rivals(self.i, self.j, log_odds)
            if np.array_equal(sure > _COUNTED, heard > _COUNTED):
                break
        by_order = tied(self.i, self.j, by_wording + added)
        return Judged(log_odds, sure, around, found, added + order, by_order)

    def _added(self, around: Around, alone: Floats) -> tuple[Floats, Floats]:
        """What places and departments add to the log odds; and what the neighbours do."""
        everywhere = np.ones(len(alone), np.bool_)
        # Where wording tells nothing, it can't have told what the surroundings tell.
        most = np.where(self.tied, _MOST_OF_TIED, _MOST)
        counts = np.where(self.tied, 1.0, weights.CONTEXT)
        place = _learnt(around.place, _PLACE, everywhere, alone)
        department = _learnt(around.department, _DEPARTMENT, around.has_departments, alone)
        order = _learnt(around.beside, _BESIDE, everywhere, alone)
        return (
            counts * (np.minimum(place, most) + np.minimum(department, most)),
            counts * np.minimum(order, most),
        )


def beside_rivals(i: Ints, j: Ints, log_odds: Floats, *, several: bool = False) -> Floats:
    """How likely each pair is when one of its row and of its column is, or none.

    Where there may be `several`, either of them may be in more pairs.
    """
    odds = np.exp(np.clip(log_odds, -30, 30))
    rows = np.bincount(i, weights=odds)[i]
    columns = np.bincount(j, weights=odds)[j]
    others = np.minimum(rows, columns) if several else np.maximum(rows, columns)
    return np.asarray(np.round(odds / (1 + others), 9))


def _learnt(values: Floats, edges: tuple[float, ...], told: Flags, alone: Floats) -> Floats:
    """By pair, how much likelier sure pairs agree as it does than others; 0 where nothing is told.

    More agreement never tells against a pair, whatever the counts are.
    """
    ways = np.digitize(values, edges)
    found = tells(ways, len(edges) + 1, alone, told)
    found = np.maximum.accumulate(found)
    return np.asarray(np.where(told, found[ways], 0.0))
