"""A report as SARIF 2.1.0 (OASIS), for code scanning."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from planversion.checking import Finding
from planversion.errors import Location, Problem
from planversion.messages import say
from planversion.rendering.reports.places import path_of
from planversion.rendering.reports.told import Told
from planversion.rendering.safety import json_text, on_one_line
from planversion.rules import RULE_IDS, RULES, Rule
from planversion.version import __version__

Json = dict[str, Any]
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note", "off": "none"}
_ROOT = "%SRCROOT%"
_LONGEST_SNIPPET = 1000
_INDEX = {rule: index for index, rule in enumerate(RULE_IDS)}


def sarif(told: Told) -> str:
    """The log of one run: the rules, what they found, what is accepted, what went wrong."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(told)]}
    return json_text(log)


def _run(told: Told) -> Json:
    report = told.report
    accepted = {"suppressions": [{"kind": "external", "status": "accepted"}]}
    driver = {
        "name": "planversion",
        "version": __version__,
        "rules": [_rule(rule, told) for rule in RULES],
    }
    return {
        "tool": {"driver": driver},
        "language": told.language,
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {_ROOT: {"description": {"text": told.say(_ROOT_IS)}}},
        "invocations": [_invocation(told)],
        "results": [
            *(_result(one, told) for one in report.findings),
            *(_result(one, told) | accepted for one in report.waived),
        ],
    }


_ROOT_IS = say("the folder in which the check was run")


def _rule(rule: Rule[Any], told: Told) -> Json:
    why = told.say(rule.why)
    return {
        "id": rule.id,
        "shortDescription": {"text": why.partition("\n")[0]},
        "fullDescription": {"text": why},
        "help": {"text": why, "markdown": why},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }


def _result(finding: Finding, told: Told) -> Json:
    found: Json = {
        "ruleId": finding.rule,
        "ruleIndex": _INDEX[finding.rule],
        "level": _LEVELS[finding.level],
        "message": {"text": on_one_line(told.told(finding))},
        "locations": _locations(finding.problem.where, told),
        "partialFingerprints": {"planversion/v1": finding.fingerprint},
    }
    if finding.before:
        found["relatedLocations"] = [_stood(finding.before, told)]
    return found


def _stood(before: Location, told: Told) -> Json:
    """The place, with its revision in words: a path in the tree can't say that."""
    words = told.say(say("it stood at {place}", place=before.prefix()))
    return {"id": 1, "message": {"text": on_one_line(words)}, **_location(before, told)}


def _locations(where: Location | None, told: Told) -> list[Json]:
    return [_location(where, told)] if where else []


def _location(where: Location, told: Told) -> Json:
    place: Json = {"artifactLocation": _artifact(path_of(where))}
    if where.line:
        place["region"] = _region(where, told)
    return {"physicalLocation": place}


def _artifact(path: str) -> Json:
    """The path as a URI."""
    uri = quote(_bytes(path))
    if PurePath(path).is_absolute():
        return {"uri": f"file:///{uri.removeprefix('/')}"}
    return {"uri": uri, "uriBaseId": _ROOT}


def _bytes(path: str) -> bytes:
    """What the path is on disk, where not even that is UTF-8."""
    try:
        return path.encode(errors="surrogateescape")
    except UnicodeEncodeError:
        return path.encode(errors="replace")


def _region(where: Location, told: Told) -> Json:
    column, line = where.column or 1, told.line(where)
    if line is None:
        return {"startLine": where.line, "startColumn": column}
    # SARIF counts as UTF-16 does, where a rare character takes two.
    start = len(line[: column - 1].encode("utf-16-le", "surrogatepass")) // 2 + 1
    region: Json = {"startLine": where.line, "startColumn": start}
    rest = line[column - 1 :]
    return region | ({"snippet": {"text": rest}} if 0 < len(rest) <= _LONGEST_SNIPPET else {})


def _invocation(told: Told) -> Json:
    problems = told.report.problems
    return {
        "executionSuccessful": not problems,
        "toolExecutionNotifications": [_notification(one, told.erring) for one in problems],
    }


def _notification(problem: Problem, told: Told) -> Json:
    words = told.in_words(problem.where, problem.what, problem.mend)
    return {
        "level": "error",
        "descriptor": {"id": problem.code},
        "message": {"text": on_one_line(words)},
        "locations": _locations(problem.where, told),
    }
