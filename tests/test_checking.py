"""What counts of what rules find: levels, waivers, fingerprints, what could not be looked at."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from functools import cache
from itertools import islice, product
from pathlib import Path

import pytest

from planversion import PlanversionError, canonical, read_edition
from planversion.checking import Finding, Report, Review, check
from planversion.policy import Config, FailOn, Level, Override, Policy, Waiver
from planversion.rules.looking.subjects import Shelf, volume
from planversion.yamltext import Source

TODAY = dt.date(2026, 4, 1)
DAY = dt.timedelta(days=1)
CASES = Path(__file__).parent / "cases"
TEXT = """schema: 1
plan: {id: example, title: 見本計画}
edition: {id: '2', label: 第2期, status: adopted, previous: '1'}
levels: [{name: 基本目標}]
departments: [{name: 福祉課}]
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談, departments: [福祉課]}
      - {id: p-bbbbbbbbbq, name: 手話講習会, departments: [健康課, 健康課]}
  - id: s-bbbbbbbbbq
    number: 3
    title: 学び合うまち
    projects:
      - {id: p-ccccccccc6, name: 公開講座, departments: [福祉課]}
"""
GAP, UNDECLARED = "number-gap", "undeclared-department"


def read(text: str = TEXT, name: str = "editions/2.yaml") -> Source:
    return read_edition(text.encode(), name)


def report(policy: Policy | None = None, text: str = TEXT, today: dt.date = TODAY) -> Report:
    return check(Review((read(text),)), policy or Policy(), today=today)


def levels(policy: Policy, text: str = TEXT) -> dict[str, str]:
    return {one.rule: one.level for one in report(policy, text).findings}


def of(rule: str, findings: Sequence[Finding]) -> list[Finding]:
    return [one for one in findings if one.rule == rule]


def prints(found: Report) -> list[str]:
    return sorted(one.fingerprint for one in found.findings)


def configured(*overrides: Override, **decided: Level) -> Config:
    named = {rule.replace("_", "-"): level for rule, level in decided.items()}
    return Config(levels=named, overrides=overrides)


def test_a_rule_has_its_own_level_until_somebody_decides() -> None:
    assert levels(Policy()) == {GAP: "warning", UNDECLARED: "error"}
    decided = Policy(configured(number_gap="info", undeclared_department="off"))
    assert levels(decided) == {GAP: "info"}


@pytest.mark.parametrize(
    ("paths", "status", "level"),
    [
        (["editions/*.yaml"], [], "error"),
        (["**/2.yaml"], [], "error"),
        (["editions/1.yaml", "editions/2.yaml"], [], "error"),
        (["drafts/**"], [], "warning"),
        (["*.yaml"], [], "warning"),
        ([], ["adopted"], "error"),
        ([], ["draft", "consultation"], "warning"),
        (["editions/*.yaml"], ["draft"], "warning"),
        (["editions/*.yaml"], ["adopted"], "error"),
        ([], [], "error"),
    ],
)
def test_levels_are_decided_by_path_and_status(
    paths: list[str], status: list[str], level: str
) -> None:
    override = Override.model_validate({"paths": paths, "status": status, "levels": {GAP: "error"}})
    assert levels(Policy(configured(override)))[GAP] == level


def test_the_path_of_the_configuration_counts_and_not_the_name_of_the_source() -> None:
    override = Override(paths=("editions/*.yaml",), levels={GAP: "error"})
    source = read(name="/elsewhere/2.yaml")
    here = Review((source,), paths={source.name: "editions/2.yaml"})
    policy = Policy(configured(override))
    assert of(GAP, check(here, policy, today=TODAY).findings)[0].level == "error"
    assert of(GAP, check(Review((source,)), policy, today=TODAY).findings)[0].level == "warning"


def test_a_later_override_goes_before_an_earlier_one_and_before_the_general_level() -> None:
    one, other = (Override(levels={GAP: level}) for level in ("error", "info"))
    assert levels(Policy(configured(one, other, number_gap="off")))[GAP] == "info"
    assert levels(Policy(configured(other, one, number_gap="off")))[GAP] == "error"


def test_what_the_command_line_asks_goes_before_all_that_is_configured() -> None:
    decided = configured(Override(levels={GAP: "off"}), number_gap="info")
    assert levels(Policy(decided, asked={GAP: "error"}))[GAP] == "error"
    assert levels(Policy(decided, asked={UNDECLARED: "off"})) == {}


def test_only_the_rules_that_are_asked_for_are_asked() -> None:
    assert levels(Policy(only=frozenset([GAP]))) == {GAP: "warning"}
    asked: dict[str, Level] = {GAP: "error", UNDECLARED: "error"}
    assert levels(Policy(asked=asked, only=frozenset([GAP]))) == {GAP: "error"}
    assert levels(Policy(only=frozenset())) == {}


def test_the_status_before_a_change_decides_what_may_be_changed() -> None:
    old, new = read(), read(TEXT.replace("adopted", "draft").replace("公開講座", "市民講座"))
    found = check(Review((new,), bases={new.name: old}), Policy(), today=TODAY).findings
    told = {one.rule: one.level for one in found}
    assert told["status-went-back"] == told["adopted-edition-altered"] == "error"
    other = check(Review((old,), bases={old.name: new}), Policy(), today=TODAY).findings
    assert {one.rule for one in other} == {GAP, UNDECLARED}


@pytest.mark.parametrize(
    ("fail_on", "result"),
    [("error", "pass"), ("warning", "fail"), ("info", "fail"), ("never", "pass")],
)
def test_the_result_is_decided_by_the_level_to_fail_on(fail_on: FailOn, result: str) -> None:
    assert report(Policy(only=frozenset([GAP]))).result(fail_on) == result


def waiver(finding: Finding, until: dt.date | None = None, edition: str | None = None) -> Waiver:
    return Waiver(
        rule=finding.rule,
        fingerprint=finding.fingerprint,
        edition=edition or finding.edition,
        reason="印刷された計画書のとおり。",
        until=until,
    )


def gap() -> Finding:
    return of(GAP, report().findings)[0]


def test_an_accepted_finding_counts_no_more_and_is_still_told_of() -> None:
    found = report(Policy(waivers=(waiver(gap()),)))
    assert {one.rule for one in found.findings} == {UNDECLARED}
    assert [one.rule for one in found.waived] == [GAP]


def test_a_waiver_is_of_one_rule() -> None:
    other = waiver(gap()).model_copy(update={"rule": UNDECLARED})
    found = report(Policy(waivers=(other,)))
    assert {one.rule for one in found.findings} == {GAP, UNDECLARED, "waiver-stale"}


@pytest.mark.parametrize(
    ("until", "rules"),
    [
        (None, {UNDECLARED}),
        (TODAY + DAY, {UNDECLARED}),
        (TODAY, {UNDECLARED}),
        (TODAY - DAY, {UNDECLARED, GAP, "waiver-expired"}),
    ],
)
def test_a_waiver_counts_until_its_last_day_is_over(until: dt.date | None, rules: set[str]) -> None:
    found = report(Policy(waivers=(waiver(gap(), until),)))
    assert {one.rule for one in found.findings} == rules


MENDED = TEXT.replace("number: 3", "number: 2")


def test_a_waiver_is_stale_once_nothing_needs_it() -> None:
    found = report(Policy(waivers=(waiver(gap()), waiver(gap(), TODAY - DAY))), MENDED)
    assert [one.rule for one in found.findings] == [UNDECLARED, UNDECLARED, *["waiver-stale"] * 2]
    assert len({one.fingerprint for one in found.findings}) == len(found.findings)


@pytest.mark.parametrize(
    "policy",
    [
        Policy(waivers=(waiver(gap(), edition="example@1"),)),
        Policy(waivers=(waiver(gap()).model_copy(update={"edition": None}),)),
        Policy(waivers=(waiver(gap()),), only=frozenset([UNDECLARED, "waiver-stale"])),
        Policy(waivers=(waiver(gap()),), asked={GAP: "off"}),
        Policy(waivers=(waiver(gap()).model_copy(update={"rule": "project-vanished"}),)),
        Policy(waivers=(waiver(gap()).model_copy(update={"rule": "id-removed"}),)),
    ],
    ids=["other edition", "no edition", "not asked", "off", "no predecessor", "no base"],
)
def test_a_waiver_is_stale_only_if_its_finding_would_have_been_found(policy: Policy) -> None:
    assert of("waiver-stale", report(policy, MENDED).findings) == []


def test_a_waiver_of_a_rule_that_nobody_knows_is_stale() -> None:
    unknown = waiver(gap()).model_copy(update={"rule": "no-such-rule"})
    assert len(of("waiver-stale", report(Policy(waivers=(unknown,))).findings)) == 1


def test_no_waiver_is_stale_while_something_could_not_be_looked_at() -> None:
    lacking = read(TEXT.replace("id: p-ccccccccc6, ", ""), "editions/1.yaml")
    source = read(MENDED)
    review = Review((source,), predecessors={source.name: lacking})
    found = check(review, Policy(waivers=(waiver(gap()),)), today=TODAY)
    assert of("waiver-stale", found.findings) == []


def test_a_fingerprint_is_sixteen_hexadecimal_digits_and_stays() -> None:
    # Written down in waivers: one that changes with a new version makes them all worthless.
    assert gap().fingerprint == "636a75e295793439"


SECOND = """  - id: s-bbbbbbbbbq
    number: 3
    title: 学び合うまち
    projects:
      - {id: p-ccccccccc6, name: 公開講座, departments: [福祉課]}
