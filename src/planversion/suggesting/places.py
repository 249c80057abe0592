"""Sections held against sections: by their titles, by whom they list, by what stands above."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from planversion.suggesting.arrays import Floats, Ints, Sparse, distinct
from planversion.suggesting.items import Side
from planversion.suggesting.likeness import rivals
from planversion.suggesting.nearest import nearest
from planversion.suggesting.wording import (
    Vectors,
    counted,
    grams,
    plain,
    rarity,
    vectors,
)

_TITLE = 0.8
"""What an equal title under equal titles says of two sections, whoever they list."""
_OWN = 0.6
"""How much of it the section's own title says; the rest is said by the one above."""
_MATCHED = 0.4
"""From here on, two sections that fit each other best are the same."""
_BETWEEN = 0.4
"""How surely single sections between the same neighbours are the same."""
_ALIKE = 0.1
"""How alike their titles must be for it."""
_TITLES = 5
"""How many of the most alike titles are looked at."""


Matched = dict[int, tuple[int, float]]
"""By old section, the new one that it is, and how surely."""


@dataclass(frozen=True)
class Listing:
    """Pairs of items, once for each two sections that list them."""

    pair: Ints
    """Which pair."""
    s: Ints
    """A section that lists the old one."""
    t: Ints
    """A section that lists the new one."""


@dataclass(frozen=True)
class Places:
    """The sections of both editions."""

    old: Side
    new: Side

    @cached_property
    def titles(self) -> Vectors:
        """Titles by their characters."""
        sides = [[plain(home.title) for home in side.homes] for side in (self.old, self.new)]
        old, new = counted([len(one) for one in sides], *grams(*sides))
        return vectors(old, new, rarity(old, new))

    @cached_property
    def members(self) -> tuple[Sparse, Sparse]:
        """Which item is listed in which section, on either side."""
        return _membership(self.old), _membership(self.new)

    @cached_property
    def sizes(self) -> tuple[Floats, Floats]:
        """How many each section lists."""
        one, other = (_sums(side) for side in self.members)
        return one, other

    def entitled(self, s: Ints, t: Ints) -> Floats:
        """How alike two sections are by title, and by what stands above; 1 for the same."""
        own = self.titles.cosines(s, t)
        above = (_above(side)[at] for side, at in ((self.old, s), (self.new, t)))
        up, higher = above
        both, neither = (up >= 0) & (higher >= 0), (up < 0) & (higher < 0)
        over = np.where(neither, 1.0, 0.5)
        over[both] = self.titles.cosines(up[both], higher[both])
        return own * (_OWN + (1 - _OWN) * over)

    def listings(self, i: Ints, j: Ints) -> Listing:
        """Every two sections that list these pairs."""
        first = self.old.first_homes[i], self.new.first_homes[j]
        extra = [
            (pair, s, t)
            for pair in np.flatnonzero(self.old.relisted[i] | self.new.relisted[j]).tolist()
            for s in self.old.items[i[pair]].homes
            for t in self.new.items[j[pair]].homes
        ]
        more = np.array(extra, np.int64).reshape(-1, 3)
        return Listing(
            np.concatenate([np.arange(len(i)), more[:, 0]]),
            np.concatenate([first[0], more[:, 1]]),
            np.concatenate([first[1], more[:, 2]]),
        )

    def shares(self, i: Ints, j: Ints, sure: Floats) -> Sparse:
        """How many each two sections have in common, by pairs and how sure they are."""
        one, other = self.members
        shape = (len(self.old.items), len(self.new.items))
        pairs = sparse.csr_matrix((sure, (i, j)), shape=shape)
        return (one.T @ pairs @ other).tocsr()

    def agreement(self, listing: Listing, titles: Floats, common: Sparse, sure: Floats) -> Floats:
        """How surely each pair stands in the same section, itself left out, from 0 to 1."""
        s, t = listing.s, listing.t
        shared = np.asarray(common[s, t]).ravel() - sure[listing.pair]
        room = (np.maximum(size[at] - 1, 1) for size, at in zip(self.sizes, (s, t), strict=True))
        one, other = room
        strength = _strength(shared / np.sqrt(one * other), titles)
        found = np.zeros(len(sure))
        np.maximum.at(found, listing.pair, strength)
        return found

    def matched(self, i: Ints, j: Ints, sure: Floats) -> Matched:
        """By old section, the new one that it is, and how surely; only where both fit best."""
        common = self._below(self.shares(i, j, sure))
        s, t = self._candidates(common)
        shared = np.asarray(common[s, t]).ravel()
        one, other = (size[at] for size, at in zip(self._whole_sizes, (s, t), strict=True))
        share = shared / np.sqrt(np.maximum(one * other, 1))
        strength = np.round(_strength(share, self.entitled(s, t)), 9)
        best = (strength > rivals(s, strength)) & (strength > rivals(t, strength))
        chosen = best & (strength >= _MATCHED)
        found = {
            int(a): (int(b), float(c))
            for a, b, c in zip(s[chosen], t[chosen], strength[chosen], strict=True)
        }
        return found | self._between(found)

    def _between(self, found: Matched) -> Matched:
        """Single sections between the same neighbours, whose titles share anything at all."""
        below, there = _children(self.old), _children(self.new)
        partners = {s: t for s, (t, _) in found.items()} | {-1: -1}
        heirs = set(partners.values())
        gaps = [
            gap
            for above, other in partners.items()
            for gap in _gaps(below.get(above, []), there.get(other, []), partners, heirs)
        ]
        s, t = np.array(gaps, np.int64).reshape(-1, 2).T
        like = self.titles.cosines(s, t)
        chosen = like >= _ALIKE
        return {int(a): (int(b), _BETWEEN) for a, b in zip(s[chosen], t[chosen], strict=True)}

    def _candidates(self, common: Sparse) -> tuple[Ints, Ints]:
        near, far = common.nonzero()
        titles = self.titles
        all_old, all_new = (np.arange(len(side.homes)) for side in (self.old, self.new))
        rows, columns = nearest(titles.old, titles.new, all_old, _TITLES)
        turned_columns, turned_rows = nearest(titles.new, titles.old, all_new, _TITLES)
        width = max(len(self.new.homes), 1)
        every = distinct(
            np.concatenate(
                [
                    near.astype(np.int64) * width + far,
                    rows * width + columns,
                    turned_rows * width + turned_columns,
                ]
            )
        )
        return every // width, every % width

    @cached_property
    def _whole_sizes(self) -> tuple[Floats, Floats]:
        one, other = (
            _sums((members @ _descent(side)).tocsr())
            for members, side in zip(self.members, (self.old, self.new), strict=True)
        )
        return one, other

    def _below(self, common: Sparse) -> Sparse:
        """What two sections have in common together with all that stands below them."""
        return (_descent(self.old).T @ common @ _descent(self.new)).tocsr()


