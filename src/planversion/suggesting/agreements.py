"""In which facts two agree, and what it tells.

A programme of 2021 that is written anew is one of 2021 still; one of its name that begins in 2025
is another. Which of these facts lasts, and how surely, depends on the plan: it is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from planversion.suggesting import weights
from planversion.suggesting.arrays import Floats, Ints
from planversion.suggesting.evidence import likely, tells
from planversion.suggesting.facts import Fact, Key

Facts: TypeAlias = Sequence[Mapping[Key, Fact]]
"""By item, what it says in years, amounts and single words."""
Ways: TypeAlias = npt.NDArray[np.int8]

UNTOLD, APART, NEAR, CLOSE, EQUAL = range(-1, 4)
"""How two agree: lists that share something are near, numbers as their difference says."""
_CLOSE, _NEAR = 0.05, 0.3
"""So much of the larger number is the difference at most."""
_USUAL, _FEWEST = 0.01, 3
"""What fewer items say, of either edition, tells too little to be counted."""
_ROUNDS = 3
"""Pairs that seem sure by their wording may not once facts are heard, and then tell none."""
_AGAINST, _FOR = -10.0, 2.0
"""No more than this all facts tell together: they aren't independent of each other."""
_OF_A_YEAR = len(("budget", "2026", "千円"))
_STRANGE = -30.0
_ENOUGH = 30


class Heard(NamedTuple):
    """How candidate pairs agree in facts, and what it adds to their log odds."""

    ways: Mapping[Key, Ways]
    """By fact, how each pair agrees in it."""
    weights: Mapping[Key, Floats]
    """By fact, what each way of agreeing adds."""
    added: Floats
    """By pair, what all facts add."""


def heard(old: Facts, new: Facts, i: Ints, j: Ints, log_odds: Floats) -> Heard:
    """What facts add to pairs of such log odds, which tell how far each fact can be trusted."""
    count = len(i)
    others = _strangers(i, j, log_odds)
    pairs = np.concatenate([i, others[0]]), np.concatenate([j, others[1]])
    odds = np.concatenate([log_odds, np.full(len(others[0]), _STRANGE)])
    ways = {key: _ways(key, old, new, *pairs) for key in _keys(old, new)}
    added = np.zeros(len(odds))
    told: dict[Key, Floats] = {}
    for _ in range(_ROUNDS):
        told = {key: _weighed(some, likely(odds + added)) for key, some in ways.items()}
        added = _sum(ways, told, len(odds))
    return Heard({key: some[:count] for key, some in ways.items()}, told, added[:count])


def _strangers(i: Ints, j: Ints, log_odds: Floats) -> tuple[Ints, Ints]:
    """Each item of a sure pair with the next pair's other item, where all names last.

    Else there are others enough to learn from, and more alike.
    """
    sure = np.flatnonzero(log_odds > 0)
    if len(i) - len(sure) >= _ENOUGH:
        sure = sure[:0]
    by_old, by_new = (sure[np.lexsort((other[sure], one[sure]))] for one, other in ((i, j), (j, i)))
    one = np.concatenate([i[by_old], np.roll(i[by_new], 1)])
    other = np.concatenate([np.roll(j[by_old], 1), j[by_new]])
    width = int(j.max(initial=0)) + 1
    apart = ~np.isin(one * width + other, i[sure] * width + j[sure])
    return one[apart], other[apart]


def _weighed(ways: Ways, alone: Floats) -> Floats:
    """By way, what it adds; the last one, which stands for untold, adds nothing."""
    told = tells(ways, EQUAL + 1, alone, ways >= 0)
    return np.append(np.where(told > 0, weights.AGREEING * told, told), 0.0)


def _sum(ways: Mapping[Key, Ways], told: Mapping[Key, Floats], count: int) -> Floats:
    added = np.zeros(count)
    for key, some in ways.items():
        added += told[key][some]
    return np.clip(added, _AGAINST, _FOR)


def _keys(old: Facts, new: Facts) -> list[Key]:
    """The facts that enough of either edition say."""
    one, other = (Counter(key for item in side for key in item) for side in (old, new))
    fewest = max(_FEWEST, int(_USUAL * min(len(old), len(new))))
    keys = {key for key in one if min(one[key], other[key]) >= fewest}
    # What is planned for one year in both says more than the latest of either.
    by_year = {("budget", key[-1]) for key in keys if key[0] == "budget" and len(key) == _OF_A_YEAR}
    return sorted(keys - by_year)


def _ways(key: Key, old: Facts, new: Facts, i: Ints, j: Ints) -> Ways:
    """Numbers by how far apart they are, everything else by whether it is the same."""
    here, there = [one.get(key) for one in old], [one.get(key) for one in new]
    one, other = (_numbers(side) for side in (here, there))
    both = ~(np.isnan(one)[i] | np.isnan(other)[j])
    ways = np.empty(len(i), np.int64)
    ways[both] = _of_numbers(one[i[both]], other[j[both]])
    ways[~both] = _of_values(here, there, i[~both], j[~both])
    return ways.astype(np.int8)


def _numbers(side: Sequence[Fact | None]) -> Floats:
    return np.array([one if isinstance(one, int | float) else np.nan for one in side], np.float64)


def _of_numbers(one: Floats, other: Floats) -> Ints:
    size = np.maximum(np.abs(one), np.abs(other))
    apart = np.abs(one - other) / np.where(size > 0, size, 1)
    return np.select([apart == 0, apart <= _CLOSE, apart <= _NEAR], [EQUAL, CLOSE, NEAR], APART)


def _of_values(old: Sequence[Fact | None], new: Sequence[Fact | None], i: Ints, j: Ints) -> Ints:
    numbers: dict[Fact | None, int] = {None: 0}
    one, other = (
        np.array([numbers.setdefault(value, len(numbers)) for value in side], np.int64)
        for side in (old, new)
    )
    values = list(numbers)
    pairs, which = np.unique(one[i] * len(values) + other[j], return_inverse=True)
    some = (divmod(pair, len(values)) for pair in pairs.tolist())
    return np.array([_way(values[a], values[b]) for a, b in some], np.int64)[which]


def _way(one: Fact | None, other: Fact | None) -> int:
    if one is None or other is None:
        return UNTOLD
    if one == other:
        return EQUAL
    if isinstance(one, frozenset) and isinstance(other, frozenset) and one & other:
        return NEAR
    return APART
