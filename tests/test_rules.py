"""Each rule finds what it is there for, at its place, and is silent where nothing is wrong."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from golden import Golden
from planversion import read_edition
from planversion.checking import check
from planversion.rules import RULE_IDS, RULES, Rule
from planversion.rules.findings import Finding

ROOT = Path(__file__).parents[1]
GOOD = (ROOT / "tests/cases/compare/split/new.yaml").read_text(encoding="utf-8")
EDITIONS = sorted((ROOT / "editions").rglob("*.yaml"))

CASES = sorted((ROOT / "tests/cases/check").iterdir())


def findings(text: str) -> tuple[Finding, ...]:
    return check([read_edition(text.encode(), "edition.yaml")], {})


def test_every_rule_has_a_case() -> None:
    assert set(RULE_IDS) <= {case.name for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_found_is_told_with_its_place(case: Path, golden: Golden) -> None:
    files = [case / name for name in ("before.yaml", "edition.yaml") if (case / name).exists()]
    found = check([read_edition(path.read_bytes(), path.name) for path in files], {})
    golden(case / "expected.txt", "".join(f"{finding.to('en')}\n" for finding in found))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_finds_its_own_case_and_nothing_else_is_said(rule: Rule) -> None:
    found = findings((ROOT / "tests/cases/check" / rule.id / "edition.yaml").read_text("utf-8"))
    assert {finding.problem.code for finding in found} == {rule.id}


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
