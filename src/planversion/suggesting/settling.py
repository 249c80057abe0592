"""The pairs in their order: settled by name, judged beside their neighbours, assigned."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from planversion.suggesting import weights
from planversion.suggesting.agreements import Heard, heard
from planversion.suggesting.arrays import Flags, Floats, Ints
from planversion.suggesting.assignment import assigned
from planversion.suggesting.candidates import Pairs, candidates, neighbours
from planversion.suggesting.context import Context, Judged, beside_rivals
from planversion.suggesting.items import Side
from planversion.suggesting.likeness import Likeness, Texts, likeness, measured

_KNOWN = 12.0
"""The log odds of what is known."""
_LASTING = 0.7
"""A new edition drops less than a third of its projects, unless the pairs found tell so."""
_NEVER_CERTAIN = 0.9
"""Whom only the order of a section tells from a namesake, and whoever was left once, is asked."""
_HEARD = 0.02
"""Less likely pairs are nobody's."""


@dataclass(frozen=True)
class Settled:
    """All pairs that were looked at, and which of them were chosen."""

    texts: Texts
    likeness: Likeness
    facts: Heard
    context: Context
    judged: Judged
    confidence: Floats
    """By pair, calibrated."""
    chosen: Flags
    """The best assignment overall, in which each item is once at most."""
    taken: Flags
    """The chosen ones that are likelier right than to be left out."""

    @property
    def i(self) -> Ints:
        """By pair, the old item."""
        return self.likeness.measures.i

    @property
    def j(self) -> Ints:
        """By pair, the new item."""
        return self.likeness.measures.j


@dataclass(frozen=True)
class Known:
    """What needs no guess: pairs by id, and items that lineage or another pair accounts for."""

    i: Ints
    j: Ints
    closed_old: Flags
    closed_new: Flags
    homes: frozenset[str] = frozenset()
    """The sections of the new edition that have an id."""


def settled(old: Side, new: Side, texts: Texts, known: Known) -> Settled:
    """Who is who, one to one."""
    likely = _likeness(old, new, texts, known)
    i, j = likely.measures.i, likely.measures.j
    given, barred = _fixed(i, j, known)
    odds = np.where(given, _KNOWN, np.where(barred, -_KNOWN, likely.log_odds))
    told = _heard(old, new, likely, odds, fixed=given | barred)
    context = Context(old, new, i, j, likely.tied)
    judged = context.judged(odds + told.added)
    most = np.where(judged.by_order & ~given, _NEVER_CERTAIN, 1.0)
    confidence = np.where(given, 1.0, np.minimum(calibrated(judged.sure), most))
    nobody = np.zeros(len(i), np.bool_)
    first = Settled(texts, likely, told, context, judged, confidence, nobody, nobody)
    lasting = _LASTING * min(len(old.items), len(new.items))
    first = _taking(first, _chosen(i, j, judged.sure), lasting)
    return _once_more(first, ~(given | barred), lasting)


def _fixed(i: Ints, j: Ints, known: Known) -> tuple[Flags, Flags]:
    """Which pairs are known, and which can't be, for one of them is known to be another."""
    width = max(len(known.closed_new), 1)
    given = np.isin(i * width + j, known.i * width + known.j)
    return given, ~given & (known.closed_old[i] | known.closed_new[j])


def _heard(old: Side, new: Side, likely: Likeness, odds: Floats, *, fixed: Flags) -> Heard:
    """What facts tell of the pairs that nobody knew before."""
    one, other = ([item.facts for item in side.items] for side in (old, new))
    told = heard(one, other, likely.measures.i, likely.measures.j, odds)
    return told._replace(added=np.where(fixed, 0.0, told.added))


def _taking(found: Settled, chosen: Flags, lasting: float) -> Settled:
    """Of those chosen, whoever is likelier right than to be left out, beside those taken before."""
    sure_enough = found.confidence >= least(found.confidence[chosen], lasting)
    return replace(found, chosen=chosen, taken=found.taken | chosen & sure_enough)


