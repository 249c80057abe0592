"""Every format tells the same findings, and a program of its kind reads it."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema_rs
import pytest
from junitparser import JUnitXml
from sarif_pydantic import Sarif

from planversion import read_edition
from planversion.checking import Review, check
from planversion.policy import Config, Policy, Waiver
from planversion.rendering.reports import FORMATS, Told, rendered
from planversion.schemas import schema_of
from reported import HOSTILE, LOST, report_on

ROOT = Path(__file__).parents[2]
DRAFT = (ROOT / "editions/nishitokyo-chiiki-fukushi/5-draft-2.yaml").read_text(encoding="utf-8")
TODAY = dt.date(2026, 4, 1)
Place = tuple[str, str, int]
"""A rule, a file and a line."""


@pytest.fixture(scope="module")
def told() -> Told:
    """A report with findings of every level, one waived, and lines to show."""
    text = DRAFT.replace("departments: [住宅課]", "departments: [住居課]", 1)
    text = text.replace("number: 2\n", "number: 4\n", 1)
    text = text.replace("- {name: 図書館}", "- {name: 図書館}\n  - {name: 宇宙課}", 1)
    source = read_edition(text.encode(), "editions/計画 5.yaml")
    policy = Policy(Config(levels={"missing-id": "error"}))
    found = check(Review((source,)), policy, today=TODAY).findings
    accepted = next(one for one in found if one.level == "warning")
    waiver = Waiver(rule=accepted.rule, fingerprint=accepted.fingerprint, reason="承知している")
    report = check(Review((source,)), Policy(waivers=(waiver,)), today=TODAY)
    assert report.waived
    assert {one.level for one in report.findings} >= {"error", "info"}
    return Told(report, "ja", "error", {source.name: text.split("\n")})


def places(told: Told) -> list[Place]:
    """Where the findings are."""
    where = [(one.rule, one.problem.where) for one in told.report.findings]
    return sorted((rule, at.file, at.line or 0) for rule, at in where if at)


def in_text(text: str) -> Iterator[Place]:
    for line in text.splitlines():
        if found := re.fullmatch(r"(\S.*?):(\d+):\d+: .* \[([a-z-]+)\]", line):
            yield found[3], found[1], int(found[2])


def in_json(text: str) -> Iterator[Place]:
    for one in json.loads(text)["findings"]:
        yield one["rule"], one["location"]["file"], one["location"]["line"]


def in_markdown(text: str) -> Iterator[Place]:
    for line in text.splitlines():
        if found := re.fullmatch(r"\| .*? \| (.*?):(\d+) \| .* \| ([a-z-]+) \|", line):
            yield found[3], found[1], int(found[2])


def in_sarif(text: str) -> Iterator[Place]:
    run = Sarif.model_validate_json(text).runs[0]
    for one in run.results or []:
        if not (one.model_extra or {}).get("suppressions"):
            place = (one.locations or [])[0].physical_location
            assert place
            assert place.artifact_location
            assert place.region
            uri = unquote(str(place.artifact_location.uri))
            yield str(one.rule_id), uri, place.region.start_line or 0


def in_github(text: str) -> Iterator[Place]:
    for line in text.splitlines():
        if found := re.match(r"::\w+ file=(.*?),line=(\d+),col=\d+,title=([a-z-]+)::", line):
            yield found[3], found[1], int(found[2])


def in_gitlab(text: str) -> Iterator[Place]:
    for one in json.loads(text):
        yield one["check_name"], one["location"]["path"], one["location"]["lines"]["begin"]


def in_junit(text: str) -> Iterator[Place]:
    for suite in JUnitXml.fromstring(text.encode()):
        for test in suite:
            if "line" in test._elem.attrib:
                rule = test.name.split()[0]
                yield rule, test._elem.attrib["file"], int(test._elem.attrib["line"])


READERS = {
    "text": in_text,
    "json": in_json,
    "markdown": in_markdown,
    "sarif": in_sarif,
    "github": in_github,
    "gitlab": in_gitlab,
    "junit": in_junit,
}


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == set(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_tells_the_same_findings(form: str, told: Told) -> None:
    assert sorted(READERS[form](rendered(form, told))) == places(told)


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_report_is_a_whole_document(form: str) -> None:
    assert list(READERS[form](rendered(form, report_on()))) == []


@pytest.mark.parametrize("form", FORMATS)
def test_what_could_not_be_looked_at_is_told_and_never_passes(form: str) -> None:
    text = rendered(form, report_on(problems=(LOST,)))
    assert "lost.yaml" in text
    assert "Nothing was found" not in text
    assert "✅" not in text


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_stays_text(form: str, hostile: str) -> None:
    text = rendered(form, report_on(hostile, problems=(LOST,)))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert text.encode().decode() == text
    assert LOST.what.to("en") in text
    if form in ("json", "sarif", "gitlab"):
        json.loads(text)
    if form == "junit":
        ET.fromstring(text)
    if form == "github":
        kinds = [line.split(" ")[0] for line in text.splitlines() if line[:2] in ("::", "##")]
        assert kinds == ["::error", "::error"]


def test_github_keeps_ten_of_a_kind_and_is_told_of_the_rest() -> None:
    lines = rendered("github", report_on(*map(str, range(25)))).splitlines()
    errors = [line for line in lines if line.startswith("::error")]
    assert len(errors) == 10
    assert errors[-1] == "::error title=planversion::16 more are not shown here."


def test_the_json_document_is_as_its_schema_says(told: Told) -> None:
    judge = jsonschema_rs.validator_for(schema_of("report"))
    for one in (told, report_on("x"), report_on(problems=(LOST,)), report_on()):
        judge.validate(json.loads(rendered("json", one)))


def test_the_text_shows_the_line_with_a_caret_below_the_place(told: Told) -> None:
    lines = rendered("text", told).splitlines()
    at = next(i for i, line in enumerate(lines) if "[undeclared-department]" in line)
    assert lines[at + 1].endswith("departments: [住居課]")
    assert lines[at + 2].rstrip() == "  | " + " " * lines[at + 1][4:].index("住居課") + "^"


def test_sarif_has_rules_fingerprints_suppressions_and_what_failed(told: Told) -> None:
    run = json.loads(rendered("sarif", told))["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert re.fullmatch("[0-9a-f]{16}", result["partialFingerprints"]["planversion/v1"])
        assert result["locations"][0]["physicalLocation"]["region"]["startColumn"] >= 1
    assert sum("suppressions" in result for result in run["results"]) == len(told.report.waived)
    assert run["invocations"][0]["executionSuccessful"] is True


def test_gitlab_fingerprints_are_unique() -> None:
    found = json.loads(rendered("gitlab", report_on(*"abcab")))
    assert len({one["fingerprint"] for one in found}) == len(found)


def test_junit_fails_only_from_the_level_asked_for(told: Told) -> None:
    failing = JUnitXml.fromstring(rendered("junit", told).encode())
    assert sum(suite.failures for suite in failing) == told.report.counts["error"]
    calm = Told(told.report, told.language, "never")
    assert sum(s.failures for s in JUnitXml.fromstring(rendered("junit", calm).encode())) == 0
