"""Each rule finds what it is there for, at its place, and is silent where nothing is wrong."""

from __future__ import annotations

import datetime as dt
import importlib
from pathlib import Path
from typing import Any

import pytest

from golden import Golden
from planversion import read_edition
from planversion.checking import Finding, Review, check
from planversion.policy import Config, Policy
from planversion.rules import RULE_IDS, RULES, Example, Rule
from planversion.yamltext import Source
from rule_examples import subject, told

ROOT = Path(__file__).parents[1]
GOOD = (ROOT / "tests/cases/compare/split/new.yaml").read_text(encoding="utf-8")
CASES = sorted((ROOT / "tests/cases/check").iterdir())
TODAY = dt.date(2026, 4, 1)
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]


def name(of: Rule[Any] | Example) -> str:
    return of.id if isinstance(of, Rule) else of.title


def findings(*texts: str, policy: Policy | None = None) -> tuple[Finding, ...]:
    names = ("before.yaml", "edition.yaml")[-len(texts) :]
    sources = [read_edition(t.encode(), name) for t, name in zip(texts, names, strict=True)]
    return check(review(*sources), policy or Policy(), today=TODAY).findings


def review(*sources: Source) -> Review:
    """The last of the editions, held against the one before it."""
    *before, source = sources
    return Review((source,), dict.fromkeys([source.name], before[0]) if before else {})


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=name)
def test_an_example_is_told_as_it_says(rule: Rule[Any], example: Example) -> None:
    assert told(rule, example) == ([] if example.says is None else [example.says])


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=name)
def test_no_other_rule_speaks_of_an_example(rule: Rule[Any], example: Example) -> None:
    for other in RULES:
        # An info is no verdict: a small example may well leave a department without work.
        if other is not rule and other.on == rule.on and other.level != "info":
            assert list(other.check(subject(rule, example))) == [], other.id


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_every_rule_has_an_example_that_fires_and_a_near_miss(rule: Rule[Any]) -> None:
    says = [example.says for example in rule.examples]
    assert None in says
    assert any(says)


def test_every_module_of_a_rule_is_in_the_catalogue_and_called_as_its_rule() -> None:
    homes = [rule.check.__module__.rpartition(".")[2].replace("_", "-") for rule in RULES]
    assert homes == sorted(RULE_IDS)
    folder = ROOT / "src/planversion/rules"
    others = {"__init__", "base", "catalogue"}
    modules = {path.stem for path in folder.glob("*.py")} - others
    assert {module.replace("_", "-") for module in modules} == set(RULE_IDS)


def test_every_rule_says_why_to_a_planner() -> None:
    for rule in RULES:
        why = importlib.import_module(rule.check.__module__).__doc__ or ""
        assert len(why.split("\n\n")) > 1, rule.id


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_found_is_told_with_its_place(case: Path, golden: Golden) -> None:
    files = [case / name for name in ("before.yaml", "edition.yaml") if (case / name).exists()]
    sources = [read_edition(path.read_bytes(), path.name) for path in files]
    found = check(review(*sources), Policy(), today=TODAY).findings
    golden(case / "expected.txt", "".join(f"{finding.to('en')}\n" for finding in found))


def test_nothing_is_said_where_nothing_is_wrong() -> None:
    assert findings(GOOD) == ()


def test_the_real_plan_has_no_finding() -> None:
    folder = ROOT / "editions/nishitokyo-chiiki-fukushi"
    files = [folder / f"{edition}.yaml" for edition in ("4", "5-draft-2")]
    assert findings(*(path.read_text(encoding="utf-8") for path in files)) == ()


def test_the_worst_comes_first_and_a_level_can_be_decided() -> None:
    text = GOOD.replace("number: 2", "number: 4", 1).replace("[健康課]", "[健廉課]", 1)
    codes = [finding.rule for finding in findings(text)]
    assert codes == ["undeclared-department", "number-gap"]
    decided = Config(levels={"undeclared-department": "off", "number-gap": "error"})
    silent = findings(text, policy=Policy(decided))
    assert [(one.level, one.rule) for one in silent] == [("error", "number-gap")]