def _once_more(found: Settled, free: Flags, lasting: float) -> Settled:
    """Whoever is left, once more: those who were taken are nobody's rivals any more."""
    i, j = found.i, found.j
    gone_old, gone_new = (np.isin(one, one[found.taken]) for one in (i, j))
    left = np.flatnonzero(free & ~gone_old & ~gone_new)
    again, chosen = _judged_alone(found, left), found.taken.copy()
    chosen[left] = _chosen(i[left], j[left], again.judged.sure[left])
    return _taking(again, chosen, lasting)


def _judged_alone(found: Settled, left: Ints) -> Settled:
    """These pairs judged anew, as if there were no others."""
    likely = likeness(found.texts, found.likeness.measures.of(left)).log_odds
    odds = likely + found.facts.added[left] + found.judged.added[left] + weights.LEFT_PRIOR
    sure, confidence = found.judged.sure.copy(), found.confidence.copy()
    sure[left] = beside_rivals(found.i[left], found.j[left], odds)
    confidence[left] = np.minimum(calibrated(sure[left]), _NEVER_CERTAIN)
    return replace(found, judged=replace(found.judged, sure=sure), confidence=confidence)


def _chosen(i: Ints, j: Ints, sure: Floats) -> Flags:
    """The best assignment of the pairs that are likely at all."""
    some = sure >= _HEARD
    chosen = np.zeros(len(i), np.bool_)
    chosen[some] = assigned(i[some], j[some], _gain(sure[some]))
    return chosen


def _likeness(old: Side, new: Side, texts: Texts, known: Known) -> Likeness:
    """The candidates, then what stands beside the sure ones of them."""
    i, j = namesakes(texts)
    plain_old, plain_new = known.closed_old.copy(), known.closed_new.copy()
    plain_old[i] = plain_new[j] = True
    pairs = candidates(texts, old, new, np.flatnonzero(~plain_old), np.flatnonzero(~plain_new))
    pairs.add(i, j)
    pairs.add(known.i, known.j)
    measures = measured(texts, *pairs.both())
    sure = likeness(texts, measures).log_odds > 0
    more = Pairs(len(new.items))
    more.add(*neighbours(old, new, measures.i[sure], measures.j[sure]))
    width = max(len(new.items), 1)
    one, other = more.both()
    fresh = ~np.isin(one * width + other, measures.i * width + measures.j)
    return likeness(texts, measures.together(measured(texts, one[fresh], other[fresh])))


def namesakes(texts: Texts) -> tuple[Ints, Ints]:
    """Who is called as nobody else of either edition: the old and the new item."""
    called = texts.called
    here, there = called.counts
    lone_old, lone_new = np.flatnonzero(here == 1), np.flatnonzero(there == 1)
    _, one, other = np.intersect1d(called.old[lone_old], called.new[lone_new], return_indices=True)
    return lone_old[one], lone_new[other]


def calibrated(sure: Floats) -> Floats:
    """How often pairs of such a likelihood are right (Platt, 1999)."""
    some = np.clip(sure, 1e-4, 1 - 1e-4)
    log_odds = np.log(some / (1 - some))
    return np.asarray(1 / (1 + np.exp(-(weights.STRETCH * log_odds + weights.LIFT))))


def least(confidence: Floats, lasting: float) -> float:
    """From which confidence on pairs are taken: where the expected F1 of all taken is greatest.

    At least so many pairs are expected to be there as are `lasting`, found or not.
    """
    if len(confidence) == 0:
        return 1.0
    best = np.sort(confidence)[::-1]
    there = max(float(best.sum()), lasting)
    expected = 2 * np.cumsum(best) / (np.arange(1, len(best) + 1) + there)
    return float(best[expected.argmax()])


def _gain(sure: Floats) -> Floats:
    return np.asarray(np.log1p(sure / (1 - np.minimum(sure, 0.9999))))
