"""A report as SARIF 2.1.0 (OASIS), for code scanning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from planversion.checking import Finding
from planversion.errors import Location, Problem
from planversion.rendering.reports.told import Told
from planversion.rendering.safety import json_text, on_one_line
from planversion.rules import RULES, Rule
from planversion.version import __version__

Json = dict[str, Any]
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note", "off": "none"}


def sarif(told: Told) -> str:
    """The log of one run: the rules, what they found, what is accepted, what went wrong."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(told)]}
    return json_text(log)


def _run(told: Told) -> Json:
    report = told.report
    results = [_result(one, told, suppressed=False) for one in report.findings]
    results += [_result(one, told, suppressed=True) for one in report.waived]
    driver = {
        "name": "planversion",
        "version": __version__,
        "rules": [_rule(rule, told) for rule in RULES],
    }
    return {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "where the check was run"}}},
        "invocations": [_invocation(report.problems, told)],
        "results": results,
    }


def _rule(rule: Rule[Any], told: Told) -> Json:
    why = told.say(rule.why)
    return {
        "id": rule.id,
        "shortDescription": {"text": why.partition("\n")[0]},
        "fullDescription": {"text": why},
        "help": {"text": why, "markdown": why},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }


def _result(finding: Finding, told: Told, *, suppressed: bool) -> Json:
    found: Json = {
        "ruleId": finding.rule,
        "ruleIndex": [rule.id for rule in RULES].index(finding.rule),
        "level": _LEVELS[finding.level],
        "message": {"text": on_one_line(told.told(finding))},
        "locations": _locations(finding.problem.where, told),
        "partialFingerprints": {"planversion/v1": finding.fingerprint},
    }
    if finding.before:
        found["relatedLocations"] = _locations(finding.before, told)
    if suppressed:
        found["suppressions"] = [{"kind": "external", "status": "accepted"}]
    return found


def _locations(where: Location | None, told: Told) -> list[Json]:
    if where is None:
        return []
    place: Json = {"artifactLocation": {"uri": quote(where.file), "uriBaseId": "SRCROOT"}}
    if where.line:
        place["region"] = _region(where, told)
    return [{"physicalLocation": place}]


def _region(where: Location, told: Told) -> Json:
    region: Json = {"startLine": where.line, "startColumn": where.column or 1}
    line = told.line(where)
    if line is not None:
        before = line[: (where.column or 1) - 1]
        # SARIF counts as UTF-16 does, where a rare character takes two.
        region["startColumn"] = len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1
        region["snippet"] = {"text": on_one_line(line)}
    return region


def _invocation(problems: Sequence[Problem], told: Told) -> Json:
    notes = [
        {
            "level": "error",
            "descriptor": {"id": problem.code},
            "message": {
                "text": on_one_line(told.in_words(problem.where, problem.what, problem.mend))
            },
            "locations": _locations(problem.where, told),
        }
        for problem in problems
    ]
    return {"executionSuccessful": not problems, "toolExecutionNotifications": notes}
