"""Reports for tests of the formats: with every kind of text, and as long as is asked for."""

from __future__ import annotations

from typing import Any

from planversion.checking import Finding, LookedAt, Report
from planversion.errors import Location, Problem
from planversion.messages import Language, say
from planversion.rendering.reports import Told
from planversion.rules.base import Severity

RULE = "undeclared-department"
LOST = Problem("unreadable", say("there is no such file"), None, Location("lost.yaml"))
HOSTILE = (
    "</script><img src=x>",
    "::error file=x::owned",
    "##[error]owned",
    "a%0A::error::b",
    "a\r::error::b",
    "\x1b[31mred",
    "a\x00b\x07c\ufffe",
    "| a | b |",
    "=cmd()|' /C calc'!A0",
    "x\n::warning::y",
    "\u202egnp.exe",
    "@planner see #12, GH-7, a!5 and https://example.org, www.example.org, a@example.org",
    "計https://example.org計www.example.org計@planner計#12計GH-7",
    "`code` ``` *** [a](b) ![a](b)",
    "]]> & <!-- -->",
    "\udcff.yaml",
    "half \ud83d of a pair",
    "長" * 10_000,
    "x" * 100_000,
)


def finding(
    what: str,
    where: Location | None = None,
    *,
    number: int = 0,
    level: Severity = "error",
    before: Location | None = None,
) -> Finding:
    """A finding that says this of this place."""
    said = say("{x}", x=what)
    problem = Problem(RULE, said, said, where)
    return Finding(RULE, level, problem, "plan@1", (what,), before, f"{number:016x}")


def report_on(*texts: str, problems: tuple[Problem, ...] = (), language: Language = "en") -> Told:
    """A report whose findings say these texts, about files called so."""
    found = [finding(x, Location(x, 1, 1), number=number) for number, x in enumerate(texts)]
    return told(*found, problems=problems, language=language)


def told(
    *findings: Finding,
    problems: tuple[Problem, ...] = (),
    looked_at: tuple[LookedAt, ...] = (),
    waived: tuple[Finding, ...] = (),
    **how: Any,
) -> Told:
    """These findings, told in English and failing on errors, if not said otherwise."""
    report = Report(looked_at, findings, waived, problems)
    return Told(report, **{"language": "en", "fail_on": "error", **how})
