"""What holds for any two editions: a diff is complete, can be undone, and loses no placement."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from laws.editions import editions, pairs
from planversion.applying import apply, invert
from planversion.changes import Change, Diff, LineageChange
from planversion.comparing import Row, compare
from planversion.errors import InapplicableError
from planversion.interchange import read_diff, write_diff
from planversion.model import Edition

Pair = tuple[Edition, Edition]


def canonical(diff: Diff) -> list[str]:
    """The changes in an order of their own, what was declared of a family likewise."""
    return sorted(repr(_settled(change)) for change in diff.changes)


def _settled(change: Change) -> Change:
    if not isinstance(change, LineageChange):
        return change
    return replace(change, declarations=tuple(sorted(change.declarations, key=repr)))


def said(edition: Edition) -> str:
    """What the edition's file would say: as text, where true and 1 aren't equal."""
    return edition.model_dump_json(by_alias=True, exclude_defaults=True)


@given(editions("1"))
def test_nothing_changed_from_an_edition_to_itself(edition: Edition) -> None:
    assert compare(edition, edition).diff.changes == ()


@given(pairs)
def test_a_diff_is_complete(pair: Pair) -> None:
    old, new = pair
    now = apply(old, compare(old, new).diff)
    assert now == new
    assert said(now) == said(new)


@given(pairs)
def test_a_diff_leads_back(pair: Pair) -> None:
    old, new = pair
    diff = compare(old, new).diff
    assert apply(new, invert(diff)) == old
    assert invert(invert(diff)) == diff


@given(pairs)
def test_either_direction_tells_the_same(pair: Pair) -> None:
    old, new = pair
    assert canonical(compare(new, old).diff) == canonical(invert(compare(old, new).diff))


@given(pairs)
def test_every_placement_stands_in_exactly_one_row(pair: Pair) -> None:
    old, new = pair
    rows = compare(old, new).rows
    assert _listed(rows, "old") == Counter(_placements(old))
    assert _listed(rows, "new") == Counter(_placements(new))


@given(pairs)
def test_every_change_of_a_project_stands_in_a_row(pair: Pair) -> None:
    old, new = pair
    comparison = compare(old, new)
    told = {id(change) for row in comparison.rows for change in row.changes}
    for change in comparison.diff.changes:
        if getattr(change, "subject", "").startswith("p-"):
            assert id(change) in told


@given(pairs, st.data())
def test_a_step_in_between_changes_nothing_but_what_was_told_on_the_way(
    pair: Pair, data: st.DataObject
) -> None:
    old, new = pair
    between = data.draw(editions("1a", "1"))
    comparison = compare(old, new, between=[between])
    assert apply(old, comparison.diff) == new
    back = compare(new, old, between=[between])
    assert canonical(back.diff) == canonical(invert(comparison.diff))


@given(pairs, pairs)
def test_a_diff_of_another_edition_is_refused_or_leads_where_it_says(
    pair: Pair, other: Pair
) -> None:
    diff = compare(*pair).diff
    try:
        now = apply(other[0], diff)
    except InapplicableError:
        return
    assert compare(other[0], now).diff.new.totals == diff.new.totals


def _listed(rows: tuple[Row, ...], side: str) -> Counter[tuple[str, str]]:
    return Counter((p.project, p.place.id) for row in rows for p in getattr(row, side))


def _placements(edition: Edition) -> list[tuple[str, str]]:
    rows = edition.outline.rows
    return [(project, section) for section, projects in rows.items() for project in projects]


@given(pairs)
def test_a_diff_reads_back_from_json(pair: Pair) -> None:
    diff = compare(*pair).diff
    assert read_diff(write_diff(diff), "diff.json") == diff
