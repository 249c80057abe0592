"""Which edition of a repository stands outside its chain, or names one that isn't there."""

from __future__ import annotations

import datetime as dt

import pytest

from planversion import read_edition
from planversion.checking import Review, check
from planversion.policy import Policy
from planversion.rules.looking.subjects import Shelf, volume

OUTLINE = "sections: [{id: s-aaaaaaaaa5, number: 1, title: 支え合うまち}]\n"


def told(*headers: str, plan: str = "example") -> dict[str, list[str]]:
    """By edition, what is said of how it is chained; each header is what follows the id."""
    sources = []
    for header in headers:
        identifier, _, rest = header.partition(" ")
        text = (
            f"schema: 1\nplan: {{id: {plan}, title: 見本計画}}\n"
            f"edition: {{id: '{identifier}', label: 版, {rest or 'status: adopted'}}}\n"
            f"levels: [{{name: 基本目標}}]\n{OUTLINE}"
        )
        sources.append(read_edition(text.encode(), f"{identifier}.yaml"))
    shelf = Shelf(tuple(volume(one.edition, one.name) for one in sources))
    report = check(Review(tuple(sources), shelf=shelf), Policy(), today=dt.date(2026, 4, 1))
    found: dict[str, list[str]] = {}
    for one in report.findings:
        found.setdefault(one.edition.partition("@")[2], []).append(one.rule)
    return found


ADOPTED, DRAFT = "status: adopted", "status: draft"


@pytest.mark.parametrize(
    "headers",
    [
        ["1"],
        ["1", f"2 {ADOPTED}, previous: '1'", f"3 {ADOPTED}, previous: '2'"],
        # The oldest that was typed in, and drafts of which the newest was kept.
        [f"4 {ADOPTED}, previous: '3'"],
        [f"4 {ADOPTED}, previous: '3'", f"5 {ADOPTED}, previous: '4'"],
        ["4", f"5-draft-2 {DRAFT}, previous: '4', revises: 5-draft-1"],
        [
            "4",
            f"5-draft-1 {DRAFT}, previous: '4'",
            f"5 {ADOPTED}, previous: '4', revises: 5-draft-1",
        ],
        # Two drafts that are weighed against each other.
        ["4", f"5-a {DRAFT}, previous: '4'", f"5-b {DRAFT}, previous: '4'"],
    ],
)
def test_a_chain_is_whole(headers: list[str]) -> None:
    assert told(*headers) == {}
    assert told(*reversed(headers)) == {}


def test_editions_that_nothing_ties_are_told_but_for_the_first() -> None:
    dated = [f"{n} {ADOPTED}, adopted_on: {year}-03-01" for n, year in [("b", 2015), ("a", 2020)]]
    assert told(*dated) == {"a": ["unchained-edition"]}
    assert told("10", "9") == {"10": ["unchained-edition"]}


def test_the_first_is_told_where_the_others_are_a_chain_without_it() -> None:
    assert told("1", "2", f"3 {ADOPTED}, previous: '2'") == {"1": ["unchained-edition"]}


def test_a_name_that_leads_nowhere_is_told_where_another_may_be_meant() -> None:
    assert told("4", f"5 {ADOPTED}, previous: '44'") == {"5": ["previous-missing"]}
    assert told(f"4 {ADOPTED}, previous: '3'", "5") == {"5": ["unchained-edition"]}
    # Of two that lead nowhere, the earlier may be the oldest.
    both = [f"4 {ADOPTED}, previous: '3'", f"5 {ADOPTED}, previous: '44'"]
    assert told(*both) == {"5": ["previous-missing"]}
    dated = [
        f"b {ADOPTED}, previous: x, adopted_on: 2015-03-01",
        f"a {ADOPTED}, previous: y, adopted_on: 2020-03-01",
    ]
    assert told(*dated) == {"a": ["previous-missing"]}


def test_every_edition_of_a_circle_is_told() -> None:
    circle = [
        f"1 {ADOPTED}, previous: '3'",
        f"2 {ADOPTED}, previous: '1'",
        f"3 {ADOPTED}, previous: '2'",
        f"4 {ADOPTED}, previous: '3'",
    ]
    assert told(*circle) == {edition: ["previous-circular"] for edition in "123"}
