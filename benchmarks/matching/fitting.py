"""The weights of `suggesting/weights.py`, fitted on all sets, and with each left out in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from benchmarks.matching import sets
from benchmarks.matching.known import Known
from planversion.suggesting.correspondences import Pair, nothing_known
from planversion.suggesting.settling import settled

Array = npt.NDArray[Any]
NAMES = ("NARROWER_LEAD", "WIDER_LEAD", "NAMED", "LONE")
_SHRUNK = 1e-4


class Table(NamedTuple):
    """The candidate pairs of a set: what was measured of each, and whether it is right."""

    family: str
    measures: Array
    right: Array
    sure: Array
    """How likely each pair that was chosen is, before it is calibrated."""
    sure_right: Array


def fit(known: Iterable[Known]) -> Iterator[str]:
    """The weights by all sets, then with each family of them left out."""
    tables = [_table(variant) for one in known for variant in _variants(one)]
    yield _line("all", tables)
    for family in dict.fromkeys(one.family for one in tables):
        yield _line(f"without {family}", [one for one in tables if one.family != family])


def _variants(known: Known) -> Iterator[Known]:
    """The set, and the same with what projects say beside their names left out."""
    yield known
    if any(known.name == name for name in sets.PUBLISHED) or known.name.startswith("generated"):
        yield sets.names_only(known)
    if known.name == "rs_meti":
        yield sets.tails_only(known)


def _table(known: Known) -> Table:
    pair = Pair.of(known.old, known.new)
    found = settled(pair.old, pair.new, pair.texts, nothing_known(pair))
    ids = [
        (pair.old.items[i].id, pair.new.items[j].id)
        for i, j in zip(found.i.tolist(), found.j.tolist(), strict=True)
    ]
    clear = np.array([one not in known.unsure for one in ids])
    right = np.array([one in known.pairs for one in ids], dtype=np.float64)
    like = found.likeness
    named = np.maximum(like.measures.old_named, like.measures.new_named)
    measures = np.column_stack([like.narrower, like.wider, named, like.lone.astype(np.float64)])
    chosen = found.chosen & clear
    family = known.name.partition(",")[0]
    return Table(family, measures[clear], right[clear], found.judged.sure[chosen], right[chosen])


def _line(what: str, tables: list[Table]) -> str:
    weights, prior = _logistic([(one.family, one.measures, one.right) for one in tables])
    sure = [(one.family, _log_odds(one.sure)[:, None], one.sure_right) for one in tables]
    stretch, lift = _logistic(sure)
    told = [f"{name} {value:.2f}" for name, value in zip(NAMES, weights, strict=True)]
    told = [f"WORDING_PRIOR {prior:.2f}", *told, f"STRETCH {stretch[0]:.2f}", f"LIFT {lift:.2f}"]
    return f"{what}: {', '.join(told)}"


def _log_odds(sure: Array) -> Array:
    some = np.clip(sure, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(some / (1 - some)))


def _logistic(tables: list[tuple[str, Array, Array]]) -> tuple[Array, float]:
    """Logistic weights that are never negative; each family of sets weighs the same."""
    families = [family for family, _, _ in tables]
    measures = np.vstack([table for _, table, _ in tables])
    right = np.concatenate([found for _, _, found in tables])
    weight = np.concatenate(
        [
            np.full(len(found), 1 / max(found.sum(), 1) / families.count(family))
            for family, _, found in tables
        ]
    )
    weight /= weight.sum()
    middle, spread = measures.mean(axis=0), measures.std(axis=0) + 1e-9
    scaled = (measures - middle) / spread

    def loss(at: Array) -> tuple[float, Array]:
        log_odds = scaled @ at[:-1] + at[-1]
        error = 1 / (1 + np.exp(-log_odds)) - right
        value = weight @ (np.logaddexp(0, log_odds) - right * log_odds)
        slope = scaled.T @ (weight * error) + 2 * _SHRUNK * at[:-1]
        return float(value + _SHRUNK * at[:-1] @ at[:-1]), np.append(slope, weight @ error)

    bounds = [(0, None)] * scaled.shape[1] + [(None, None)]
    best = minimize(loss, np.zeros(scaled.shape[1] + 1), jac=True, bounds=bounds).x
    return best[:-1] / spread, float(best[-1] - (best[:-1] * middle / spread).sum())
