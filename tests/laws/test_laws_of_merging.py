"""What holds for any two edits of any edition: nothing is lost, and what is there is sound."""

from __future__ import annotations

from hypothesis import given

from laws.editions import commented, editions
from planversion.changes import Change
from planversion.comparing import compare
from planversion.merging import Merge, merge
from planversion.yamltext import Source

files = commented(editions("1"))


@given(files, files)
def test_what_one_side_edited_is_the_merge_to_the_byte(base: Source, edited: Source) -> None:
    assert merge(base, edited, base).version("ours") == edited.text
    assert merge(base, base, edited).version("ours") == edited.text
    assert merge(base, edited, edited).version("ours") == edited.text


@given(files, files)
def test_sides_that_agree_never_conflict(base: Source, edited: Source) -> None:
    for ours, theirs in ((edited, base), (base, edited), (edited, edited)):
        assert merge(base, ours, theirs).conflicts == ()


@given(files, files, files)
def test_who_is_ours_does_not_decide_what_conflicts(
    base: Source, one: Source, other: Source
) -> None:
    here, there = merge(base, one, other), merge(base, other, one)

    assert _disputed(here) == _disputed(there)
    assert here.editions.ours.header == there.editions.theirs.header


def _disputed(found: Merge) -> list[str]:
    return sorted(f"{conflict.kind} {conflict.spot}" for conflict in found.conflicts)


@given(files, files, files)
def test_every_change_of_a_side_is_in_the_merge_if_disputes_go_its_way(
    base: Source, ours: Source, theirs: Source
) -> None:
    merged = merge(base, ours, theirs)

    for side, edition in (
        (ours, merged.editions.ours),
        (theirs, merged.editions.theirs),
    ):
        changed = _told(compare(base.edition, side.edition).diff.changes)
        assert changed <= _told(compare(base.edition, edition).diff.changes)


def _told(changes: tuple[Change, ...]) -> set[str]:
    """The changes of single subjects that don't depend on what else stands around them."""
    return {
        f"{change.kind} {change.subject} {change.was} {change.now}"
        for change in changes
        if change.kind in ("renamed", "renumbered")
    }


@given(files, files, files)
def test_what_is_in_dispute_is_in_hunks(base: Source, ours: Source, theirs: Source) -> None:
    merged = merge(base, ours, theirs)

    hunks = [part for part in merged.parts if not isinstance(part, str)]
    assert bool(hunks) == bool(merged.conflicts)
    assert {conflict.spot.owner for conflict in merged.conflicts} >= {
        hunk.spot.owner for hunk in hunks
    } - {conflict.spot.owner for conflict in merged.conflicts}
