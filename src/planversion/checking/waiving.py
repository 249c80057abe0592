"""Accepted findings taken out, and waivers that have run out or that nothing needs any more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planversion.checking.findings import Finding, fingerprinted
from planversion.errors import Problem
from planversion.policy import Policy, Waiver
from planversion.rules import RULES
from planversion.rules.subjects import Waived


class Sorted(NamedTuple):
    """The findings that count, and those that are accepted."""

    counting: tuple[Finding, ...]
    waived: tuple[Finding, ...]


def sort(
    findings: Sequence[Finding], policy: Policy, today: dt.date, looked_at: frozenset[str]
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
    findings: Sequence[Finding], policy: Policy, today: dt.date, looked_at: frozenset[str]
) -> Iterator[Finding]:
    found = {(one.rule, one.fingerprint) for one in findings}
    for index, waiver in enumerate(policy.waivers):
        # Whether the finding is gone is known only of editions that were looked at.
        if waiver.edition is None or waiver.edition in looked_at:
            needed = (waiver.rule, waiver.fingerprint) in found
            yield from _judged(index, Waived(waiver, needed=needed, today=today), policy)


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
