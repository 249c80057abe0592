"""How alike two texts are: n-grams of characters and words, the rarer the weightier.

Cosines of tf-idf vectors (Salton and Buckley, 1988, with 1 + log tf). Characters need no
dictionary, in any language; words are runs of one script (漢字, カタカナ, letters, digits), which
in Japanese are nearly the words that carry meaning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy import sparse

from planversion.suggesting.arrays import Floats, Ints, Sparse

_LETTER = r"[^\W\d_一-龥々〆ァ-ヺーぁ-ゖ]"
_WORD = re.compile(rf"[一-龥々〆]+|[ァ-ヺー]+|[ぁ-ゖ]{{4,}}|(?<!{_LETTER}){_LETTER}{{1,5}}|\d+")
"""Runs of one script. Short runs of hiragana are particles and endings; of a word in letters, the
first five stand for all its forms (application, applications: McNamee and Mayfield, 2004)."""
_CHUNK = 50_000
"""So many pairs are multiplied at once, which bounds the memory."""
_WIDTH = 21
"""A character's code takes 21 bits, so that three of them fill one number without a clash."""


class Terms(NamedTuple):
    """Which terms stand in which text: one entry for each time."""

    text: Ints
    term: Ints


@dataclass(frozen=True)
class Vectors:
    """The texts of both editions as vectors of weights, one row each, of length 1."""

    old: Sparse
    new: Sparse

    def cosines(self, i: Ints, j: Ints) -> Floats:
        """How alike the old text `i` and the new text `j` are, pair by pair, from 0 to 1."""
        return row_products(self.old, self.new, i, j)


@dataclass(frozen=True)
class Part:
    """Texts, and how much each of their terms tells: to ask how much of one stands in another."""

    weighted: Sparse
    totals: Floats

    def within(self, whole: Sparse, i: Ints, j: Ints) -> Floats:
        """How much of the text `i` stands in the text `j` of `whole`, from 0 to 1."""
        shared = row_products(self.weighted, whole, i, j)
        return np.divide(shared, self.totals[i], out=np.zeros(len(i)), where=self.totals[i] > 0)


def part(matrix: Sparse, weights: Floats) -> Part:
    """The counts as presence, weighed by rarity."""
    data = weights[matrix.indices]
    weighted = sparse.csr_matrix((data, matrix.indices, matrix.indptr), shape=matrix.shape)
    return Part(weighted, np.asarray(weighted.sum(axis=1)).ravel())


def plain(text: str) -> str:
    """The text without differences of width, case and spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


def grams(texts: Sequence[str]) -> Terms:
    """The pairs and triples of neighbouring characters; the ends count as spaces."""
    joined = "\0".join(f" {text} " for text in texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    codes = codes.astype(np.int64)
    text = np.cumsum(codes == 0)
    one, two, three = codes[:-1], codes[1:], codes[2:]
    pairs = (one != 0) & (two != 0)
    triples = pairs[:-1] & (three != 0)
    couples = (one << _WIDTH) | two
    whole = (couples[:-1] << _WIDTH) | three
    return Terms(
        np.concatenate([text[:-1][pairs], text[:-2][triples]]),
        np.concatenate([couples[pairs], whole[triples]]),
    )


def words(texts: Sequence[str], numbers: dict[str, int]) -> Terms:
    """The words, by the numbers they have or get."""
    found = [[numbers.setdefault(word, len(numbers)) for word in _WORD.findall(t)] for t in texts]
    counts = np.array([len(one) for one in found], dtype=np.int64)
    text = np.repeat(np.arange(len(texts)), counts)
    return Terms(text, np.fromiter((n for one in found for n in one), np.int64, len(text)))


def counted(sizes: Iterable[int], *several: Terms) -> list[Sparse]:
    """How often each term stands in each text: a matrix a collection, over the same columns."""
    every = np.concatenate([terms.term for terms in several])
    known, columns = np.unique(every, return_inverse=True)
    ends = np.cumsum([len(terms.term) for terms in several])
    parts = np.split(columns, ends[:-1])
    return [
        sparse.csr_matrix(
            (np.ones(len(part)), (terms.text, part)), shape=(size, max(len(known), 1))
        )
        for size, terms, part in zip(sizes, several, parts, strict=True)
    ]


def rarity(old: Sparse, new: Sparse) -> Floats:
    """How much a term tells, by the share of all texts that hold it (inverse document frequency).

    The share is that of the edition where it is more usual: a word that came into fashion is as
    usual as it is now.
    """
    shares = [_holders(one) / max(one.shape[0], 1) for one in (old, new)]
    usual = np.maximum(*shares)
    least = 2 / max(old.shape[0] + new.shape[0], 2)
    return np.log(1 / np.maximum(usual, least)) + 0.1


def _holders(matrix: Sparse) -> Floats:
    return np.bincount(matrix.indices, minlength=matrix.shape[1]).astype(np.float64)


def vectors(old: Sparse, new: Sparse, weights: Floats) -> Vectors:
    """The counts as vectors of length 1."""
    return Vectors(_scaled(old, weights), _scaled(new, weights))


def presence(matrix: Sparse) -> Sparse:
    """1 wherever a text holds a term."""
    ones = np.ones_like(matrix.data)
    return sparse.csr_matrix((ones, matrix.indices, matrix.indptr), shape=matrix.shape)


def _scaled(matrix: Sparse, weights: Floats) -> Sparse:
    # Whoever lists entries that sum up finds them unsorted otherwise.
    matrix.sum_duplicates()
    data = (1 + np.log(matrix.data)) * weights[matrix.indices]
    weighted = sparse.csr_matrix((data, matrix.indices, matrix.indptr), shape=matrix.shape)
    lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    return (sparse.diags(1 / np.maximum(lengths, 1e-12)) @ weighted).tocsr()


def row_products(one: Sparse, other: Sparse, i: Ints, j: Ints) -> Floats:
    """The scalar product of row `i` of the one and row `j` of the other, pair by pair."""
    parts = [
        np.asarray(one[i[at : at + _CHUNK]].multiply(other[j[at : at + _CHUNK]]).sum(axis=1))
        for at in range(0, len(i), _CHUNK)
    ]
    return np.concatenate([np.zeros(0), *(one.ravel() for one in parts)])
