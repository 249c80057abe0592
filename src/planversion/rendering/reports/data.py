"""A report as one JSON document, which every program can read."""

from __future__ import annotations

from planversion.checking import Finding
from planversion.errors import Location, Problem
from planversion.rendering.reports.document import (
    Counts,
    EditionLookedAt,
    Place,
    ReportDocument,
    ReportedFinding,
    ReportedProblem,
    Tool,
)
from planversion.rendering.reports.told import Told
from planversion.rendering.safety import json_text
from planversion.version import __version__


def data(told: Told) -> str:
    """The document, for people to look at, too."""
    return json_text(document(told).model_dump(mode="json", by_alias=True))


def document(told: Told) -> ReportDocument:
    """The report in the words of its format."""
    report = told.report
    return ReportDocument(
        tool=Tool(version=__version__),
        result=told.result,
        fail_on=told.fail_on,
        against=report.against,
        counts=_counts(told),
        looked_at=tuple(EditionLookedAt(**one._asdict()) for one in report.looked_at),
        problems=tuple(_problem(one, told.erring) for one in report.problems),
        findings=tuple(_finding(one, told) for one in report.findings),
        waived=tuple(_finding(one, told) for one in report.waived),
    )


def _counts(told: Told) -> Counts:
    found = told.report.counts
    return Counts(
        error=found["error"],
        warning=found["warning"],
        info=found["info"],
        waived=len(told.report.waived),
    )


def _finding(finding: Finding, told: Told) -> ReportedFinding:
    problem = finding.problem
    return ReportedFinding(
        rule=finding.rule,
        level=finding.level,
        message=told.say(problem.what),
        mend=told.say(problem.mend) or None,
        edition=finding.edition,
        about=finding.about,
        fingerprint=finding.fingerprint,
        location=_location(problem.where, told),
        before=_location(finding.before, told),
    )


def _problem(problem: Problem, told: Told) -> ReportedProblem:
    return ReportedProblem(
        code=problem.code,
        message=told.say(problem.what),
        mend=told.say(problem.mend) or None,
        location=_location(problem.where, told),
    )


def _location(where: Location | None, told: Told) -> Place | None:
    if where is None:
        return None
    return Place(
        file=where.file, line=where.line, column=where.column, path=told.say(where.path) or None
    )
