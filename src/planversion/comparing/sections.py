"""What happened to the sections that both editions have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from planversion.changes import Annotated, FieldChange, Moved, Renumbered, Reordered, SubjectChange
from planversion.comparing.order import unsteady
from planversion.comparing.records import naming
from planversion.comparing.spots import section_spot
from planversion.matching import Matching
from planversion.model import Section
from planversion.model.places import Outline, Place
from planversion.spelling import Spellings

Children = dict[str | None, list[str]]
"""The sections below each, by the id of the section above; None for the first level."""


def section_changes(matching: Matching, spellings: Spellings) -> Iterator[SubjectChange]:
    """Every change of the sections that both editions have."""
    reordered = _reordered(matching.old, matching.new)
    for was, now in matching.living_sections:
        one, other = was.section, now.section
        moved = was.parent != now.parent
        if not (moved or now.id in reordered or _says_otherwise(one, other)):
            continue
        old, new = section_spot(matching.old, was), section_spot(matching.new, now)
        if one.title != other.title:
            yield naming(now.id, (old, new), (one.title, other.title), spellings)
        if one.number != other.number:
            yield Renumbered(subject=now.id, old=old, new=new, was=one.number, now=other.number)
        if moved:
            yield Moved(subject=now.id, old=old, new=new)
        if now.id in reordered:
            yield Reordered(subject=now.id, old=old, new=new)
        if one.note != other.note:
            note = FieldChange("note", one.note, other.note)
            yield Annotated(subject=now.id, old=old, new=new, fields=(note,))


def _says_otherwise(one: Section, other: Section) -> bool:
    return one.title != other.title or one.number != other.number or one.note != other.note


def _reordered(old: Outline, new: Outline) -> frozenset[str]:
    """Sections that change their order among those that stay below the same section."""
    was, now = children(old.places), children(new.places)
    return frozenset().union(*(unsteady(was[p], now[p]) for p in was if p in now))


def children(places: dict[str, Place]) -> Children:
    """The sections below each section, in their order."""
    below: Children = defaultdict(list)
    for identifier, place in places.items():
        below[place.parent].append(identifier)
    return below
