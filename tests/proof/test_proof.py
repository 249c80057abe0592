"""Every damage is caught by the rule that is meant for it, every legitimate edit raises nothing."""

from __future__ import annotations

from random import Random

import pytest

from proof.damages import DAMAGES, Damage
from proof.edits import EDITS, Edit


def label(one: Damage | Edit) -> str:
    return f"{one.do.__name__}-{one.setting.__name__}"


@pytest.mark.parametrize("damage", DAMAGES, ids=label)
def test_a_damage_is_caught_by_its_rule(damage: Damage, places: range) -> None:
    for seed in places:
        scene = damage.setting(Random(seed))
        damage.do(scene)
        found = scene.findings()
        assert damage.rule in found, (seed, found)


@pytest.mark.parametrize("edit", EDITS, ids=label)
def test_a_legitimate_edit_raises_nothing(edit: Edit, places: range) -> None:
    for seed in places:
        scene = edit.setting(Random(seed))
        edit.do(scene)
        found = {rule: told for rule, told in scene.findings().items() if told[:4] != "info"}
        assert found == {}, seed


def test_there_are_enough_of_both() -> None:
    enough = 25
    assert len({damage.do for damage in DAMAGES}) >= enough
    assert len({edit.do for edit in EDITS}) >= enough
