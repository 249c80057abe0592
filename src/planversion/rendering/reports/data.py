"""A report as one JSON document, which every program can read."""

from __future__ import annotations

import json
from typing import Any

from planversion.checking import Finding
from planversion.errors import Location, Problem
from planversion.rendering.reports.told import Told
from planversion.version import __version__

VERSION = 1
"""The version of this format."""


def data(told: Told) -> str:
    """The document, for people to look at, too."""
    return json.dumps(document(told), ensure_ascii=False, indent=2) + "\n"


def document(told: Told) -> dict[str, Any]:
    """The report as plain values."""
    report = told.report
    return {
        "schema_version": VERSION,
        "tool": {"name": "planversion", "version": __version__},
        "result": told.result,
        "fail_on": told.fail_on,
        "against": report.against,
        "counts": {**report.counts, "waived": len(report.waived)},
        "looked_at": [one._asdict() for one in report.looked_at],
        "problems": [_problem(one, told) for one in report.problems],
        "findings": [_finding(one, told) for one in report.findings],
        "waived": [_finding(one, told) for one in report.waived],
    }


def _finding(finding: Finding, told: Told) -> dict[str, Any]:
    problem = finding.problem
    return {
        "rule": finding.rule,
        "level": finding.level,
        "message": told.say(problem.what),
        "mend": told.say(problem.mend) or None,
        "edition": finding.edition,
        "about": list(finding.about),
        "fingerprint": finding.fingerprint,
        "location": _location(problem.where, told),
        "before": _location(finding.before, told),
    }


def _problem(problem: Problem, told: Told) -> dict[str, Any]:
    return {
        "code": problem.code,
        "message": told.say(problem.what),
        "mend": told.say(problem.mend) or None,
        "location": _location(problem.where, told),
    }


def _location(where: Location | None, told: Told) -> dict[str, Any] | None:
    if where is None:
        return None
    return where._asdict() | {"path": told.say(where.path) or None}
