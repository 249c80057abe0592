"""Who is who between two editions, from certain to likely."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from planversion.collector import without_collector
from planversion.errors import IncomparableError, Problem
from planversion.identities import identified
from planversion.messages import say
from planversion.model import Edition
from planversion.suggesting.arrays import Flags
from planversion.suggesting.departments import Agreement
from planversion.suggesting.grouping import grouped
from planversion.suggesting.items import Side, side
from planversion.suggesting.likeness import Texts, texts
from planversion.suggesting.remainders import Departments
from planversion.suggesting.settling import Known, settled
from planversion.suggesting.suggestions import Suggestion, Suggestions
from planversion.suggesting.telling import Telling


def suggest(old: Edition, new: Edition, *, ignore_ids: bool = False) -> Suggestions:
    """Who is who between two editions of one plan, by what projects say and where they stand.

    Whatever has an id in the new edition is known and isn't suggested again; with `ignore_ids`
    nothing is known. Nothing is changed: what is suggested is told with how sure it is and why.
    Raises IncomparableError for editions of different plans.
    """
    if old.plan.id != new.plan.id:
        what = say("{one} and {other} are different plans", one=old.plan.id, other=new.plan.id)
        mend = say("Compare editions of one plan.")
        raise IncomparableError([Problem("other-plan", what, mend)])
    with without_collector():
        pair = Pair.of(identified(old), identified(new))
        known = nothing_known(pair) if ignore_ids else _known(pair, new)
        return pair.suggestions(known)


def returning(
    earlier: Edition, new: Edition, *, among: Iterable[str], but: Iterable[str]
) -> tuple[Suggestion, ...]:
    """Projects of an earlier edition that seem to be back in `new`.

    Asked are only the new ones `among` these ids, those that `suggest` gave them; looked for only
    whoever isn't `but` one of these.
    """
    with without_collector():
        pair = Pair.of(identified(earlier), identified(new))
        nobody = np.zeros(0, np.int64)
        asked = {item.id for item in pair.new.items} - set(among)
        homes = frozenset(home.id for home in pair.new.homes)
        closed = _flags(pair.old, but), _flags(pair.new, asked)
        return pair.suggestions(Known(nobody, nobody, *closed, homes)).projects


@dataclass(frozen=True)
class Pair:
    """Two editions, made comparable."""

    editions: tuple[Edition, Edition]
    old: Side
    new: Side
    texts: Texts

    @classmethod
    def of(cls, old: Edition, new: Edition) -> Pair:
        """Of two editions in which everything has an id."""
        one, other = side(old), side(new)
        spellings = tuple(sorted({*old.plan.spellings, *new.plan.spellings}))
        return cls((old, new), one, other, texts(one, other, spellings))

    def suggestions(self, known: Known) -> Suggestions:
        """Everything that is suggested beside what is known."""
        found = settled(self.old, self.new, self.texts, known)
        agreement = Agreement(self.old, self.new, found.judged.handovers)
        sections = found.context.places.matched(
            found.i, found.j, np.where(found.taken, found.judged.sure, 0.0)
        )
        departments = Departments(self.old, self.new, agreement)
        groups = grouped(departments, found, sections, known)
        telling = Telling(self.editions, self.old, self.new, found, agreement, known)
        return telling.suggestions(groups, sections)


def nothing_known(pair: Pair) -> Known:
    """As if no edition had any id."""
    nobody = np.zeros(0, np.int64)
    open_old, open_new = (np.zeros(len(one.items), np.bool_) for one in (pair.old, pair.new))
    return Known(nobody, nobody, open_old, open_new)


def _known(pair: Pair, given: Edition) -> Known:
    """Who has the same id, and who is accounted for by lineage or has an id of its own.

    `given` is the new edition as it was, before whatever has no id got a makeshift one.
    """
    here, there = (
        {item.id: index for index, item in enumerate(one.items)} for one in (pair.old, pair.new)
    )
    shared = [one for one in here if one in given.outline.projects]
    lineage = pair.editions[1].lineage
    told_old = {one for record in lineage for one in record.old}
    return Known(
        np.array([here[one] for one in shared], np.int64),
        np.array([there[one] for one in shared], np.int64),
        _flags(pair.old, told_old | set(shared)),
        _flags(pair.new, given.outline.projects),
        frozenset(given.outline.places),
    )


def _flags(side: Side, ids: Iterable[str]) -> Flags:
    some = set(ids)
    return np.array([item.id in some for item in side.items], np.bool_)
