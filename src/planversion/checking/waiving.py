"""Accepted findings taken out, and waivers that have run out or that nothing needs any more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planversion.checking.findings import Finding, fingerprinted
from planversion.errors import Problem
from planversion.policy import Policy, Waiver
from planversion.rules import RULES
from planversion.rules.base import On
from planversion.rules.looking.subjects import Waived


class Sorted(NamedTuple):
    """The findings that count, and those that are accepted."""

    counting: tuple[Finding, ...]
    waived: tuple[Finding, ...]


LookedAt = frozenset[tuple[On, str]]
"""What rules looked at: an edition, its step, its revision …, by plan@edition."""


def sort(
    findings: Sequence[Finding], policy: Policy, today: dt.date, looked_at: LookedAt
) -> Sorted:
    """The findings by whether a waiver accepts them on this day; the waivers looked at, too."""
    valid = {(w.rule, w.fingerprint) for w in policy.waivers if not _expired(w, today)}
    waived = tuple(one for one in findings if (one.rule, one.fingerprint) in valid)
    counting = tuple(one for one in findings if (one.rule, one.fingerprint) not in valid)
    on_waivers = fingerprinted(_on_waivers(findings, policy, today, looked_at))
    return Sorted((*counting, *on_waivers), waived)


def _expired(waiver: Waiver, today: dt.date) -> bool:
    return waiver.until is not None and waiver.until < today


def _on_waivers(
    findings: Sequence[Finding], policy: Policy, today: dt.date, looked_at: LookedAt
) -> Iterator[Finding]:
    found = {(one.rule, one.fingerprint) for one in findings}
    for index, waiver in enumerate(policy.waivers):
        needed = (waiver.rule, waiver.fingerprint) in found
        if needed or _would_be_found(waiver, policy, looked_at):
            yield from _judged(index, Waived(waiver, needed=needed, today=today), policy)


def _would_be_found(waiver: Waiver, policy: Policy, looked_at: LookedAt) -> bool:
    """Whether the finding, if it were there, would have been found in this run."""
    rule = next((one for one in RULES if one.id == waiver.rule), None)
    if rule is None:
        # Nobody finds it any more, whatever is looked at.
        return True
    asked = policy.only is None or rule.id in policy.only
    silenced = policy.asked.get(rule.id) == "off"
    return asked and not silenced and (rule.on, waiver.edition) in looked_at


def _judged(index: int, waived: Waived, policy: Policy) -> Iterator[Finding]:
    where = policy.places[index] if policy.places else None
    for rule in RULES:
        if rule.on == "waiver":
            level = policy.level(rule.id, rule.level, "adopted", policy.config.waivers)
            if level != "off":
                for verdict in rule.check(waived):
                    problem = Problem(rule.id, verdict.what, verdict.mend, where)
                    edition = waived.waiver.edition or ""
                    yield Finding(rule.id, level, problem, edition, verdict.about)
