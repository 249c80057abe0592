"""What holds for any two editions: no view of the change log leaves out what another tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import assume, given

from laws.editions import pairs
from planversion.changes import LineageChange
from planversion.comparing import Comparison, compare
from planversion.model import Edition, Project, walk_sections
from planversion.rendering.changelog import changelog
from planversion.rendering.page import Block, Bullets, Folded, text
from planversion.rendering.views.carrying import Carrying
from planversion.rendering.views.chapters import View
from planversion.rendering.views.departments import by_department
from planversion.rendering.views.groups import OutlineChange, outline_changes
from planversion.rendering.views.kinds import by_kind
from planversion.rendering.whereabouts import speaker_of
from planversion.rendering.wording import told_without_kind

Pair = tuple[Edition, Edition]
views = pytest.mark.parametrize("by", ["goal", "department", "kind"])


def lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Every item of the page that isn't below another."""
    for block in blocks:
        match block:
            case Bullets(items=items):
                yield from (text(item.line) for item in items)
            case Folded(blocks=inner):
                yield from lines(inner)


def missing(comparison: Comparison, by: View) -> Counter[str]:
    """What changed, and stands on no line of the page of its own."""
    speaker = speaker_of(comparison, "en")
    printed = Counter(lines(changelog(comparison, "en", by).blocks))
    changes = (text(told_without_kind(one, speaker).line) for one in outline_changes(comparison))
    left = Counter(changes)
    for said in list(left):
        left[said] -= sum(n for line, n in printed.items() if said in line)
    return +left


@views
@given(pairs)
def test_every_change_stands_on_the_page(by: View, pair: Pair) -> None:
    assert not missing(compare(*pair), by)


@given(pairs)
def test_by_kind_every_change_is_told_once(pair: Pair) -> None:
    comparison = compare(*pair)
    told = [
        one for found in by_kind(comparison, speaker_of(comparison, "en")) for one in found.changes
    ]
    assert Counter(map(repr, told)) == Counter(map(repr, outline_changes(comparison)))


@given(pairs)
def test_whoever_carries_a_project_or_did_is_told_what_changed_in_it(pair: Pair) -> None:
    old, new = pair
    assume(not any(one.succeeds for one in new.departments))
    comparison = compare(old, new)
    was, now = carriers(old), carriers(new)
    told = {
        (text(chapter.name).partition(" (")[0], repr(change))
        for chapter in by_department(comparison, speaker_of(comparison, "en"))
        for change in chapter.changes
    }
    for change in outline_changes(comparison):
        old_ids, new_ids = subjects(change)
        names = set().union(*(was.get(one, set()) for one in old_ids))
        names |= set().union(*(now.get(one, set()) for one in new_ids))
        assert all((name, repr(change)) in told for name in names)


def subjects(change: OutlineChange) -> tuple[list[str], list[str]]:
    """Whom the change is of, in the old edition and in the new one."""
    if isinstance(change, LineageChange):
        return [one.id for one in change.old], [one.id for one in change.new]
    return [change.subject], [change.subject]


def carriers(edition: Edition) -> dict[str, set[str]]:
    """By project, every department that its rows print."""
    found: dict[str, set[str]] = {}
    rows = [row for section, _ in walk_sections(edition.sections) for row in section.projects]
    for row in rows:
        name = row.id or "" if isinstance(row, Project) else row.relists
        found.setdefault(name, set()).update(row.departments or ())
    return found


@given(pairs)
def test_who_loses_one_way_gains_the_other(pair: Pair) -> None:
    old, new = pair
    assume(not any(one.succeeds for one in new.departments))
    there, back = compare(old, new), compare(new, old)
    assert crossings(there, lost=True) == crossings(back, lost=False)


def crossings(comparison: Comparison, *, lost: bool) -> Counter[str]:
    """How often each department is told to have lost something, or to have gained it."""
    carrying = Carrying(comparison)
    asked = carrying.lost if lost else carrying.gained
    return Counter(
        name
        for change in outline_changes(comparison)
        for name in carrying.names
        if asked(name, change)
    )
