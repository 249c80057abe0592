"""Whoever is most alike, found by the rare terms that both have."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import sparse

from planversion.suggesting.arrays import Floats, Ints, Sparse
from planversion.suggesting.threads import in_threads

Columns: TypeAlias = npt.NDArray[np.signedinteger[Any]]
_CHUNK = 512
_VISITS = 4_000
"""So many texts are visited for each, by its rarest terms first: what bounds the time."""
_TIED = 1e-12
_EQUAL = 4
"""So many times the number asked for, where many are as alike as the last."""


def nearest(here: Sparse, there: Sparse, rows: Ints, count: int) -> tuple[Ints, Ints]:
    """For each of these rows of the one, the rows of the other that are most alike: both rows.

    Among equal ones, all that are as alike as the last.
    """
    turned = there.T.tocsr()
    telling = _telling(here[rows], np.diff(turned.indptr))

    def largest(at: int) -> tuple[Ints, Ints]:
        products = (telling[at : at + _CHUNK] @ turned).tocsr()
        return _largest(products, rows[at : at + _CHUNK], count)

    found = in_threads(largest, range(0, len(rows), _CHUNK))
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    one, other = (np.concatenate(side) for side in zip(*found, strict=True))
    return one, other


def _telling(matrix: Sparse, holders: Ints) -> Sparse:
    """The rows by their rarest terms only, as far as they may be followed."""
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    visits = holders[matrix.indices]
    order = np.lexsort((matrix.indices, visits, rows))
    sums = np.cumsum(visits[order])
    before = np.concatenate([[0], sums])[matrix.indptr[:-1]]
    kept = order[sums - before[rows[order]] <= _VISITS]
    entries = (matrix.data[kept], (rows[kept], matrix.indices[kept]))
    return sparse.csr_matrix(entries, shape=matrix.shape)


def _largest(products: Sparse, rows: Ints, count: int) -> tuple[Ints, Ints]:
    found: list[Ints] = []
    for row in range(products.shape[0]):
        start, end = products.indptr[row], products.indptr[row + 1]
        chosen = _most(products.data[start:end], products.indices[start:end], count)
        found.append(chosen.astype(np.int64))
    counts = [len(one) for one in found]
    return np.repeat(rows, counts), np.concatenate(found)


def _most(values: Floats, columns: Columns, count: int) -> Columns:
    """The columns of the greatest values; of as many equal to the last as there is room for."""
    if len(values) <= count:
        return columns
    last = np.partition(values, -count)[-count]
    more = columns[values > last + _TIED]
    equal = columns[np.abs(values - last) <= _TIED]
    room = _EQUAL * count - len(more)
    return np.concatenate([more, equal if len(equal) <= room else np.sort(equal)[:room]])
