"""Who else it could be: the likeliest pairs that were not taken, for everybody who isn't certain.

Whoever is left may be a part of what another became, or have become a part of it. Then no fact
tells against it (a part begins when it is split off), nor does whoever else became the whole: so
they are ranked as if no fact did, and whoever is left beside rivals of its own only. How likely it
is, is another question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from planversion.suggesting import weights
from planversion.suggesting.arrays import Flags, Floats, Ints
from planversion.suggesting.context import beside_rivals
from planversion.suggesting.groups import Group
from planversion.suggesting.likeness import rivals
from planversion.suggesting.settling import Known, Settled
from planversion.suggesting.suggestions import CERTAIN

_MOST = 10
"""A pair is shown while either of its items has fewer."""
_SHOWN = 0.001
"""Less likely pairs are nobody's."""
_AS_PART = -2.5
"""The log odds of being a part, at most, where nothing tells of it but the wording."""


def runners_up(found: Settled, groups: Sequence[Group], known: Known) -> Iterator[Group]:
    """The pairs, the likeliest first."""
    as_parts = _as_parts(found, _left(groups, known))
    shown = _shown(found, groups, known, beside_rivals(found.i, found.j, as_parts, several=True))
    odds = np.maximum(found.judged.log_odds, np.minimum(as_parts, _AS_PART))
    confidence = beside_rivals(found.i, found.j, odds, several=True)
    for k in sorted(shown, key=lambda k: (-confidence[k], k)):
        yield Group((int(found.i[k]),), (int(found.j[k]),), float(confidence[k]), k)


def _left(groups: Sequence[Group], known: Known) -> tuple[Flags, Flags]:
    """The items of either edition that stand in no group."""
    left_old, left_new = ~known.closed_old, ~known.closed_new
    left_old[[i for group in groups for i in group.old]] = False
    left_new[[j for group in groups for j in group.new]] = False
    return left_old, left_new


def _as_parts(found: Settled, left: tuple[Flags, Flags]) -> Floats:
    """The log odds of each pair if no fact told against it, and only rivals of who is left did."""
    best = found.judged.log_odds - np.minimum(found.facts.added, 0)
    measures = found.likeness.measures
    sides = zip(left, (found.i, found.j), (measures.old_named, measures.new_named), strict=True)
    for side, items, named in sides:
        lead = measures.alike - rivals(items, measures.alike)
        odds = weights.PART_PRIOR + (weights.NARROWER_LEAD + weights.WIDER_LEAD) * lead
        odds += weights.NAMED * named + found.judged.added
        best = np.where(side[items], np.maximum(best, odds), best)
    return np.asarray(best)


def _shown(found: Settled, groups: Sequence[Group], known: Known, ranks: Floats) -> Iterator[int]:
    """The best of everybody who isn't certain."""
    taken = {(i, j) for group in groups for i in group.old for j in group.new}
    certain = [one for one in groups if one.pair is not None and one.confidence >= CERTAIN]
    sure_old, sure_new = known.closed_old.copy(), known.closed_new.copy()
    sure_old[[i for one in certain for i in one.old]] = True
    sure_new[[j for one in certain for j in one.new]] = True
    open_ = (ranks > _SHOWN) & ~(sure_old[found.i] & sure_new[found.j])
    old: Counter[int] = Counter()
    new: Counter[int] = Counter()
    for k in _downwards(ranks, open_):
        i, j = int(found.i[k]), int(found.j[k])
        if (i, j) not in taken and min(old[i], new[j]) < _MOST:
            old[i] += 1
            new[j] += 1
            yield k


def _downwards(values: Floats, some: Flags) -> list[int]:
    where: Ints = np.flatnonzero(some)
    order: list[int] = where[np.argsort(-values[where], kind="stable")].tolist()
    return order
