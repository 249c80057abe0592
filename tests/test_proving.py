"""Whoever proves that a merge loses nothing must notice where it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from planversion.errors import UnmergeableError
from planversion.merging import combining, merge
from planversion.merging.editions import ThreeEditions, parts
from planversion.merging.outcomes import Outcome, settled
from planversion.merging.proving import losses
from planversion.model import Edition
from planversion.yamltext import read_edition

CASES = sorted(path for path in (Path(__file__).parent / "cases/merge").iterdir())
WHERE_THEIRS_HAS_ALL_OF_OURS = {"both-added-the-same", "same-field-alike"}
WITH_IDS = [case for case in CASES if case.name != "without-ids"]


def editions(case: Path) -> list[Edition]:
    names = ("base", "ours", "theirs")
    paths = [case / f"{name}.yaml" for name in names]
    return [read_edition(path.read_bytes(), path.name).edition for path in paths]


@pytest.mark.parametrize("case", WITH_IDS, ids=lambda case: case.name)
def test_a_merge_that_takes_one_side_only_loses_the_other(case: Path) -> None:
    base, ours, theirs = editions(case)
    was = parts(base)
    three = ThreeEditions(was, parts(ours, was), parts(theirs, was))

    # Who only wrote a comment has nothing that an edition could lose.
    assert bool(losses(three, settled(three.ours))) == (theirs not in (base, ours))
    kept = ours in (base, theirs) or case.name in WHERE_THEIRS_HAS_ALL_OF_OURS
    assert bool(losses(three, settled(three.theirs))) != kept
    assert losses(three, settled(was)) or base == ours == theirs


def test_an_order_that_gets_lost_is_noticed() -> None:
    base, ours, _ = editions(next(case for case in CASES if case.name == "reordered-twice"))
    was = parts(base)
    three = ThreeEditions(was, parts(ours, was), was)

    assert losses(three, settled(was)) == (("rows s-0000000012", "p-0000000000", "p-0000000012"),)


def test_a_merge_that_would_lose_something_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    case = next(case for case in CASES if case.name == "departments-are-sets")

    def careless(three: ThreeEditions) -> Outcome[Edition]:
        return settled(three.ours.edition)

    monkeypatch.setattr(combining, "reconcile", careless)
    paths = [case / f"{name}.yaml" for name in ("base", "ours", "theirs")]
    sources = [read_edition(path.read_bytes(), path.name) for path in paths]

    with pytest.raises(UnmergeableError, match="would have been lost"):
        merge(*sources)
