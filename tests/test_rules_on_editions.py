"""Rows that read alike, lineage that leads round, and what reading refuses."""

from __future__ import annotations

import pytest

from planversion.ids import check_character
from planversion.model import Path
from planversion.rules.base import Rule
from planversion.rules.duplicate_id import duplicate_id
from planversion.rules.duplicate_name_in_section import duplicate_name_in_section
from planversion.rules.lineage_cycle import lineage_cycle
from planversion.rules.unmarked_relisting import unmarked_relisting
from planversion.yamltext import Source
from rule_examples import source, whole

IDS = [f"p-{letter * 9}{check_character(letter * 9)}" for letter in "abcdef"]


def plan(*sections: list[str]) -> Source:
    """An edition of these sections, each of rows that are written without their ids."""
    ids = iter(IDS)
    lines = ["departments: [{name: 福祉課}, {name: 住宅課}]", "sections:"]
    for number, rows in enumerate(sections, 1):
        lines += [f"  - number: {number}", f"    title: 目標{number}", "    projects:"]
        written = [row if "relists" in row else f"id: {next(ids)}, {row}" for row in rows]
        lines += [f"      - {{{row}}}" for row in written]
    return source("\n".join(lines))


def told(rule: Rule[Source], edition: Source) -> list[tuple[int, int]]:
    """In which sections and rows the rule finds something."""
    return [_row(verdict.path) for verdict in rule.check(edition)]


def _row(path: Path) -> tuple[int, int]:
    return int(path[1]), int(path[3])


HEALTH = "name: 健康相談の実施, departments: [福祉課]"
HOME = "name: 健康相談の実施, departments: [住宅課]"


def test_a_row_is_told_by_one_of_the_two_rules_on_names() -> None:
    edition = plan([HEALTH], [HEALTH, HEALTH])
    assert told(unmarked_relisting, edition) == [(1, 0)]
    assert told(duplicate_name_in_section, edition) == [(1, 1)]


def test_a_row_a_department_may_be_listed_once_more_each() -> None:
    edition = plan([HEALTH, HOME], [HEALTH, HOME])
    assert told(unmarked_relisting, edition) == [(1, 0), (1, 1)]
    assert told(duplicate_name_in_section, edition) == []


def test_a_repeated_row_is_found_behind_one_of_another_department() -> None:
    assert told(duplicate_name_in_section, plan([HEALTH, HOME, HOME])) == [(0, 2)]


def test_a_relisting_reads_as_the_row_beside_it() -> None:
    edition = plan([HEALTH], [f"relists: {IDS[0]}", "name: 健康相談の開催, departments: [福祉課]"])
    assert told(duplicate_name_in_section, edition) == [(1, 1)]
    assert told(unmarked_relisting, edition) == []


def test_the_marked_one_is_the_relisting_wherever_it_stands() -> None:
    edition = plan(["name: 【再掲】健康相談の実施, departments: [住宅課]"], [HEALTH])
    (verdict,) = unmarked_relisting.check(edition)
    assert _row(verdict.path) == (0, 0)
    line = f"- {{relists: {IDS[1]}, departments: [住宅課], marked: true}}"
    assert str(verdict.mend) == f"If it is the same project, write in its place: {line}"


@pytest.mark.parametrize(
    "said",
    ["description: 窓口で受ける。", "budget: [{year: 2026, amount: 5}]", "period: {from: 2026}"],
)
def test_what_only_one_says_tells_nobody_apart(said: str) -> None:
    assert told(unmarked_relisting, plan([HEALTH], [f"{HEALTH}, {said}"])) == [(1, 0)]
    other = said.translate(str.maketrans("窓56", "街88"))
    assert told(unmarked_relisting, plan([f"{HEALTH}, {said}"], [f"{HEALTH}, {other}"])) == []


def test_a_name_alone_is_no_likeness() -> None:
    name, said = "name: 普及啓発の推進", "description: 講座を開く。"
    assert told(unmarked_relisting, plan([name], [name])) == []
    assert told(unmarked_relisting, plan([f"{name}, {said}"], [f"{name}, {said}"])) == [(1, 0)]


def test_without_ids_they_are_minted_first() -> None:
    bare = f"- {{title: まち, projects: [{{{HEALTH}}}]}}"
    edition = source(f"sections:\n  {bare}\n  {bare}")
    (verdict,) = unmarked_relisting.check(edition)
    assert "planversion ids mint" in str(verdict.mend)


def circles(*records: str) -> list[str]:
    """The circles of lineage written as `a>b,c`, with @edition where it is told against another."""
    lines = []
    for record in records:
        told_of, _, since = record.partition("@")
        old, new = (
            ", ".join(IDS["abcdef".index(one)] for one in side.split(","))
            for side in told_of.split(">")
        )
        lines.append(f"  - {{from: [{old}], to: [{new}], since: '{since or 1}'}}")
    found = lineage_cycle.check(source("lineage:\n" + "\n".join(lines)))
    return [f"{verdict.path[1]}: {str(verdict.what).rpartition(': ')[2]}" for verdict in found]


def shown(index: int, *letters: str) -> str:
    return f"{index}: {' → '.join(IDS['abcdef'.index(one)] for one in letters)}"


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        (["a>b", "b>a"], [shown(1, *"aba")]),
        (["b>c", "c>a", "a>b"], [shown(2, *"abca")]),
        (["a,d>b,e", "b>a,f"], [shown(1, *"aba")]),
        (["a>b", "b>a", "c>d", "d>c"], [shown(1, *"aba"), shown(3, *"cdc")]),
        (["a>a,b", "b>a,b"], []),
        (["a,b>a,b"], []),
        (["a,b>b", "c>b"], []),
        (["a>b", "b>c", "a>c"], []),
        (["a>b", "b>a@0"], []),
    ],
)
def test_a_circle_is_told_once_and_what_lives_on_is_none(
    records: list[str], expected: list[str]
) -> None:
    assert circles(*records) == expected


def test_what_reading_refuses_is_told_at_its_place() -> None:
    text = whole(next(one.new for one in duplicate_id.examples if one.says))
    (verdict,) = duplicate_id.check(text.encode())
    assert verdict.path == ("sections", 1, "projects", 0, "id")
    assert verdict.about == ("p-aaaaaaaaa5",)
    assert list(duplicate_id.check(b"schema: 1\n")) == []
