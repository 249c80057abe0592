"""An edition contradicts the one it follows: its dates come first, or the other is still a draft.

Which edition was in force on a day is asked of the dates. If they contradict the order of editions,
one of them is mistyped, or the edition before was never closed: when a new edition takes effect,
the last day of the one before is the day before.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.model import Header
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.subjects import Step

_OLD = "edition: {{id: '1', label: 第1期, status: {}}}"
_NEW = "edition: {{id: '2', label: 第2期, status: adopted, previous: '1', {}}}"

EXAMPLES = (
    Example(
        "adopted before its predecessor",
        old=_OLD.format("adopted, adopted_on: 2021-03-01"),
        new=_NEW.format("adopted_on: 2012-03-01"),
        says="adopted_on is 2012-03-01, and 2021-03-01 in edition 1, which this one follows",
    ),
    Example(
        "both in force at once",
        old=_OLD.format("adopted, in_force_from: 2020-04-01, in_force_to: 2025-03-31"),
        new=_NEW.format("in_force_from: 2024-04-01"),
        says="in force from 2024-04-01, and edition 1, which this one follows, until 2025-03-31",
    ),
    Example(
        "adopted, and its predecessor is a draft",
        old=_OLD.format("draft"),
        new=_NEW.format("adopted_on: 2026-03-01"),
        says="edition 1, which this one follows, was never adopted: its status is draft",
    ),
    Example(
        "one after the other",
        old=_OLD.format("adopted, in_force_from: 2020-04-01, in_force_to: 2024-03-31"),
        new=_NEW.format("adopted_on: 2024-03-20, in_force_from: 2024-04-01"),
    ),
)


@rule("step", "error", EXAMPLES, {"draft": "warning", "consultation": "warning"})
def edition_order(step: Step) -> Iterator[Verdict]:
    """A verdict at every date that contradicts the order, and at a predecessor that is a draft."""
    was, now = step.old.edition.header, step.new.edition.header
    if now.previous == was.id:
        backwards = list(_backwards(was, now))
        yield from backwards
        if not any("in_force_from" in verdict.about for verdict in backwards):
            yield from _overlapping(was, now)
        yield from _never_adopted(was, now)


def _backwards(was: Header, now: Header) -> Iterator[Verdict]:
    for key in ("adopted_on", "in_force_from"):
        before, after = getattr(was, key), getattr(now, key)
        if before and after and before > after:
            what = say(
                "{key} is {now}, and {was} in edition {id}, which this one follows",
                key=key,
                now=after.isoformat(),
                was=before.isoformat(),
                id=was.id,
            )
            path = ("edition", key)
            mend = say("Look which of the two is mistyped.")
            yield Verdict(path, what, mend, (was.id, key), path)


def _overlapping(was: Header, now: Header) -> Iterator[Verdict]:
    start, end = now.in_force_from, was.in_force_to
    if start and end and start <= end:
        what = say(
            "in force from {start}, and edition {id}, which this one follows, until {end}",
            start=start.isoformat(),
            id=was.id,
            end=end.isoformat(),
        )
        mend = say("Let in_force_to of edition {id} end the day before.", id=was.id)
        about = was.id, "in_force_to"
        yield Verdict(("edition", "in_force_from"), what, mend, about, ("edition", "in_force_to"))


def _never_adopted(was: Header, now: Header) -> Iterator[Verdict]:
    if now.status == "adopted" and was.status != "adopted":
        what = say(
            "edition {id}, which this one follows, was never adopted: its status is {status}",
            id=was.id,
            status=was.status,
        )
        mend = say("Write status: adopted there; an earlier draft is named under revises.")
        about = was.id, "status"
        yield Verdict(("edition", "previous"), what, mend, about, ("edition", "status"))
