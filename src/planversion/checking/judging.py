"""One run: what the rules say of a review, and what of that counts."""

from __future__ import annotations

import datetime as dt
from itertools import chain

from planversion.checking.findings import Finding, fingerprinted
from planversion.checking.report import LookedAt, Report
from planversion.checking.review import Review
from planversion.checking.running import looks, outcomes
from planversion.checking.waiving import sort
from planversion.errors import Problem, in_file_order
from planversion.policy import Policy
from planversion.rules import RULES
from planversion.rules.base import SEVERITIES


def check(review: Review, policy: Policy, *, today: dt.date) -> Report:
    """Everything that the rules find, at the levels of the policy, the worst first.

    Each edition is looked at by itself, and after the one before it, if the review has that.
    `today` decides which waivers have run out. What could not be compared stands among the
    problems of the report; nothing is raised for it. Raises ValueError where the policy names a
    rule that there isn't, rather than let pass what nobody looked for.
    """
    _refuse_unknown(policy)
    found = list(outcomes(review, policy))
    problems = tuple(one for one in found if isinstance(one, Problem))
    findings = [*fingerprinted(one for one in found if isinstance(one, Finding))]
    # Where something could not be looked at, nobody knows which findings are gone.
    known = not (problems or review.problems)
    judged = frozenset((one.on, one.edition) for one in looks(review) if known)
    counting, waived = sort(findings, policy, today, judged)
    return Report(
        looked_at=_looked_at(review),
        findings=tuple(sorted(counting, key=_worst_first)),
        waived=tuple(sorted(waived, key=_worst_first)),
        problems=(*review.problems, *dict.fromkeys(problems)),
        against=review.against,
    )


def _refuse_unknown(policy: Policy) -> None:
    named = {*policy.rules(), *policy.asked, *(policy.only or ())}
    if unknown := sorted(named.difference(rule.id for rule in RULES)):
        raise ValueError(f"no rule of ours: {', '.join(unknown)}")


def _looked_at(review: Review) -> tuple[LookedAt, ...]:
    found = []
    for source in chain(review.sources, review.gone):
        before = None if source in review.gone else review.predecessor(source)
        base = review.bases.get(source.name)
        edition = source.edition
        told = before.edition.id if before else None, base.name if base else None
        found.append(LookedAt(source.name, edition.plan.id, edition.id, *told))
    return tuple(found)


def _worst_first(finding: Finding) -> tuple[int, str, tuple[int, int], str]:
    where = finding.problem.where
    file = where.file if where else ""
    level = SEVERITIES.index(finding.level)
    return level, file, in_file_order(finding.problem), finding.fingerprint