def _membership(side: Side) -> Sparse:
    """Which item is listed in which section."""
    counts = [len(item.homes) for item in side.items]
    rows = np.repeat(np.arange(len(side.items)), counts)
    columns = np.array([home for item in side.items for home in item.homes], np.int64)
    shape = (len(side.items), max(len(side.homes), 1))
    return sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)


def _children(side: Side) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for index, home in enumerate(side.homes):
        found.setdefault(home.above, []).append(index)
    return found


def _gaps(
    olds: list[int], news: list[int], partners: dict[int, int], heirs: set[int]
) -> Iterator[tuple[int, int]]:
    """Where one is left on either side, between the same two neighbours or at the same end."""
    here = _runs(olds, partners.get)
    there = _runs(news, lambda t: t if t in heirs else None)
    for borders, left in here.items():
        right = there.get(borders, [])
        if len(left) == len(right) == 1:
            yield left[0], right[0]


def _runs(
    sections: list[int], known: Callable[[int], int | None]
) -> dict[tuple[int | None, int | None], list[int]]:
    """The sections that aren't known, by the known ones before and after them."""
    found: dict[tuple[int | None, int | None], list[int]] = {}
    run: list[int] = []
    before: int | None = None
    for section in [*sections, None]:
        name = known(section) if section is not None else None
        if section is not None and name is None:
            run.append(section)
            continue
        if run:
            found[before, name] = run
        run, before = [], name
    return found


def _strength(share: Floats, title: Floats) -> Floats:
    strength = 1 - (1 - np.clip(share, 0, 1)) * (1 - _TITLE * title**2)
    return np.asarray(strength)


def _sums(matrix: Sparse) -> Floats:
    """What each column adds up to."""
    return np.asarray(matrix.sum(axis=0), np.float64).ravel()


def _above(side: Side) -> Ints:
    return np.array([home.above for home in side.homes], np.int64)


def _descent(side: Side) -> Sparse:
    """1 where the row's section is the column's, or stands below it."""
    rows: list[int] = []
    columns: list[int] = []
    for index in range(len(side.homes)):
        at = index
        while at >= 0:
            rows.append(index)
            columns.append(at)
            at = side.homes[at].above
    size = max(len(side.homes), 1)
    return sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(size, size))
