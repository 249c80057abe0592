"""What projects say in years, amounts and single words, and what it tells to agree in it.

A programme of 2021 that is written anew is one of 2021 still; one of its name that begins in 2025
is another. Which of these facts lasts, and how surely, depends on the plan: it is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
from pydantic import JsonValue

from planversion.model import Project
from planversion.suggesting import weights
from planversion.suggesting.arrays import Floats, Ints
from planversion.suggesting.evidence import likely, tells

Key: TypeAlias = tuple[str, ...]
"""Where it stands: ("period", "from"), ("attributes", "開始年度")."""
Fact: TypeAlias = bool | int | float | str | frozenset[str]
Ways: TypeAlias = npt.NDArray[np.int8]

UNTOLD, APART, NEAR, CLOSE, EQUAL = range(-1, 4)
"""How two agree: lists that share something are near, numbers as their difference says."""
_CLOSE, _NEAR = 0.05, 0.3
"""So much of the larger number is the difference at most."""
_PROSE = 40
"""A longer text is compared by its wording."""
_HUGE = 1e300
"""Larger numbers are no facts, and no floats either."""
_ROUNDS = 3
"""Pairs that seem sure by their wording may not once facts are heard, and then tell none."""


def facts(project: Project) -> Iterator[tuple[Key, Fact]]:
    """What it says beside its name, departments and prose."""
    yield from _flat(("attributes",), project.attributes)
    if project.status:
        yield ("status",), project.status
    if project.period:
        ends = (("from", project.period.start), ("to", project.period.end))
        yield from ((("period", end), value) for end, value in ends if value is not None)
    for budget in project.budget:
        yield from _flat(("budget", str(budget.year), budget.unit), budget.amount)
    for budget in project.budget[-1:]:
        yield from _flat(("budget", budget.unit), budget.amount)


def _flat(at: Key, value: JsonValue) -> Iterator[tuple[Key, Fact]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _flat((*at, key), one)
    elif isinstance(value, list):
        if value and not any(isinstance(one, list | dict) for one in value):
            yield at, frozenset(map(str, value))
    elif isinstance(value, str):
        if 0 < len(value) <= _PROSE:
            yield at, value
    elif value is not None and abs(value) < _HUGE:
        yield at, value


class Heard(NamedTuple):
    """How candidate pairs agree in facts, and what it adds to their log odds."""

    ways: Mapping[Key, Ways]
    """By fact, how each pair agrees in it."""
    weights: Mapping[Key, Floats]
    """By fact, what each way of agreeing adds."""
    added: Floats
    """By pair, what all facts add."""


@dataclass(frozen=True)
class Agreements:
    """How candidate pairs agree, fact by fact."""

    ways: Mapping[Key, Ways]

    def heard(self, log_odds: Floats) -> Heard:
        """What the facts tell, once pairs of such log odds tell how far each can be trusted."""
        added = np.zeros(len(log_odds))
        told: dict[Key, Floats] = {}
        for _ in range(_ROUNDS):
            alone = likely(log_odds + added)
            told = {key: _weighed(ways, alone) for key, ways in self.ways.items()}
            added = np.zeros(len(log_odds))
            for key, ways in self.ways.items():
                added += told[key][ways]
        return Heard(self.ways, told, np.where(added > 0, weights.AGREEING * added, added))


def _weighed(ways: Ways, alone: Floats) -> Floats:
    """By way, what it adds; the last one, which stands for untold, adds nothing."""
    return np.append(tells(ways, EQUAL + 1, alone, ways >= 0), 0.0)


def agreements(
    old: Iterable[Mapping[Key, Fact]], new: Iterable[Mapping[Key, Fact]], i: Ints, j: Ints
) -> Agreements:
    """How the pairs of `i` and `j` agree, in every fact that either edition has."""
    here, there = list(old), list(new)
    keys = _keys(here) & _keys(there)
    return Agreements(
        {
            key: _ways([one.get(key) for one in here], [one.get(key) for one in there], i, j)
            for key in sorted(keys)
        }
    )


def _keys(some: Iterable[Mapping[Key, Fact]]) -> set[Key]:
    return {key for one in some for key in one}


def _ways(old: list[Fact | None], new: list[Fact | None], i: Ints, j: Ints) -> Ways:
    numbers = all(isinstance(one, int | float | None) for one in (*old, *new))
    found = _of_numbers(old, new, i, j) if numbers else _of_values(old, new, i, j)
    return found.astype(np.int8)


def _of_numbers(old: list[Fact | None], new: list[Fact | None], i: Ints, j: Ints) -> Ints:
    one, other = np.array(old, np.float64)[i], np.array(new, np.float64)[j]
    size = np.maximum(np.abs(one), np.abs(other))
    apart = np.abs(one - other) / np.where(size > 0, size, 1)
    ways = np.select([apart == 0, apart <= _CLOSE, apart <= _NEAR], [EQUAL, CLOSE, NEAR], APART)
    return np.where(np.isnan(apart), UNTOLD, ways)


def _of_values(old: list[Fact | None], new: list[Fact | None], i: Ints, j: Ints) -> Ints:
    numbers: dict[Fact | None, int] = {None: 0}
    one, other = (
        np.array([numbers.setdefault(value, len(numbers)) for value in side], np.int64)
        for side in (old, new)
    )
    values = list(numbers)
    pairs, which = np.unique(one[i] * len(values) + other[j], return_inverse=True)
    some = (divmod(pair, len(values)) for pair in pairs.tolist())
    ways = [_way(values[a], values[b]) for a, b in some]
    return np.array(ways, np.int64)[which]


def _way(one: Fact | None, other: Fact | None) -> int:
    if one is None or other is None:
        return UNTOLD
    if one == other:
        return EQUAL
    if isinstance(one, frozenset) and isinstance(other, frozenset) and one & other:
        return NEAR
    return APART
