"""Which edition is in force on a day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from planversion.model import Edition
from planversion.tracing import in_force
from repositories import FIRST, SECOND, Folder, made


def edition(name: str, plan: str = "case", **said: str) -> Edition:
    head = {"id": name, "label": name, "status": "adopted"} | said
    return Edition.model_validate(
        {"schema": 1, "plan": {"id": plan, "title": plan}, "edition": head}
    )


def holding(day: str, *editions: Edition) -> list[str]:
    found = in_force(editions, date.fromisoformat(day))
    return [term.edition.id for one in found for term in one.terms]


FOURTH = edition("4", in_force_from="2019-04-01", in_force_to="2024-03-31")
FIFTH = edition("5", previous="4", adopted_on="2024-02-01", in_force_from="2024-04-01")


@pytest.mark.parametrize(
    ("day", "names"),
    [
        ("2019-03-31", []),
        ("2019-04-01", ["4"]),
        ("2024-03-31", ["4"]),
        ("2024-04-01", ["5"]),
        ("2099-01-01", ["5"]),
    ],
)
def test_both_ends_are_days_of_force(day: str, names: list[str]) -> None:
    assert holding(day, FOURTH, FIFTH) == names
    assert holding(day, FIFTH, FOURTH) == names


def test_a_day_of_adoption_counts_where_no_other_day_is_given() -> None:
    alone = edition("1", adopted_on="2020-04-01")
    assert holding("2020-03-31", alone) == []
    assert holding("2020-04-01", alone) == ["1"]


@pytest.mark.parametrize("status", ["draft", "consultation"])
def test_what_is_not_adopted_is_not_in_force_and_ends_nothing(status: str) -> None:
    draft = edition("5", status=status, previous="4", in_force_from="2022-04-01")
    assert holding("2023-01-01", FOURTH, draft) == ["4"]


def test_a_successor_ends_an_edition_before_its_own_last_day() -> None:
    early = edition("5", previous="4", in_force_from="2022-04-01")
    assert holding("2022-03-31", FOURTH, early) == ["4"]
    assert holding("2022-04-01", FOURTH, early) == ["5"]
    [force] = in_force((FOURTH, early), date(2022, 3, 31))
    assert force.terms[0].last == date(2022, 3, 31)
    assert force.terms[0].superseded_by == early


def test_between_two_terms_there_may_be_nothing() -> None:
    late = edition("5", previous="4", in_force_from="2024-06-01")
    assert holding("2024-05-31", FOURTH, late) == []
    [force] = in_force((FOURTH, late), date(2020, 1, 1))
    assert force.terms[0].superseded_by is None


def test_whoever_follows_through_others_ends_an_edition() -> None:
    endless = edition("4", in_force_from="2019-04-01")
    draft = edition("5-draft", status="draft", previous="4")
    fifth = edition("5", revises="5-draft", in_force_from="2024-04-01")
    assert holding("2024-04-01", endless, draft, fifth) == ["5"]
    # Of the way there, a part may not be in the repository.
    assert holding("2024-04-01", endless, fifth) == ["4", "5"]


def test_the_first_of_several_successors_ends_it() -> None:
    endless = edition("4", in_force_from="2019-04-01")
    sixth = edition("6", previous="5", in_force_from="2029-04-01")
    assert holding("2025-01-01", endless, FIFTH, sixth) == ["5"]
    assert holding("2030-01-01", endless, FIFTH, sixth) == ["6"]


def test_two_that_do_not_know_each_other_are_both_told() -> None:
    one, other = (edition(name, in_force_from="2020-04-01") for name in "ab")
    assert holding("2021-01-01", other, one) == ["a", "b"]


def test_a_successor_that_began_earlier_leaves_nothing() -> None:
    early = edition("5", previous="4", in_force_from="2018-04-01")
    assert holding("2020-01-01", FOURTH, early) == ["5"]


def test_editions_that_follow_each_other_in_a_circle_end_each_other() -> None:
    one = edition("a", previous="b", in_force_from="2020-04-01")
    other = edition("b", previous="a", in_force_from="2021-04-01")
    assert holding("2020-05-01", one, other) == ["a"]
    itself = edition("a", previous="a", in_force_from="2020-04-01")
    assert holding("2030-01-01", itself) == ["a"]


def test_the_first_day_there_is() -> None:
    one = edition("a", in_force_from="0001-01-01")
    other = edition("b", previous="a", in_force_from="0001-01-01")
    assert holding("0001-01-01", one) == ["a"]
    assert holding("0001-01-01", one, other) == ["b"]


def test_adopted_without_a_day_is_told_apart() -> None:
    undated = edition("3")
    [force] = in_force((undated, FOURTH), date(2020, 1, 1))
    assert force.undated == (undated,)
    assert [term.edition.id for term in force.terms] == ["4"]


def test_each_plan_is_a_matter_of_its_own() -> None:
    other = edition("5", plan="a-plan", previous="4", in_force_from="2020-04-01")
    found = in_force((FOURTH, other), date(2021, 1, 1))
    assert [(one.plan, [t.edition.id for t in one.terms]) for one in found] == [
        ("a-plan", ["5"]),
        ("case", ["4"]),
    ]
    assert in_force((), date(2021, 1, 1)) == ()


DATED = FIRST.replace("status: adopted", "status: adopted\n  in_force_from: 2020-04-01")
NEXT = SECOND.replace("status: adopted", "status: adopted\n  adopted_on: 2025-04-01")


@pytest.fixture
def city(tmp_path: Path) -> Folder:
    folder = made(tmp_path)
    folder.commit(**{"1": DATED})
    folder.commit(**{"2": NEXT})
    return folder


def test_the_command_tells_what_is_in_force(city: Folder) -> None:
    before = city.run("at", "2025-03-31")
    assert before.code == 0
    assert "第1期 (1)  from 2020-04-01 to 2025-03-31, then 2" in before.out
    assert "第2期 (2)  from 2025-04-01 on" in city.run("at", "2025-04-01").out
    assert "第1期 (1)  from 2020-04-01 on" in city.run("at", "2025-04-01", "--rev", "HEAD~1").out
    written = json.loads(city.run("at", "2025-03-31", "-f", "json").out)
    assert (written["version"], written["on"]) == (1, "2025-03-31")
    assert written["plans"] == [
        {
            "plan": "case",
            "title": "見本計画",
            "in_force": [
                {
                    "edition": "1",
                    "label": "第1期",
                    "from": "2020-04-01",
                    "to": "2025-03-31",
                    "superseded_by": "2",
                }
            ],
            "undated": [],
        }
    ]


@pytest.mark.parametrize("day", ["令和7年4月1日", "R7.4.1", "２０２５／４／１", "20250401"])
def test_a_day_is_written_as_offices_write_it(city: Folder, day: str) -> None:
    assert city.run("at", day) == city.run("at", "2025-04-01")


def test_the_command_where_nothing_is_in_force(city: Folder) -> None:
    ran = city.run("at", "2020-03-31")
    assert (ran.code, ran.out) == (3, "")
    assert "no edition was in force on 2020-03-31" in ran.err
    assert city.run("at", "2025-03-31", "--plan", "case").code == 0
    unknown = city.run("at", "2025-03-31", "--plan", "other")
    assert unknown.code == 3
    assert "Known here: case." in unknown.err
    for wrong in ("2025-13-01", "令和7年", "--", "20250401x"):
        assert city.run("at", "--lang", "en", "--", wrong).code == 2


def test_the_command_names_what_has_no_day(city: Folder) -> None:
    city.write("editions/1.yaml", FIRST)
    ran = city.run("at", "2021-01-01")
    assert ran.code == 3
    assert "Adopted, but without a day: 1." in ran.err
    assert "1 was adopted and doesn't say when." in city.run("at", "2026-01-01").out


def test_the_command_where_an_edition_cannot_be_read(city: Folder) -> None:
    city.write("editions/3.yaml", "schema: 1\nplan: {")
    assert city.run("at", "2026-01-01").code == 2
    (city.path / "planversion.yaml").write_text("editions: [none/*.yaml]\n")
    assert city.run("at", "2026-01-01").code == 3
