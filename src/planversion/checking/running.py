"""The rules run over a review: each over what it looks at, at the level that was decided."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple

from planversion.checking.consequences import can_tell, follows
from planversion.checking.findings import Finding
from planversion.checking.review import Review
from planversion.errors import IncomparableError, Location, Problem
from planversion.matching.lacking import lacking
from planversion.model import Status
from planversion.policy import Policy
from planversion.rules import RULES
from planversion.rules.base import On, Rule, Severity, Verdict
from planversion.rules.looking.subjects import Revision, Shelved, Step, Unread
from planversion.yamltext import Source
from planversion.yamltext.mending import Lost
from planversion.yamltext.places import place

Outcome = Finding | Problem
"""What a rule found, or why it could not look."""


class Look(NamedTuple):
    """Something to look at, the edition it is about, and what stands before."""

    on: On
    subject: Any
    source: Source
    before: Source | None = None
    lost: Lost = MappingProxyType({})
    """Of a file that could be read in part, what could not."""

    @property
    def edition(self) -> str:
        """The edition as plan@edition."""
        return f"{self.source.edition.plan.id}@{self.source.edition.id}"


def outcomes(review: Review, policy: Policy) -> Iterator[Outcome]:
    """Every finding, and every reason why something could not be looked at."""
    for look in looks(review):
        yield from _found(look, review, policy)


def looks(review: Review) -> Iterator[Look]:
    """Everything that rules look at."""
    for source in review.sources:
        yield Look("edition", source, source)
        if review.shelf.volumes:
            yield Look("repository", Shelved(source, review.shelf), source)
        if before := review.predecessor(source):
            yield Look("step", Step(before, source, review.shelf), source, before)
        if base := review.bases.get(source.name):
            yield Look("revision", Revision(base, source, review.shelf), source, base)
        if problems := review.unread.get(source.name):
            yield Look("unread", Unread(problems), source)
    for source in review.gone:
        yield Look("gone", source, source)
    for source, lost in review.rests:
        yield Look("edition", source, source, lost=lost)


def _found(look: Look, review: Review, policy: Policy) -> Iterator[Outcome]:
    status, file = _status(look), look.source.name
    for rule in RULES:
        if rule.on == look.on and can_tell(rule, look.lost):
            default = rule.default(status)
            level = policy.level(rule.id, default, status, review.paths.get(file, file))
            if level != "off":
                yield from _said(rule, level, look)


def _said(rule: Rule[Any], level: Severity, look: Look) -> Iterator[Outcome]:
    try:
        for verdict in rule.check(look.subject):
            if not follows(verdict.path, look.lost):
                yield _finding(rule, level, verdict, look)
    except IncomparableError as error:
        # The same for every rule that compares; whoever collects the problems tells it once.
        before = look.before or look.source
        without = list(lacking(before.edition, partial(place, before)))
        yield from without or [error.problems[0]._replace(where=Location(before.name))]


def _status(look: Look) -> Status:
    """The status that decides: an adopted edition stays frozen, whatever a change makes of it."""
    before = look.before if look.on == "revision" else None
    return (before or look.source).edition.header.status


def _finding(rule: Rule[Any], level: Severity, verdict: Verdict, look: Look) -> Finding:
    where = place(look.source, verdict.path)
    before, path = look.before, verdict.before
    return Finding(
        rule.id,
        level,
        Problem(rule.id, verdict.what, verdict.mend, where),
        look.edition,
        verdict.about,
        place(before, path) if before and path is not None else None,
    )
