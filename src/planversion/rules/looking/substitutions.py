"""Ids that another stands in place of: what had the one in a state before has the other now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from planversion.model import Edition, Path, Project
from planversion.model.places import Outline, Place
from planversion.spelling import Spellings, normalised


class Substitution(NamedTuple):
    """A section or project that has another id than before, or none."""

    was: str
    now: str | None
    name: str
    path: Path
    """Where it stands now."""
    before: Path
    """Where it stood before."""


class _Thing(NamedTuple):
    """A section or project, and by what it is known again: where it stands and its name."""

    id: str | None
    where: tuple[str, str]
    name: str
    path: Path
    key: str = ""
    """For a section: what the outline knows it by."""


_Pair = tuple[_Thing, _Thing]


def substitutions(old: Edition, new: Edition) -> tuple[Substitution, ...]:
    """Whatever has the same name in the same section and another id than in the state before.

    The old id must be gone and the new one fresh, or several were passed on from one to another:
    one project that takes another's name is no substitution.
    """
    alike: Spellings = tuple(sorted({*old.plan.spellings, *new.plan.spellings}))
    homes: dict[str, str] = {}
    sections = list(_sections(old.outline, new.outline, alike, homes))
    was = _projects(old.outline, alike, homes)
    projects = list(_pairs(was, _by_where(_projects(new.outline, alike, {}))))
    found = [*_told(sections, old.outline, new.outline), *_told(projects, old.outline, new.outline)]
    return tuple(
        Substitution(one.id, other.id, other.name, other.path, one.path)
        for one, other in found
        if one.id is not None
    )


def _sections(
    old: Outline, new: Outline, alike: Spellings, homes: dict[str, str]
) -> Iterator[_Pair]:
    """Pairs of sections from the top down; `homes` is told where each is now."""
    now = _by_where(_section(place, alike, {}) for place in new.places.values())
    numbered = dict(_numbered(old, new))
    for _, places in groupby(sorted(old.places.values(), key=_depth), key=_depth):
        was = [_section(place, alike, homes) for place in places]
        homes.update((one.key, one.key) for one in was if one.id in new.places)
        for one, other in _pairs(was, now):
            if one.id not in new.places or (other.id and other.id in old.places):
                homes[one.key] = other.key
            yield one, other
        for one in was:
            # Who has another title and another id is known by its number, for what is below it.
            if one.key not in homes:
                number = old.places[one.key].section.number
                homes[one.key] = numbered.get((one.where[0], str(number)), one.key)


def _depth(place: Place) -> int:
    return place.depth


def _numbered(old: Outline, new: Outline) -> Iterator[tuple[tuple[str, str], str]]:
    for key, place in new.places.items():
        if key not in old.places and place.section.number is not None:
            yield (place.parent or "", str(place.section.number)), key


def _section(place: Place, alike: Spellings, homes: Mapping[str, str]) -> _Thing:
    parent, title = place.parent or "", place.section.title
    where = homes.get(parent, parent), normalised(title, alike)
    return _Thing(place.section.id, where, title, place.path, place.id)


def _projects(side: Outline, alike: Spellings, homes: Mapping[str, str]) -> Iterator[_Thing]:
    for place in side.places.values():
        home, path = homes.get(place.id, place.id), place.path
        for index, entry in enumerate(place.section.projects):
            if isinstance(entry, Project):
                where = home, normalised(entry.name, alike)
                yield _Thing(entry.id, where, entry.name, (*path, "projects", index))


def _by_where(things: Iterable[_Thing]) -> dict[tuple[str, str], list[_Thing]]:
    found: dict[tuple[str, str], list[_Thing]] = defaultdict(list)
    for thing in things:
        found[thing.where].append(thing)
    return found


def _pairs(was: Iterable[_Thing], now: Mapping[tuple[str, str], list[_Thing]]) -> Iterator[_Pair]:
    """Who is called the same at one place and doesn't have the same id there, in their order."""
    for where, old in _by_where(was).items():
        new = now.get(where, [])
        kept = {one.id for one in old} & {one.id for one in new if one.id}
        left = [one for one in old if one.id not in kept]
        yield from zip(left, (one for one in new if one.id not in kept), strict=False)


def _told(pairs: Iterable[_Pair], old: Outline, new: Outline) -> Iterator[_Pair]:
    """The pairs in which an id gave way to a fresh one, or was passed on in a row of several."""
    known = [pair for pair in pairs if pair[0].id]
    left, taken = {one.id for one, _ in known}, {other.id for _, other in known if other.id}
    there, here = _ids(old), _ids(new)
    for one, other in known:
        replaced = one.id not in here and other.id not in there
        if replaced or one.id in taken or other.id in left:
            yield one, other


def _ids(side: Outline) -> frozenset[str]:
    return side.projects | frozenset(side.places)
