"""How alike every candidate pair is in wording, and how much likelier that makes it the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from planversion.spelling import Spellings, normalised
from planversion.suggesting import weights
from planversion.suggesting.arrays import Flags, Floats, Ints, Sparse
from planversion.suggesting.items import Side
from planversion.suggesting.wording import (
    Part,
    Vectors,
    counted,
    grams,
    part,
    plain,
    presence,
    rarity,
    vectors,
    words,
)

_TIED = 1e-9
"""Whoever leads by less doesn't."""


@dataclass(frozen=True)
class Keys:
    """What is equal has equal numbers, on either side."""

    old: Ints
    new: Ints

    @cached_property
    def counts(self) -> tuple[Ints, Ints]:
        """By item, how many of its edition have its number."""
        one, other = (np.bincount(keys)[keys] for keys in (self.old, self.new))
        return one, other

    def equal(self, i: Ints, j: Ints) -> Flags:
        """Whether both of a pair are equal."""
        return np.asarray(self.old[i] == self.new[j])

    def lone(self, i: Ints, j: Ints) -> Flags:
        """The same, where nobody else of either edition is equal to them."""
        here, there = self.counts
        return np.asarray(self.equal(i, j) & (here[i] == 1) & (there[j] == 1))


@dataclass(frozen=True)
class Texts:
    """What both editions say, ready to be compared."""

    names: Vectors
    """Names by their characters."""
    characters: Vectors
    """Bodies by their characters."""
    words: Vectors
    """Bodies by their words."""
    old_names: Part
    new_names: Part
    """Which characters the names hold."""
    old_bodies: Sparse
    new_bodies: Sparse
    """Which characters the bodies hold."""
    called: Keys
    """By item, the number of its name under the declared normalisation."""
    said: Keys
    """By item, the number of everything that it says."""


class Measures(NamedTuple):
    """Candidate pairs, and how alike they are in wording, whoever else there is."""

    i: Ints
    """By pair, the old item."""
    j: Ints
    """By pair, the new item."""
    alike: Floats
    """How alike they are, names counting once more."""
    old_named: Floats
    """How much of the old one's name stands in what the new one says."""
    new_named: Floats
    """How much of the new one's name stands in what the old one said."""

    def of(self, some: Ints) -> Measures:
        """Some of these pairs."""
        i, j, *measures = self
        return Measures(i[some], j[some], *(one[some] for one in measures))

    def together(self, other: Measures) -> Measures:
        """These and the others."""
        return Measures(
            np.concatenate([self.i, other.i]),
            np.concatenate([self.j, other.j]),
            *(np.concatenate(both) for both in zip(self[2:], other[2:], strict=True)),
        )


@dataclass(frozen=True)
class Likeness:
    """Candidate pairs, and how alike they are in wording, beside their rivals."""

    measures: Measures
    narrower: Floats
    """How much more alike than any rival of either: the smaller of both leads."""
    wider: Floats
    """The larger of both leads."""
    equal: Flags
    """Whether their names are the same under the normalisation."""
    lone: Flags
    """Whether nobody else of either edition has that name."""
    exact: Flags
    """Whether they say the same, and nobody else does."""

    @property
    def tied(self) -> Flags:
        """Whether a rival of either is exactly as alike: wording doesn't tell them apart."""
        return tied(self.measures.i, self.measures.j, self.measures.alike)

    @cached_property
    def log_odds(self) -> Floats:
        """How much likelier it is that they are the same than not, by wording alone."""
        named = np.maximum(self.measures.old_named, self.measures.new_named)
        return np.asarray(
            weights.WORDING_PRIOR
            + weights.NARROWER_LEAD * self.narrower
            + weights.WIDER_LEAD * self.wider
            + weights.NAMED * named
            + weights.LONE * self.lone
            + weights.EXACT * self.exact
        )


def texts(old: Side, new: Side, spellings: Spellings) -> Texts:
    """Both editions, made comparable."""
    sides = (old, new)
    sizes = [len(side.items) for side in sides]
    names = [[plain(item.name) for item in side.items] for side in sides]
    bodies = [[plain(item.body) for item in side.items] for side in sides]
    numbers: dict[str, int] = {}
    one, other = counted(sizes, *(words(texts, numbers) for texts in bodies))
    old_names, new_names, old_bodies, new_bodies = counted(
        [*sizes, *sizes], *grams(*names, *bodies)
    )
    weight = rarity(old_bodies, new_bodies)
    return Texts(
        vectors(old_names, new_names, rarity(old_names, new_names)),
        vectors(old_bodies, new_bodies, weight),
        vectors(one, other, rarity(one, other)),
        part(old_names, weight),
        part(new_names, weight),
        presence(old_bodies),
        presence(new_bodies),
        _keys([[normalised(name, spellings) for name in side] for side in names]),
        _keys(bodies),
    )


def _keys(sides: Sequence[Sequence[str]]) -> Keys:
    numbers: dict[str, int] = {}
    one, other = (
        np.array([numbers.setdefault(text, len(numbers)) for text in side], dtype=np.int64)
        for side in sides
    )
    return Keys(one, other)


def measured(texts: Texts, i: Ints, j: Ints) -> Measures:
    """Every pair measured."""
    alike = (texts.characters.cosines(i, j) + texts.words.cosines(i, j)) / 2
    return Measures(
        *(i, j),
        alike + weights.NAMES_AGAIN * texts.names.cosines(i, j),
        old_named=texts.old_names.within(texts.new_bodies, i, j),
        new_named=texts.new_names.within(texts.old_bodies, j, i),
    )


def likeness(texts: Texts, measures: Measures) -> Likeness:
    """Every pair beside its rivals."""
    i, j, alike = measures.i, measures.j, measures.alike
    leads = alike - rivals(i, alike), alike - rivals(j, alike)
    return Likeness(
        *(measures, np.minimum(*leads), np.maximum(*leads)),
        equal=texts.called.equal(i, j),
        lone=texts.called.lone(i, j),
        exact=texts.said.lone(i, j),
    )


def tied(i: Ints, j: Ints, values: Floats) -> Flags:
    """Whether a rival of either item has the same value."""
    leads = (np.abs(values - rivals(items, values, -np.inf)) for items in (i, j))
    return np.asarray(np.minimum(*leads) < _TIED)


def rivals(groups: Ints, values: Floats, least: float = 0.0) -> Floats:
    """By pair, the best value of another pair of its group; `least` where there is none."""
    size = int(groups.max()) + 1 if len(groups) else 0
    first = np.full(size, least)
    np.maximum.at(first, groups, values)
    best = values >= first[groups]
    shared = np.bincount(groups[best], minlength=size) > 1
    second = np.full(size, least)
    np.maximum.at(second, groups[~best], values[~best])
    return np.where(best & ~shared[groups], second[groups], first[groups])
