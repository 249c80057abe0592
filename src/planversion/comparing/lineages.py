"""Families of the matching, told as changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planversion.changes import LineageChange, Member, Spot
from planversion.comparing.spots import row_spot, section_spot
from planversion.matching import Family, Matching
from planversion.model import Project
from planversion.model.places import Outline


def lineage_changes(matching: Matching) -> Iterator[LineageChange]:
    """What ended, began, or came from one another: sections, then projects."""
    for family in matching.sections:
        yield LineageChange(
            kind=family.kind,
            of="sections",
            old=_sections(matching.old, family.ended, family.living),
            new=_sections(matching.new, family.new, family.living),
            declarations=family.declarations,
        )
    yield from _project_lineages(matching)


def _sections(side: Outline, alone: Iterable[str], living: Iterable[str]) -> tuple[Member, ...]:
    lives = {**dict.fromkeys(alone, False), **dict.fromkeys(living, True)}
    in_order = sorted(lives, key=lambda identifier: side.places[identifier].order)
    return tuple(_section(side, identifier, lives=lives[identifier]) for identifier in in_order)


def _section(side: Outline, identifier: str, *, lives: bool) -> Member:
    place = side.places[identifier]
    bare = place.section.model_copy(update={"projects": (), "sections": ()})
    return Member(
        id=identifier,
        name=place.section.title,
        lives=lives,
        spots=(section_spot(place),),
        record=None if lives else bare,
    )


def _project_lineages(matching: Matching) -> Iterator[LineageChange]:
    for family in matching.projects:
        yield LineageChange(
            kind=family.kind,
            of="projects",
            old=_members(matching.old, family, family.ended),
            new=_members(matching.new, family, family.new),
            declarations=family.declarations,
        )


def _members(side: Outline, family: Family, alone: tuple[str, ...]) -> tuple[Member, ...]:
    members = [
        *(_project(side, identifier, lives=False) for identifier in alone),
        *(_project(side, identifier, lives=True) for identifier in family.living),
    ]
    if len(members) > 1:
        members.sort(key=lambda member: _first(side, member.spots[0]))
    return tuple(members)


def _first(side: Outline, spot: Spot) -> tuple[int, int]:
    return side.places[spot.section or ""].order, spot.index


def _project(side: Outline, identifier: str, *, lives: bool) -> Member:
    rows = side.placements(identifier)
    record = next(row.entry for row in rows if isinstance(row.entry, Project))
    return Member(
        id=identifier,
        name=record.name,
        lives=lives,
        spots=tuple([row_spot(side, row) for row in rows]),
        listings=() if lives else tuple([row.relisting for row in rows]),
        record=None if lives else record,
    )
