"""What holds for any two edits of any edition: nothing is lost, and what is there is sound."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from laws.editions import commented, editions
from planversion.changes import Change, Renamed, Renumbered
from planversion.comparing import compare
from planversion.comparing.entries import PARTS, keyed
from planversion.merging import Merge, merge
from planversion.model import Edition
from planversion.yamltext import Source, read_edition


def _names_nobody_twice(source: Source) -> bool:
    """Two explanations of one subject can't be told apart; such files are merged by lines."""
    entries = [(part, getattr(source.edition, part)) for part in PARTS]
    return all(" #" not in name for part, some in entries for name in keyed(part, some))


files = commented(editions("1")).filter(_names_nobody_twice)
Three = tuple[Source, Source, Source]
threes = st.tuples(files, files, files)


@given(files, files)
def test_what_one_side_edited_is_the_merge_to_the_byte(base: Source, edited: Source) -> None:
    for ours, theirs in ((edited, base), (base, edited), (edited, edited)):
        merged = merge(base, ours, theirs)

        assert merged.version("ours") == edited.text
        assert merged.conflicts == ()


@given(threes)
def test_who_is_ours_does_not_decide_what_conflicts(three: Three) -> None:
    base, one, other = three
    here, there = merge(base, one, other), merge(base, other, one)

    assert _disputed(here) == _disputed(there)


def _disputed(found: Merge) -> list[str]:
    return sorted(f"{conflict.kind} {conflict.spot}" for conflict in found.conflicts)


@given(threes)
def test_no_change_of_a_side_is_lost_if_disputes_go_its_way(three: Three) -> None:
    base, ours, theirs = three
    merged = merge(base, ours, theirs)

    for side, chosen in ((ours, merged.editions.ours), (theirs, merged.editions.theirs)):
        assert _named(base.edition, side.edition) <= _named(base.edition, chosen)
        gone = base.edition.outline.projects - side.edition.outline.projects
        come = side.edition.outline.projects - base.edition.outline.projects
        assert come <= chosen.outline.projects
        # What the other changed may be wanted back; that is a conflict then.
        back = {one.spot.owner for one in merged.conflicts}
        assert not (gone & chosen.outline.projects) - back


def _named(old: Edition, new: Edition) -> set[str]:
    """New names and numbers, which don't depend on what stands around them."""
    return {said for change in compare(old, new).diff.changes if (said := _said(change))}


def _said(change: Change) -> str:
    if isinstance(change, Renamed | Renumbered):
        return f"{change.subject} {change.was} {change.now}"
    return ""


@given(threes)
def test_what_is_in_dispute_stands_in_hunks_and_nothing_else(three: Three) -> None:
    merged = merge(*three)

    hunks = [part for part in merged.parts if not isinstance(part, str)]
    assert bool(hunks) == bool(merged.conflicts)
    assert all(hunk.ours != hunk.theirs for hunk in hunks)


@given(threes)
def test_both_versions_of_the_file_are_editions(three: Three) -> None:
    merged = merge(*three)

    ours = read_edition(merged.version("ours").encode(), "ours").edition
    theirs = read_edition(merged.version("theirs").encode(), "theirs").edition
    assert ours == merged.editions.ours
    assert theirs == merged.editions.theirs
