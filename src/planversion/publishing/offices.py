"""What every department carried, edition by edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from planversion.comparing.departments import printed
from planversion.matching.succession import Succession, succession
from planversion.model import Edition
from planversion.publishing.series import Series

Carried = dict[str, tuple[str, ...]]
"""By project, all departments that its rows print."""


class Turn(NamedTuple):
    """How a department's projects changed on the way to an edition."""

    old: Edition
    new: Edition
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    heirs: tuple[str, ...]
    """The departments that this one is succeeded by, as declared."""
    predecessors: tuple[str, ...]
    takers: tuple[str, ...]
    """The departments that took projects from this one, which lives on."""
    givers: tuple[str, ...]


@dataclass(frozen=True)
class Office:
    """A department by the name it goes by, through all editions."""

    name: str
    projects: dict[str, tuple[str, ...]]
    """By edition that names it, the projects it carries there, in reading order."""
    turns: tuple[Turn, ...]
    """The steps at which anything changed, the newest first."""


class Offices(NamedTuple):
    """All departments, and who carried what."""

    by_name: dict[str, Office]
    """Every department that any edition names, those of the newest edition first."""
    carried: dict[str, Carried]
    """By edition."""


def offices(of: Series) -> Offices:
    """The departments of all editions."""
    carried = {edition.id: _carriers(edition) for edition in of.editions}
    theirs = {edition.id: _by_name(edition, carried[edition.id]) for edition in of.editions}
    names = dict.fromkeys(name for one in reversed(of.editions) for name in theirs[one.id])
    turns = _turns(of, theirs)
    return Offices({name: _office(name, theirs, turns) for name in names}, carried)


def _office(
    name: str, theirs: dict[str, dict[str, tuple[str, ...]]], turns: dict[str, list[Turn]]
) -> Office:
    projects = {edition: found[name] for edition, found in theirs.items() if name in found}
    return Office(name, projects, tuple(turns.get(name, ())))


def _carriers(edition: Edition) -> Carried:
    """By project of an edition, all departments that its rows print."""
    side = edition.outline
    found: Carried = {}
    for place in side.places.values():
        for row in side.listed(place):
            known = found.get(row.project, ())
            found[row.project] = tuple(dict.fromkeys((*known, *printed(side, row))))
    return found


def _by_name(edition: Edition, carried: Carried) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {one.name: [] for one in edition.departments}
    for project, names in carried.items():
        for name in names:
            found.setdefault(name, []).append(project)
    return {name: tuple(projects) for name, projects in found.items()}


def _turns(of: Series, theirs: dict[str, dict[str, tuple[str, ...]]]) -> dict[str, list[Turn]]:
    found: dict[str, list[Turn]] = {}
    for edition in reversed(of.editions):
        old = of.before(edition)
        if old is None:
            continue
        links = succession((old, edition))
        was, now = theirs[old.id], theirs[edition.id]
        for name in dict.fromkeys((*now, *was)):
            turn = _turn(name, (old, edition), (was, now), links)
            if turn:
                found.setdefault(name, []).append(turn)
    return found


def _turn(
    name: str,
    sides: tuple[Edition, Edition],
    theirs: tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]],
    links: Succession,
) -> Turn | None:
    was, now = (side.get(name, ()) for side in theirs)
    gained = tuple(one for one in now if one not in {*was})
    lost = tuple(one for one in was if one not in {*now})
    kin = (
        tuple(sorted(new for old, new in links.heirs if old == name)),
        tuple(sorted(old for old, new in links.heirs if new == name)),
        tuple(sorted(new for old, new in links.takers if old == name)),
        tuple(sorted(old for old, new in links.takers if new == name)),
    )
    return Turn(*sides, gained, lost, *kin) if any((gained, lost, *kin)) else None
