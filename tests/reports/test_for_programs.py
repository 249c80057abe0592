"""What programs rely on in their formats, beyond the findings themselves."""

from __future__ import annotations

import json
import os
import re
from typing import Any

import pytest
from junitparser import JUnitXml
from pydantic import BaseModel
from sarif_pydantic import Sarif

from planversion.checking import LookedAt
from planversion.errors import Location
from planversion.rendering.reports import FORMATS, rendered
from planversion.rendering.reports.sarif import SCHEMA
from planversion.rules import RULE_IDS, RULES
from reported import HOSTILE, LOST, finding, report_on, told

HERE = Location("editions/計 画.yaml", 2, 3)
THEN = Location("HEAD~1:editions/計 画.yaml", 1, 2)
# In SARIF 2.1.0, and not in the models that read it here.
KNOWN = {"$schema", "suppressions", "columnKind", "toolExecutionNotifications"}


def run_of(*args: Any, **more: Any) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(rendered("sarif", told(*args, **more)))["runs"][0]
    return run


def unknown_to(model: BaseModel) -> set[str]:
    """Keys that the reader of a format doesn't know."""
    found = set(model.model_extra or ())
    for name in type(model).model_fields:
        value = getattr(model, name)
        for one in value if isinstance(value, list) else [value]:
            found |= unknown_to(one) if isinstance(one, BaseModel) else set()
    return found


@pytest.mark.parametrize("hostile", HOSTILE)
def test_sarif_says_nothing_that_its_readers_do_not_know(hostile: str) -> None:
    one = finding(hostile, HERE, before=THEN)
    of = told(one, waived=(one,), problems=(LOST,), lines={HERE.file: ["", "  𠮷野家"]})
    assert unknown_to(Sarif.model_validate_json(rendered("sarif", of))) <= KNOWN


def test_sarif_is_a_whole_log_where_nothing_was_found() -> None:
    log = json.loads(rendered("sarif", told()))
    assert (log["$schema"], log["version"]) == (SCHEMA, "2.1.0")
    run = log["runs"][0]
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULE_IDS)
    expected = {"error": "error", "warning": "warning", "info": "note"}
    for rule, known in zip(rules, RULES, strict=True):
        assert rule["defaultConfiguration"]["level"] == expected[known.level]
        assert rule["shortDescription"]["text"]
        assert rule["help"]["markdown"]


def test_sarif_counts_columns_as_utf_16_does() -> None:
    lines = {HERE.file: ["", "𠮷𠮷野家"]}
    place = run_of(finding("x", HERE), lines=lines)["results"][0]["locations"][0]
    region = place["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 5, "snippet": {"text": "野家"}}


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("editions/計 画.yaml", "editions/%E8%A8%88%20%E7%94%BB.yaml"),
        ("./a#b?c%.yaml", "a%23b%3Fc%25.yaml"),
        ("main:editions/4.yaml", "editions/4.yaml"),
        ("\udcff.yaml", "%FF.yaml"),
        ("\ud83d.yaml", "%3F.yaml"),
    ],
)
def test_sarif_has_paths_as_uris_relative_to_where_it_ran(file: str, uri: str) -> None:
    place = run_of(finding("x", Location(file, 1, 1)))["results"][0]["locations"][0]
    artifact = place["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": uri, "uriBaseId": "%SRCROOT%"}


@pytest.mark.skipif(os.name == "nt", reason="a path of another system")
def test_sarif_has_a_path_from_the_root_as_such() -> None:
    place = run_of(finding("x", Location("/srv/計.yaml", 1)))["results"][0]["locations"][0]
    assert place["physicalLocation"]["artifactLocation"] == {"uri": "file:///srv/%E8%A8%88.yaml"}


def test_sarif_says_where_it_stood_what_is_accepted_and_what_failed() -> None:
    run = run_of(finding("x", HERE, before=THEN), waived=(finding("y"),), problems=(LOST,))
    first, second = run["results"]
    assert first["relatedLocations"][0]["message"]["text"] == f"it stood at {THEN.prefix()}"
    assert "suppressions" not in first
    assert second["suppressions"] == [{"kind": "external", "status": "accepted"}]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["level"] == "error"
    assert notification["message"]["text"] == "there is no such file"


