"""The best assignment overall: each item in one pair at most, and a tie is no pair."""

from __future__ import annotations

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, min_weight_full_bipartite_matching

from planversion.suggesting.arrays import Flags, Floats, Ints

_DENSE = 4_000_000
"""Components of fewer cells are solved as a whole table."""
_TIED = 1e-6


def assigned(i: Ints, j: Ints, gain: Floats) -> Flags:
    """Which pairs make the greatest sum of gains; pairs without gain are never taken.

    Where another choice is worth exactly as much, nothing tells the pairs apart: none is taken.
    """
    chosen = np.zeros(len(i), np.bool_)
    some = np.flatnonzero(gain > 0)
    if len(some) == 0:
        return chosen
    for part in _components(i[some], j[some]):
        pairs = some[part]
        chosen[pairs[_solved(i[pairs], j[pairs], gain[pairs])]] = True
    return chosen & ~_tied(i, j, gain, chosen)


def _components(i: Ints, j: Ints) -> list[Ints]:
    """The pairs by the components they hang together in."""
    rows, one = np.unique(i, return_inverse=True)
    columns, other = np.unique(j, return_inverse=True)
    size = len(rows) + len(columns)
    graph = csr_matrix((np.ones(len(i)), (one, len(rows) + other)), shape=(size, size))
    _, labels = connected_components(graph, directed=False)
    order = np.argsort(labels[one], kind="stable")
    borders = np.flatnonzero(np.diff(labels[one][order])) + 1
    return np.split(order, borders)


def _solved(i: Ints, j: Ints, gain: Floats) -> Ints:
    if len(i) == 1:
        return np.zeros(1, np.int64)
    rows, one = np.unique(i, return_inverse=True)
    columns, other = np.unique(j, return_inverse=True)
    if len(rows) * len(columns) <= _DENSE:
        table = np.zeros((len(rows), len(columns)))
        table[one, other] = gain
        a, b = linear_sum_assignment(table, maximize=True)
    else:
        a, b = _sparsely(one, other, gain, len(rows), len(columns))
    index = csr_matrix((np.arange(1, len(i) + 1), (one, other)), shape=(len(rows), len(columns)))
    found = np.asarray(index[a, b]).ravel()
    return np.asarray(found[found > 0] - 1, np.int64)


def _sparsely(one: Ints, other: Ints, gain: Floats, rows: int, columns: int) -> tuple[Ints, Ints]:
    """Each row may also stay alone, in a column of its own."""
    alone = np.arange(rows)
    cost = np.concatenate([gain.max() + 1 - gain, np.full(rows, gain.max() + 1)])
    at = (np.concatenate([one, alone]), np.concatenate([other, columns + alone]))
    table = csr_matrix((cost, at), shape=(rows, columns + rows))
    a, b = min_weight_full_bipartite_matching(table)
    inside = b < columns
    return a[inside].astype(np.int64), b[inside].astype(np.int64)


def _tied(i: Ints, j: Ints, gain: Floats, chosen: Flags) -> Flags:
    """Chosen pairs that another choice of the same worth would replace."""
    partner_of_old = {int(i[k]): int(k) for k in np.flatnonzero(chosen)}
    partner_of_new = {int(j[k]): int(k) for k in np.flatnonzero(chosen)}
    values = {(int(a), int(b)): float(g) for a, b, g in zip(i, j, gain, strict=True) if g > 0}
    tied = np.zeros(len(i), np.bool_)
    for k in np.flatnonzero(~chosen & (gain > 0)):
        a, b = int(i[k]), int(j[k])
        mine, theirs = partner_of_old.get(a), partner_of_new.get(b)
        now = sum(float(gain[one]) for one in (mine, theirs) if one is not None)
        crossed = 0.0
        if mine is not None and theirs is not None:
            crossed = values.get((int(i[theirs]), int(j[mine])), 0.0)
        if abs(float(gain[k]) + crossed - now) <= _TIED:
            for one in (mine, theirs):
                if one is not None:
                    tied[one] = True
    return tied
