"""The arrays that suggestions are computed with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Ints: TypeAlias = npt.NDArray[np.int64]
Floats: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]
Sparse: TypeAlias = "csr_matrix[Any]"


def firsts(sorted_: npt.NDArray[Any]) -> Ints:
    """The positions at which a new value begins."""
    return np.flatnonzero(np.concatenate([sorted_[:1] == sorted_[:1], sorted_[1:] != sorted_[:-1]]))


def distinct(values: Ints) -> Ints:
    """Each value once, in order: what `numpy.unique` gives, several times as fast."""
    some = np.sort(values)
    return np.asarray(some[firsts(some)])
