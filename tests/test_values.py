"""Values are equal by type and fields, frozen, and told by their fields."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, replace

import pytest

from planversion.changes import FieldChange, Moved, Reordered, Spot

SPOT = Spot("s-aaaaaaaaa5", "1(1)", 0, "見守り")


def test_equal_fields_are_equal_values_of_one_type_only() -> None:
    moved = Moved(subject="p-1", old=SPOT, new=SPOT)
    assert moved == Moved(subject="p-1", old=replace(SPOT), new=SPOT)
    assert moved != Moved(subject="p-2", old=SPOT, new=SPOT)
    assert moved != Reordered(subject="p-1", old=SPOT, new=SPOT)
    assert len({moved, replace(moved), replace(moved, subject="p-2")}) == 2


def test_a_value_is_told_by_its_fields_and_cannot_be_changed() -> None:
    assert repr(FieldChange("status", None, "継続")) == (
        "FieldChange(field='status', was=None, now='継続')"
    )
    with pytest.raises(FrozenInstanceError):
        SPOT.index = 1  # type: ignore[misc]


def test_a_value_can_be_copied_and_kept() -> None:
    assert copy.deepcopy(SPOT) == pickle.loads(pickle.dumps(SPOT)) == SPOT
