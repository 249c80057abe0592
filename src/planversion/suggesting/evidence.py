"""What it tells that two agree in something: counted in the pair of editions at hand.

How often do the pairs that seem sure agree so, and how often those that are none? The logarithm of
the ratio is what it adds to the log odds (the weights of Fellegi and Sunter, 1969).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from planversion.suggesting.arrays import Flags, Floats

_SURE, _NONE = 0.7, 0.1
_FEWEST = 3
"""From fewer sure pairs nothing is learnt."""
_IMAGINED = 0.5
"""So many imagined pairs agree in each way, on either side."""
_HEARD = 4.0
"""So many pairs that agree in one way tell half of what many would."""


def likely(log_odds: Floats) -> Floats:
    """The probability that these log odds are."""
    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds, -30, 30))))


def tells(
    ways: npt.NDArray[np.signedinteger[Any]], count: int, alone: Floats, told: Flags
) -> Floats:
    """By way of agreeing, how much likelier sure pairs agree so than others do: log ratios.

    `ways` are numbers below `count`, by pair; only the pairs that are `told` count. `alone` is how
    likely each pair is by what was known before.
    """
    yes, no = (
        np.bincount(ways[told & which], minlength=count).astype(np.float64)
        for which in (alone > _SURE, alone < _NONE)
    )
    # Where all names last there may be no others: then each way is as usual among them.
    if yes.sum() < _FEWEST:
        return np.zeros(count)
    heard = (yes + no) / (yes + no + _HEARD)
    return np.asarray(heard * (np.log(_shares(yes)) - np.log(_shares(no))))


def _shares(counts: Floats) -> Floats:
    return np.asarray((counts + _IMAGINED) / (counts.sum() + _IMAGINED * len(counts)))
