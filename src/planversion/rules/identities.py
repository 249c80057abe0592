"""Who left and who came without a word, and which of them are the same under another id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planversion.comparing import Comparison
from planversion.matching import Family
from planversion.model import Path
from planversion.model.places import Outline, Place
from planversion.spelling import Spellings, normalised


class Unpaired(NamedTuple):
    """The ids of one kind of subject that one side only has, and that no lineage speaks of."""

    ended: tuple[str, ...]
    begun: tuple[str, ...]


def unpaired(families: Iterable[Family]) -> Unpaired:
    """Who left and who came, where nothing was declared."""
    silent = [family for family in families if not family.declarations]
    ended = tuple(one for family in silent for one in family.ended)
    return Unpaired(ended, tuple(one for family in silent for one in family.new))


def spellings(comparison: Comparison) -> Spellings:
    """The wordings that either edition treats as the same."""
    return tuple(sorted({*comparison.old.plan.spellings, *comparison.new.plan.spellings}))


def changed_ids(comparison: Comparison) -> dict[str, str]:
    """By the old id, the new one of what has the same name at the same place: sections, projects.

    Of several that are called the same at one place, none is taken for another.
    """
    matching = comparison.matching
    old, new, alike = matching.old, matching.new, spellings(comparison)
    sections = _sections(old, new, unpaired(matching.sections), alike)
    projects = unpaired(matching.projects)
    was = {one: _place_of(old, one, alike, sections) for one in projects.ended}
    now = {one: _place_of(new, one, alike, {}) for one in projects.begun}
    return {**sections, **dict(_pairs(was, now))}


Where = tuple[str | None, str]
"""The section something stands in, by its id now, and its name as it is compared."""


def _sections(old: Outline, new: Outline, silent: Unpaired, alike: Spellings) -> dict[str, str]:
    """Sections, from the top down: who stands below a section that has another id is found, too."""
    found: dict[str, str] = {}
    deepest = max((old.places[one].depth for one in silent.ended), default=-1)
    for depth in range(deepest + 1):
        was = {one: _under(old.places[one], alike, found) for one in _at(silent.ended, old, depth)}
        now = {one: _under(new.places[one], alike, {}) for one in _at(silent.begun, new, depth)}
        found.update(_pairs(was, now))
    return found


def _at(ids: Iterable[str], side: Outline, depth: int) -> Iterator[str]:
    return (one for one in ids if side.places[one].depth == depth)


def _under(place: Place, alike: Spellings, found: dict[str, str]) -> Where:
    parent = place.parent
    return found.get(parent or "", parent), normalised(place.section.title, alike)


def _place_of(side: Outline, project: str, alike: Spellings, found: dict[str, str]) -> Where:
    record = next(row for row in side.placements(project) if row.primary)
    section = record.place.id
    return found.get(section, section), normalised(side.record(project).name, alike)


def _pairs(was: dict[str, Where], now: dict[str, Where]) -> Iterator[tuple[str, str]]:
    """The only one at a place with the only one there now."""
    there, here = _by_place(was), _by_place(now)
    for where, old in there.items():
        new = here.get(where, [])
        if len(old) == len(new) == 1:
            yield old[0], new[0]


def _by_place(places: dict[str, Where]) -> dict[Where, list[str]]:
    found: dict[Where, list[str]] = defaultdict(list)
    for identifier, where in places.items():
        found[where].append(identifier)
    return found


def living_path(place: Place | None, new: Outline) -> Path:
    """Where a section stands now, or the nearest one above it that lives on, or the outline."""
    while place is not None:
        if place.id in new.places:
            return new.places[place.id].path
        place = place.above
    return ("sections",)
