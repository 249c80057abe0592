"""How good the pairs are that were found, and how honest their confidence is."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from benchmarks.matching.known import Ids, Known

_BINS = 10


class Score(NamedTuple):
    """F1 of precision and recall, of pairs; what is doubtful counts for nothing."""

    f1: float
    precision: float
    recall: float
    found: int


def score(pairs: AbstractSet[Ids], known: Known, among: AbstractSet[Ids] | None = None) -> Score:
    """How good the pairs are against all that are known, or those `among` them."""
    truth = known.pairs if among is None else among
    said = pairs - known.unsure
    right = len(said & truth)
    precision = right / len(said) if said else 1.0
    recall = right / len(truth) if truth else 1.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return Score(f1, precision, recall, len(said))


class Bin(NamedTuple):
    """Suggestions of about the same confidence."""

    least: float
    count: int
    said: float
    """Their confidence, on average."""
    right: float
    """How many of them are right."""


def reliability(said: Iterable[tuple[float, bool]]) -> tuple[list[Bin], float]:
    """The suggestions in ten bins, and the expected calibration error (Naeini et al., 2015)."""
    some = list(said)
    bins = []
    for index in range(_BINS):
        inside = [one for one in some if min(int(one[0] * _BINS), _BINS - 1) == index]
        if inside:
            mean = sum(one for one, _ in inside) / len(inside)
            right = sum(ok for _, ok in inside) / len(inside)
            bins.append(Bin(index / _BINS, len(inside), mean, right))
    error = sum(one.count * abs(one.said - one.right) for one in bins) / max(len(some), 1)
    return bins, error
