"""Renamings that are none: another project was given the id."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from planversion.changes import Moved, Renamed
from planversion.comparing import Comparison
from planversion.rules.looking.identities import spellings
from planversion.spelling import Spellings, normalised

_UNLIKE = 0.3
"""Names of which less is alike have nothing to do with each other: two of ten characters are の and
実施."""


def reused_ids(comparison: Comparison) -> Iterator[Renamed]:
    """The renamings of projects that are none: another thing was given the id."""
    alike = spellings(comparison)
    taken = _names_that_moved_on(comparison, alike)
    moved = {c.subject for c in comparison.diff.changes if isinstance(c, Moved) and not c.listing}
    explained = _explained(comparison)
    for change in comparison.diff.changes:
        if isinstance(change, Renamed) and change.subject.startswith("p-"):
            owner = taken.get(normalised(change.now, alike), change.subject)
            lost = change.subject in moved and _likeness(change, alike) < _UNLIKE
            if (owner != change.subject or lost) and change.subject not in explained:
                yield change


def _explained(comparison: Comparison) -> set[str]:
    """Who is explained, or tied to others by lineage."""
    tied = {
        one
        for family in comparison.matching.projects
        if family.declarations
        for one in (*family.living, *family.ended, *family.new)
    }
    return tied | {one.id for one in comparison.new.explanations}


def _names_that_moved_on(comparison: Comparison, alike: Spellings) -> dict[str, str]:
    """By name, the one project of the edition before that had it and has another name now."""
    old, new = comparison.matching.old, comparison.matching.new
    owners: dict[str, list[str]] = {}
    for project in sorted(old.projects):
        owners.setdefault(normalised(old.record(project).name, alike), []).append(project)
    return {
        name: ids[0]
        for name, ids in owners.items()
        if len(ids) == 1 and not _still_called(new.projects, ids[0], name, comparison, alike)
    }


def _still_called(
    projects: frozenset[str], project: str, name: str, comparison: Comparison, alike: Spellings
) -> bool:
    new = comparison.matching.new
    return project in projects and normalised(new.record(project).name, alike) == name


def _likeness(change: Renamed, alike: Spellings) -> float:
    was, now = normalised(change.was, alike), normalised(change.now, alike)
    return SequenceMatcher(None, was, now, autojunk=False).ratio()
