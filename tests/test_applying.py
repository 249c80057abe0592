"""A diff is applied to the edition it was made from; what it says of another one is not so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planversion import Edition, apply, compare, read_edition
from planversion.errors import InapplicableError

FOLDER = Path(__file__).parents[1] / "editions/nishitokyo-chiiki-fukushi"
TEXT = (FOLDER / "4.yaml").read_text(encoding="utf-8")
NEW = read_edition((FOLDER / "5-draft-2.yaml").read_bytes(), "5.yaml").edition


def edition(text: str) -> Edition:
    return read_edition(text.encode(), "4.yaml").edition


OLD = edition(TEXT)
DIFF = compare(OLD, NEW).diff
MOVED = next(
    change
    for change in DIFF.changes
    if change.kind == "moved" and change.old.name == change.new.name and change.subject[0] == "p"
)
UNTOUCHED = "jurisdiction: '132292'"


def mover_renamed(text: str) -> str:
    """A project that moved, and is called otherwise where it moved from."""
    return text.replace(f"name: {MOVED.old.name}\n", f"name: {MOVED.old.name}他\n", 1)


def first_renumbered(text: str) -> str:
    """The first section with another number, which is in every code below it."""
    return text.replace("number: 1\n", "number: 51\n", 1)


@pytest.mark.parametrize("damage", [mover_renamed, first_renumbered])
def test_an_edition_that_says_otherwise_than_the_diff_is_refused(
    damage: Callable[[str], str],
) -> None:
    other = edition(damage(TEXT))
    assert other != OLD
    with pytest.raises(InapplicableError):
        apply(other, DIFF)


def test_a_diff_says_nothing_of_what_did_not_change() -> None:
    assert UNTOUCHED in TEXT
    other = edition(TEXT.replace(UNTOUCHED, "jurisdiction: '999999'"))
    now = apply(other, DIFF)
    assert now != NEW
    assert now.plan.jurisdiction == "999999"
    assert now.sections == NEW.sections


def test_an_edition_without_ids_is_refused_by_name() -> None:
    start = TEXT.index("- id: p-")
    name = TEXT.index("name:", start)
    with pytest.raises(InapplicableError, match="has no id"):
        apply(edition(TEXT[: start + 2] + TEXT[name:]), DIFF)
