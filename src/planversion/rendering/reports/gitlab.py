"""A report as GitLab's code quality: an array that merge requests show."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from planversion.errors import Location
from planversion.rendering.reports.told import Told
from planversion.rendering.safety import json_text, on_one_line

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def gitlab(told: Told) -> str:
    """An entry a finding; what could not be looked at blocks."""
    return json_text(list(_entries(told)))


def _entries(told: Told) -> Iterator[dict[str, Any]]:
    for problem in told.report.problems:
        words = told.in_words(problem.where, problem.what, problem.mend)
        yield _entry(problem.code, words, "blocker", problem.where, words)
    for finding in told.report.findings:
        severity, where = _SEVERITIES[finding.level], finding.problem.where
        yield _entry(finding.rule, told.told(finding), severity, where, finding.fingerprint)


def _entry(
    rule: str, words: str, severity: str, where: Location | None, known_by: str
) -> dict[str, Any]:
    file = where.file.removeprefix("./") if where else ""
    known = hashlib.sha256(f"{rule}\0{file}\0{known_by}".encode(errors="replace")).hexdigest()
    return {
        # GitLab doesn't show the name of the check.
        "description": on_one_line(f"{rule}: {words}"),
        "check_name": rule,
        "fingerprint": known,
        "severity": severity,
        "location": {"path": file, "lines": {"begin": (where and where.line) or 1}},
    }