def test_github_shows_beside_a_line_only_what_stands_there_now() -> None:
    here, then, whole = rendered(
        "github", told(finding("x", HERE), finding("y", THEN), finding("z", Location("a.yaml")))
    ).splitlines()[:3]
    title = "title=undeclared-department"
    assert here == f"::error file=editions/計 画.yaml,line=2,col=3,{title}::x. x"
    assert then == f"::error {title}::{THEN.prefix()}: y. y"
    assert whole == f"::error {title}::a.yaml: z. z"


def test_github_reads_back_what_was_said() -> None:
    line = rendered("github", told(finding("50%, a:b\n::error::c", HERE)))
    assert "::50%25, a:b%0A::error::c. 50%25" in line.splitlines()[0]
    odd = rendered("github", told(finding("x", Location("a,b%.yaml", 1, 1)))).splitlines()[0]
    assert odd.startswith("::error file=a%2Cb%25.yaml,line=1,col=1,")


def test_github_has_ten_of_each_kind_at_most_the_problems_first() -> None:
    levels = ("error", "warning", "info")
    many = [finding(f"{n}", HERE, level=level) for level in levels for n in range(11)]
    lines = rendered("github", told(*many, problems=(LOST,))).splitlines()
    for command, left in (("error", 3), ("warning", 2), ("notice", 2)):
        own = [line for line in lines if line.startswith(f"::{command} ")]
        assert len(own) == 10
        assert own[-1] == f"::{command} title=planversion::{left} more are not shown here."
    assert lines[0] == "::error title=unreadable::lost.yaml: there is no such file"


def test_gitlab_has_an_entry_with_everything_that_it_asks_for() -> None:
    problem = LOST._replace(where=None)
    of = told(finding("x", Location("./a.yaml", 7)), problems=(problem, problem))
    first, second, third = json.loads(rendered("gitlab", of))
    assert third == {
        "description": "undeclared-department: x. x",
        "check_name": "undeclared-department",
        "fingerprint": third["fingerprint"],
        "severity": "major",
        "location": {"path": "a.yaml", "lines": {"begin": 7}},
    }
    assert (first["severity"], first["location"]["path"]) == ("blocker", ".")
    assert len({one["fingerprint"] for one in (first, second, third)}) == 3


def test_gitlab_knows_the_same_thing_in_two_files_as_two_things() -> None:
    def known(file: str, line: int) -> str:
        (entry,) = json.loads(rendered("gitlab", told(finding("x", Location(file, line)))))
        return str(entry["fingerprint"])

    assert known("a.yaml", 1) == known("./a.yaml", 9) != known("b.yaml", 1)


@pytest.mark.parametrize(
    ("file", "path"),
    [("C:/a/b.yaml", "C:/a/b.yaml"), ("HEAD:a/b.yaml", "a/b.yaml"), (":a.yaml", "a.yaml")],
)
def test_gitlab_has_the_path_in_the_tree(file: str, path: str) -> None:
    (entry,) = json.loads(rendered("gitlab", told(finding("x", Location(file, 1)))))
    assert entry["location"]["path"] == path


def test_junit_counts_and_knows_a_test_whatever_line_it_is_on() -> None:
    editions = (LookedAt("a.yaml", "plan", "1"), LookedAt("b.yaml", "plan", "2"))
    found = (finding("x", HERE), finding("y", HERE, number=1, level="info"))
    first, second = JUnitXml.fromstring(
        rendered("junit", told(*found, looked_at=editions)).encode()
    )
    assert (first.name, first.tests, first.failures, first.errors) == ("plan@1", 2, 1, 0)
    assert (second.name, second.tests, second.failures) == ("plan@2", 1, 0)
    assert next(test.name for test in first) == "undeclared-department 0000000000000000"
    failing, telling = first
    assert failing.result[0].message == f"{HERE.prefix()}: x. x"
    assert telling.system_out == f"info: {HERE.prefix()}: y. y"


def test_junit_has_no_passed_test_where_something_could_not_be_looked_at() -> None:
    of = told(looked_at=(LookedAt("a.yaml", "plan", "1"),), problems=(LOST,))
    first, second = JUnitXml.fromstring(rendered("junit", of).encode())
    assert first.tests == 0
    assert (second.tests, second.errors) == (1, 1)


@pytest.mark.parametrize("form", FORMATS)
def test_three_thousand_findings_are_told_in_japanese(form: str) -> None:
    text = rendered(form, report_on(*(f"{n}.yaml" for n in range(3000)), language="ja"))
    assert "0.yaml" in text
    if form not in ("markdown", "github"):
        assert len(re.findall(r"\b2999\.yaml", text)) >= 1
