"""Each rule finds what it is there for, at its place, and is silent where nothing is wrong."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from planversion import read_edition
from planversion.checking import check
from planversion.rules import RULES
from planversion.rules.findings import Finding

ROOT = Path(__file__).parents[1]
GOOD = (ROOT / "tests/cases/compare/split/new.yaml").read_text(encoding="utf-8")
EDITIONS = sorted((ROOT / "editions").rglob("*.yaml"))

SLIPS = {
    "undeclared-department": ("departments: [健康課]", "departments: [健廉課]"),
    "duplicate-number": ("number: 2", "number: 1"),
    "number-gap": ("number: 2", "number: 4"),
    "lineage-unknown-id": ("to: [p-", "to: [p-0000000000, p-"),
    "missing-id": ("- id: p-nq16wz4e4h\n            name", "- name"),
    "undeclared-level": ("  - {name: 施策, code: '({n})'}\n", ""),
    "unused-department": ("departments:\n", "departments:\n  - {name: 企画課}\n"),
}


def findings(text: str) -> tuple[Finding, ...]:
    return check([read_edition(text.encode(), "edition.yaml")], {})


def test_every_rule_has_a_slip_here() -> None:
    assert sorted(SLIPS) == sorted(rule.id for rule in RULES)


@pytest.mark.parametrize("rule", SLIPS)
def test_a_rule_finds_its_slip_and_nothing_else_is_said(rule: str) -> None:
    before, after = SLIPS[rule]
    assert before in GOOD
    found = findings(GOOD.replace(before, after, 1))
    assert {finding.problem.code for finding in found} == {rule}
    for finding in found:
        assert finding.problem.where is not None
        assert finding.problem.where.line
        assert finding.problem.mend is not None


def test_nothing_is_said_where_nothing_is_wrong() -> None:
    assert findings(GOOD) == ()


@pytest.mark.parametrize("path", EDITIONS, ids=lambda path: path.stem)
def test_the_real_plan_has_no_finding(path: Path) -> None:
    assert check([read_edition(path.read_bytes(), path.name)], {}) == ()


def test_the_worst_comes_first_and_a_level_can_be_decided() -> None:
    text = GOOD.replace("number: 2", "number: 4", 1).replace("[健康課]", "[健廉課]", 1)
    source = read_edition(text.encode(), "edition.yaml")
    codes = [finding.problem.code for finding in check([source], {})]
    assert codes == ["undeclared-department", "number-gap"]
    silent = check([source], {"undeclared-department": "off", "number-gap": "error"})
    assert [(one.level, one.problem.code) for one in silent] == [("error", "number-gap")]


def test_every_rule_says_why_to_a_planner() -> None:
    for rule in RULES:
        why = importlib.import_module(rule.check.__module__).__doc__ or ""
        assert len(why.split("\n\n")) > 1, rule.id