"""


@pytest.mark.parametrize(
    "text",
    [
        f"# 前書き\n\n{TEXT}",
        canonical(read()),
        json.dumps(read().tree, ensure_ascii=False, indent=3),
        # The project goes first, and to another section.
        TEXT.replace(
            "      - {id: p-aaaaaaaaa5, name: 健康相談, departments: [福祉課]}\n", ""
        ).replace(
            SECOND, f"{SECOND}      - {{id: p-aaaaaaaaa5, name: 健康相談, departments: [福祉課]}}\n"
        ),
        TEXT.replace("健康相談", "健康の相談").replace("手話講習会", "手話の講習"),
        TEXT.replace("label: 第2期", "label: 第二期"),
    ],
    ids=["lines", "canonical", "json", "order", "names", "label"],
)
def test_a_fingerprint_is_the_same_wherever_and_however_it_is_written(text: str) -> None:
    assert prints(report(text=text)) == prints(report())


def test_a_fingerprint_is_the_same_in_another_file_and_at_another_level() -> None:
    moved = check(Review((read(name="other.yaml"),)), Policy(), today=TODAY)
    assert prints(moved) == prints(report())
    assert prints(report(Policy(configured(number_gap="error")))) == prints(report())


def test_a_fingerprint_is_the_same_in_another_language() -> None:
    english = TEXT.replace("title: 見本計画", "title: 見本計画, language: en")
    assert prints(report(text=english)) == prints(report())


def test_a_fingerprint_is_of_one_edition() -> None:
    other = TEXT.replace("id: '2'", "id: '3'")
    assert set(prints(report())).isdisjoint(prints(report(text=other)))


def test_two_findings_about_the_very_same_thing_are_told_apart() -> None:
    one, other = of(UNDECLARED, report().findings)
    assert one.about == other.about
    assert one.fingerprint != other.fingerprint
    accepted = report(Policy(waivers=(waiver(one),)))
    assert [f.fingerprint for f in of(UNDECLARED, accepted.findings)] == [other.fingerprint]


def test_a_predecessor_without_ids_is_told_once_and_is_no_pass() -> None:
    text = TEXT.replace("id: p-ccccccccc6, ", "")
    lacking = read(text, "editions/1.yaml")
    source = read()
    review = Review((source,), predecessors={source.name: lacking})
    found = check(review, Policy(), today=TODAY)
    (problem,) = found.problems
    line = text.splitlines().index("      - {name: 公開講座, departments: [福祉課]}") + 1
    assert problem.code == "missing-id"
    assert problem.where
    assert problem.where.prefix() == f"editions/1.yaml:{line}:9"
    assert found.result("never") == found.result("error") == "error"
    assert {one.rule for one in found.findings} >= {GAP, UNDECLARED}


def test_an_edition_is_held_against_its_predecessor_among_those_looked_at() -> None:
    dropped = "      - {id: p-bbbbbbbbbq, name: 手話講習会, departments: [健康課, 健康課]}\n"
    assert dropped in TEXT
    first = read(TEXT.replace("id: '2', label: 第2期", "id: '1', label: 第1期"), "editions/1.yaml")
    second = read(TEXT.replace(dropped, ""))
    stranger = read(first.text.replace("id: example", "id: other"), "editions/other.yaml")
    found = check(Review((stranger, first, second)), Policy(), today=TODAY)
    assert [one.predecessor for one in found.looked_at] == [None, None, "1"]
    (vanished,) = of("project-vanished", found.findings)
    assert vanished.before
    assert vanished.before.file == "editions/1.yaml"


def test_what_could_not_be_read_stays_a_problem_of_the_report() -> None:
    with pytest.raises(PlanversionError) as refused:
        read("schema: 1\n")
    review = Review((read(),), problems=refused.value.problems)
    found = check(review, Policy(), today=TODAY)
    assert found.problems == refused.value.problems
    assert found.result("error") == "error"


def test_an_edition_that_is_gone_is_told_by_its_status() -> None:
    found = {}
    for status in ("adopted", "draft"):
        gone = read(TEXT.replace("adopted", status))
        report = check(Review((), gone=(gone,)), Policy(), today=TODAY)
        found[status] = [(one.rule, one.level) for one in report.findings]
        assert [one.edition for one in report.looked_at] == ["2"]
    assert found == {
        "adopted": [("edition-removed", "error")],
        "draft": [("edition-removed", "warning")],
    }


@cache
def editions() -> tuple[Source, ...]:
    """Every edition of the cases that can be read."""
    found = []
    for path in sorted(CASES.rglob("*.yaml")):
        try:
            found.append(read_edition(path.read_bytes(), str(path.relative_to(CASES))))
        except PlanversionError:
            continue
    return tuple(found)


def test_whatever_is_held_against_whatever_is_checked_and_told() -> None:
    every = editions()
    pairs = product(every, every)
    # All of them would take a minute; each is looked at as either side of several.
    for old, new in islice(pairs, 0, None, 13):
        review = Review(
            (new,),
            predecessors={new.name: old},
            bases={new.name: old},
            gone=(old,),
            shelf=Shelf(tuple(volume(one.edition, one.name) for one in (old, new))),
        )
        for finding in check(review, Policy(), today=TODAY).findings:
            assert finding.to("en")
            assert finding.to("ja")
            assert finding.problem.where
