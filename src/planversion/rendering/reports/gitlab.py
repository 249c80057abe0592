"""A report as GitLab's code quality: an array that merge requests show."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from planversion.errors import Location
from planversion.rendering.reports.places import path_of
from planversion.rendering.reports.told import Told
from planversion.rendering.safety import json_text, on_one_line

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}
_NOWHERE = "."
"""An entry without a path is refused."""


class _Entry(NamedTuple):
    """One thing that is shown, before it has a fingerprint that nothing else has."""

    rule: str
    words: str
    severity: str
    where: Location | None
    known_by: str


def gitlab(told: Told) -> str:
    """An entry a finding; what could not be looked at blocks."""
    return json_text(list(_written(_entries(told))))


def _entries(told: Told) -> Iterator[_Entry]:
    for problem in told.report.problems:
        words = told.erring.in_words(problem.where, problem.what, problem.mend)
        yield _Entry(problem.code, words, "blocker", problem.where, words)
    for finding in told.report.findings:
        severity, where = _SEVERITIES[finding.level], finding.problem.where
        yield _Entry(finding.rule, told.told(finding), severity, where, finding.fingerprint)


def _written(entries: Iterator[_Entry]) -> Iterator[dict[str, Any]]:
    seen: Counter[tuple[str, str, str]] = Counter()
    for entry in entries:
        path = path_of(entry.where) if entry.where else _NOWHERE
        known = (entry.rule, path, entry.known_by)
        yield {
            # GitLab doesn't show the name of the check.
            "description": on_one_line(f"{entry.rule}: {entry.words}"),
            "check_name": entry.rule,
            "fingerprint": _fingerprint(*known, str(seen[known])),
            "severity": entry.severity,
            "location": {"path": path, "lines": {"begin": _line(entry.where)}},
        }
        seen[known] += 1


def _line(where: Location | None) -> int:
    return (where and where.line) or 1


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode(errors="replace")).hexdigest()
