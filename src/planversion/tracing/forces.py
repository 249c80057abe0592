"""Which edition of a plan is in force on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from planversion.model import Edition

_DAY = timedelta(days=1)


class Term(NamedTuple):
    """From when to when an adopted edition is in force, both days included."""

    edition: Edition
    first: date
    last: date | None
    """None while nothing ends it."""
    superseded_by: Edition | None
    """The adopted edition whose coming ended it, where one did."""

    def holds(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


class Force(NamedTuple):
    """What is known of one plan on a day."""

    plan: str
    title: str
    terms: tuple[Term, ...]
    """Those in force; several where none of them names the other as the one before it."""
    undated: tuple[Edition, ...]
    """Adopted editions that don't say from when, so that nobody can tell."""


def in_force(editions: Iterable[Edition], day: date) -> tuple[Force, ...]:
    """What is in force on a day, for each plan, sorted by the plans' ids."""
    plans: dict[str, list[Edition]] = {}
    for edition in editions:
        plans.setdefault(edition.plan.id, []).append(edition)
    return tuple(_of_plan(plan, found, day) for plan, found in sorted(plans.items()))


def terms(editions: Sequence[Edition]) -> tuple[Term, ...]:
    """The terms of the editions of one plan that were adopted and say when, from the first on.

    An edition is in force from `in_force_from`, else from `adopted_on`, until the day before an
    adopted edition that follows it is, or until its own `in_force_to` if that is earlier.
    """
    dated = [one for one in editions if _adopted(one) and begin(one)]
    found = (_term(one, first, editions, dated) for one in dated if (first := begin(one)))
    known = [term for term in found if term is not None]
    return tuple(sorted(known, key=lambda term: (term.first, term.edition.id)))


def begin(edition: Edition) -> date | None:
    """The first day an adopted edition is in force, where it says one."""
    return edition.header.in_force_from or edition.header.adopted_on


def _of_plan(plan: str, editions: Sequence[Edition], day: date) -> Force:
    holding = tuple(term for term in terms(editions) if term.holds(day))
    undated = sorted((one for one in editions if _adopted(one) and not begin(one)), key=_name)
    return Force(plan, editions[-1].plan.title, holding, tuple(undated))


def _adopted(edition: Edition) -> bool:
    return edition.header.status == "adopted"


def _name(edition: Edition) -> str:
    return edition.id


def _term(
    edition: Edition, first: date, editions: Sequence[Edition], dated: Iterable[Edition]
) -> Term | None:
    """From when to when; None where it is superseded before it begins."""
    own = edition.header.in_force_to
    by_id = {one.id: one for one in editions}
    heirs = (one for one in dated if edition.id in _ancestors(one, by_id))
    begins = sorted((day, one.id) for one in heirs if (day := begin(one)))
    if not begins or (own and own < begins[0][0]):
        return Term(edition, first, own, None)
    day, heir = begins[0]
    return Term(edition, first, day - _DAY, by_id[heir]) if day > first else None


def _ancestors(edition: Edition, by_id: dict[str, Edition]) -> frozenset[str]:
    """Every edition that one follows or revises, through whatever stands between them."""
    found: set[str] = set()
    waiting = list(_named(edition))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _named(by_id[name]) if name in by_id else ()
    return frozenset(found - {edition.id})


def _named(edition: Edition) -> Iterator[str]:
    yield from filter(None, (edition.header.previous, edition.header.revises))
