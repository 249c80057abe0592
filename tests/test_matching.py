"""Who is who: kinds of families, chains of editions, departments, and the real plan."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from planversion import compare, match, read_edition
from planversion.errors import IncomparableError
from planversion.matching.families import kind
from planversion.matching.succession import Succession
from planversion.model import Edition

FOLDER = Path(__file__).parents[1] / "editions/nishitokyo-chiiki-fukushi"
CASE = Path(__file__).parent / "cases/compare"


def edition(path: Path) -> Edition:
    return read_edition(path.read_bytes(), path.name).edition


OLD, NEW = edition(FOLDER / "4.yaml"), edition(FOLDER / "5-draft-2.yaml")


@pytest.mark.parametrize(
    ("ended", "new", "living", "expected"),
    [
        (1, 0, 0, "removed"),
        (0, 1, 0, "added"),
        (1, 1, 0, "replaced"),
        (3, 1, 0, "merged"),
        (1, 4, 0, "split"),
        (2, 0, 1, "absorbed"),
        (0, 3, 1, "split_off"),
        (0, 0, 2, "transferred"),
        (2, 2, 0, "reorganised"),
        (1, 1, 1, "reorganised"),
    ],
)
def test_a_kind_follows_from_who_ended_is_new_or_lives_on(
    ended: int, new: int, living: int, expected: str
) -> None:
    assert kind(ended, new, living) == expected


def test_the_families_of_the_real_plan() -> None:
    matching = match(OLD, NEW)
    assert Counter(family.kind for family in matching.projects) == {
        "added": 17,
        "split": 4,
        "merged": 3,
        "absorbed": 1,
        "removed": 1,
    }
    assert matching.gaps == ()


def test_the_moves_of_the_real_plan_are_those_printed_and_the_one_forgotten() -> None:
    moves = {
        (change.old.code, change.new.code)
        for change in compare(OLD, NEW).diff.changes
        if change.kind == "moved"
    }
    printed = {
        ("4(2)②", "2(3)①"),
        ("4(2)③", "4(2)①"),
        ("5(1)②", "4(2)③"),
        ("5(1)③", "5(1)①"),
        ("5(1)②", "5(1)①"),
    }
    assert moves == printed | {("4(2)①", "4(2)②")}


def test_a_reorganisation_explains_departments_and_a_transfer_is_told_apart() -> None:
    succession = Succession(frozenset({("a", "b")}), frozenset({("c", "d")}))
    assert succession.explains(("a", "x"), ("b", "x")) == "succession"
    assert succession.explains(("a",), ("b", "x")) is None
    assert succession.explains(("c",), ("d",)) == "transfer"
    assert succession.explains(("a",), ("a",)) is None


@pytest.mark.parametrize(
    ("was", "now", "basis"),
    [
        (("甲課", "乙課"), ("甲室", "乙課"), "succession"),
        (("甲課", "乙課"), ("乙課", "甲室"), None),
        (("丙課", "乙課", "丁課"), ("丙丁課", "乙課"), "succession"),
        (("丙課", "乙課", "丁課"), ("乙課", "丙丁課"), "succession"),
        (("戊課", "乙課"), ("己課", "乙課", "庚課"), "succession"),
        (("丙課", "乙課"), ("乙課", "丙丁課"), None),
    ],
)
def test_a_reorganisation_explains_another_order_only_of_what_it_joins_or_parts(
    was: tuple[str, ...], now: tuple[str, ...], basis: str | None
) -> None:
    heirs = frozenset({("甲課", "甲室"), ("丙課", "丙丁課"), ("丁課", "丙丁課")})
    heirs |= {("戊課", "己課"), ("戊課", "庚課")}
    assert Succession(heirs).explains(was, now) == basis
    back = Succession(frozenset((new, old) for old, new in heirs))
    assert back.explains(now, was) == basis


def test_lineage_is_composed_along_the_chain() -> None:
    first, second = edition(CASE / "split/old.yaml"), edition(CASE / "split/new.yaml")
    header = second.header.model_copy(update={"id": "3", "previous": "2"})
    third = second.model_copy(update={"header": header, "lineage": ()})
    kinds = [f.kind for f in match(first, third, [second]).projects]
    assert kinds == ["split"]
    assert match(first, third).gaps == (("1", "3"),)
    assert sorted(f.kind for f in match(first, third).projects) == ["added", "added", "removed"]


def test_other_plans_and_missing_ids_are_refused() -> None:
    with pytest.raises(IncomparableError, match="different plans"):
        match(OLD, edition(CASE / "split/old.yaml"))
    bare = edition(Path(__file__).parent / "cases/mint/missing/input.yaml")
    with pytest.raises(IncomparableError) as refused:
        match(bare, bare)
    said = refused.value.lines("en")
    assert len(said) == len(set(said))
    assert f"{bare.plan.id}@{bare.id}: " in said[0]
    assert "has no id" in said[0]
