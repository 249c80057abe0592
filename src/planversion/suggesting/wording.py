"""How alike two texts are: n-grams of characters and words, the rarer the weightier.

Cosines of tf-idf vectors (Salton and Buckley, 1988, with 1 + log tf). Characters need no
dictionary, in any language; words are runs of one script (漢字, カタカナ, letters, digits), which
in Japanese are nearly the words that carry meaning.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse

from planversion.suggesting.arrays import Floats, Ints, Sparse, firsts
from planversion.suggesting.threads import in_threads

_LETTER = r"[^\W\d_一-龥々〆ァ-ヺーぁ-ゖ]"
_WORD = re.compile(rf"[一-龥々〆]+|[ァ-ヺー]+|[ぁ-ゖ]{{4,}}|(?<!{_LETTER}){_LETTER}{{1,5}}|\d+")
"""Runs of one script. Short runs of hiragana are particles and endings; of a word in letters, the
first five stand for all its forms (application, applications: McNamee and Mayfield, 2004)."""
_CHUNK = 50_000
"""So many pairs are multiplied at once, which bounds the memory."""
_BITS = 63
"""So many bits a number has that is never negative."""


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


def grams(*several: Sequence[str]) -> list[Terms]:
    """Of each collection, the pairs and triples of neighbouring characters; ends count as spaces.

    The same numbers mean the same characters in all of them.
    """
    codes = [_codes(texts) for texts in several]
    ranks = np.zeros(sys.maxunicode + 1, np.int64)
    for one in codes:
        ranks[one] = 1
    ranks[0] = 0
    width = int(ranks.sum()).bit_length()
    ranks = np.where(ranks > 0, np.cumsum(ranks), 0)
    return [_neighbours(ranks[one], width) for one in codes]


def _codes(texts: Sequence[str]) -> npt.NDArray[np.uint32]:
    """All characters, with a zero between two texts."""
    joined = "\0".join(f" {text.replace(chr(0), ' ')} " for text in texts)
    return np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _neighbours(ranks: Ints, width: int) -> Terms:
    """Pairs and triples as one number each; a triple is never as small as a pair."""
    text = np.cumsum(ranks == 0)
    one, two, three = ranks[:-1], ranks[1:], ranks[2:]
    pairs = (one != 0) & (two != 0)
    triples = pairs[:-1] & (three != 0)
    couples = (one << width) | two
    whole = (couples[:-1] << width) | three
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


def counted(sizes: Sequence[int], *several: Terms) -> list[Sparse]:
    """How often each term stands in each text: a matrix a collection, over the same columns."""
    starts = np.concatenate([[0], np.cumsum(sizes)])
    width = int(starts[-1]).bit_length()
    term = np.concatenate([one.term for one in several])
    if int(term.max(initial=0)).bit_length() + width > _BITS:
        term = np.unique(term, return_inverse=True)[1]
    text = [one.text + start for one, start in zip(several, starts[:-1], strict=True)]
    # One number for both is sorted ten times as fast as one by the other.
    keys = (term << width) | np.concatenate(text)
    keys.sort()
    whole = _table(keys, width, int(starts[-1]))
    return [whole[start:end] for start, end in pairwise(starts.tolist())]


def _table(keys: Ints, width: int, size: int) -> Sparse:
    """The sorted keys, each a term and a text, counted: a row for each text."""
    first = firsts(keys)
    counts = np.diff(first, append=len(keys)).astype(np.float64)
    terms, texts = keys[first] >> width, keys[first] & ((1 << width) - 1)
    columns = np.append(firsts(terms), len(first))
    shape = (size, max(len(columns) - 1, 1))
    borders = columns if len(first) else np.zeros(2, np.int64)
    return sparse.csc_matrix((counts, texts, borders), shape=shape).tocsr()


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
    data = (1 + np.log(matrix.data)) * weights[matrix.indices]
    weighted = sparse.csr_matrix((data, matrix.indices, matrix.indptr), shape=matrix.shape)
    lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    return (sparse.diags(1 / np.maximum(lengths, 1e-12)) @ weighted).tocsr()


def row_products(one: Sparse, other: Sparse, i: Ints, j: Ints) -> Floats:
    """The scalar product of row `i` of the one and row `j` of the other, pair by pair."""

    def product(at: int) -> Floats:
        rows = one[i[at : at + _CHUNK]].multiply(other[j[at : at + _CHUNK]])
        return np.asarray(rows.sum(axis=1), np.float64).ravel()

    parts: list[Floats] = in_threads(product, range(0, len(i), _CHUNK))
    return np.concatenate([np.zeros(0), *parts])
