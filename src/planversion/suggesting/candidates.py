"""Which pairs are looked at: the most alike of everybody, equal names, neighbours of sure pairs."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from planversion.suggesting.arrays import Ints, distinct
from planversion.suggesting.items import Side
from planversion.suggesting.likeness import Texts
from planversion.suggesting.nearest import nearest
from planversion.suggesting.wording import Vectors

_NEAREST = 12
"""How many of the most alike are looked at for everybody."""
_NAMESAKES = 40
"""With more namesakes than this, only those of the same departments or section title are paired."""


class Pairs:
    """Pairs of items by their positions, each once, in order."""

    def __init__(self, width: int) -> None:
        self._width = max(width, 1)
        self._known: list[Ints] = []

    def add(self, i: Ints, j: Ints) -> None:
        """These, too."""
        self._known.append(i.astype(np.int64) * self._width + j.astype(np.int64))

    def both(self) -> tuple[Ints, Ints]:
        """The old and the new items of all pairs."""
        every = distinct(np.concatenate(self._known)) if self._known else np.zeros(0, np.int64)
        return every // self._width, every % self._width


def candidates(texts: Texts, old: Side, new: Side, open_old: Ints, open_new: Ints) -> Pairs:
    """The pairs to look at, for the items that are still open, on either side."""
    pairs = Pairs(len(new.items))
    for space in (texts.names, texts.words):
        _nearest(space, open_old, pairs, turned=False)
        _nearest(Vectors(space.new, space.old), open_new, pairs, turned=True)
    _namesakes(texts, old, new, (set(open_old.tolist()), set(open_new.tolist())), pairs)
    return pairs


def _nearest(space: Vectors, rows: Ints, pairs: Pairs, *, turned: bool) -> None:
    """For each of these rows, the rows of the other side that are most alike."""
    i, j = nearest(space.old, space.new, rows, _NEAREST)
    pairs.add(*((j, i) if turned else (i, j)))


def _namesakes(
    texts: Texts, old: Side, new: Side, still: tuple[set[int], set[int]], pairs: Pairs
) -> None:
    """Items of one name, with an open one on either side."""
    here, there = _by_key(texts.called.old), _by_key(texts.called.new)
    i: list[int] = []
    j: list[int] = []
    for key in here.keys() & there.keys():
        for one in here[key]:
            for other in there[key]:
                if one not in still[0] and other not in still[1]:
                    continue
                many = len(here[key]) * len(there[key]) > _NAMESAKES**2
                if not many or _akin(old, one, new, other):
                    i.append(one)
                    j.append(other)
    pairs.add(np.array(i, np.int64), np.array(j, np.int64))


def _by_key(keys: Ints) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for index, key in enumerate(keys.tolist()):
        found[key].append(index)
    return found


def _akin(old: Side, one: int, new: Side, other: int) -> bool:
    a, b = old.items[one], new.items[other]
    same = bool(a.departments) and set(a.departments) == set(b.departments)
    return same or old.homes[a.homes[0]].title == new.homes[b.homes[0]].title


def neighbours(old: Side, new: Side, i: Ints, j: Ints) -> tuple[Ints, Ints]:
    """The pairs that stand before and after these pairs."""
    found = [
        (one[i][both], other[j][both])
        for one, other in ((old.before, new.before), (old.after, new.after))
        for both in [(one[i] >= 0) & (other[j] >= 0)]
    ]
    return (
        np.concatenate([one for one, _ in found]),
        np.concatenate([other for _, other in found]),
    )
