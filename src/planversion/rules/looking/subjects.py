"""What rules look at beside a single edition: steps, revisions, and all that a repository holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from planversion.changes import Renamed
from planversion.comparing import Comparison, compare
from planversion.errors import Problem
from planversion.identities import identified
from planversion.model import Edition, Project, Status
from planversion.model.places import Outline
from planversion.policy import Waiver
from planversion.rules.looking.identities import unpaired
from planversion.rules.looking.impostors import reused_ids
from planversion.rules.looking.restoring import restored
from planversion.rules.looking.substitutions import Substitution, substitutions
from planversion.yamltext import Source


class Volume(NamedTuple):
    """What the others of a repository know of an edition: how it is chained, and whom it has."""

    file: str
    """Its file, by the name that its source has."""
    plan: str
    edition: str
    status: Status
    previous: str | None
    revises: str | None
    date: str | None
    """The day it was adopted or came into force, as 2026-04-01."""
    names: Mapping[str, str]
    """The name or title of every project and section, by id."""


@dataclass(frozen=True)
class Shelf:
    """Every edition of a repository."""

    volumes: tuple[Volume, ...] = ()

    @cached_property
    def by_name(self) -> Mapping[tuple[str, str], tuple[Volume, ...]]:
        """The volumes by plan and edition; more than one is an error."""
        found: dict[tuple[str, str], tuple[Volume, ...]] = {}
        for volume in self.volumes:
            key = volume.plan, volume.edition
            found[key] = (*found.get(key, ()), volume)
        return found

    @cached_property
    def by_plan(self) -> Mapping[str, tuple[Volume, ...]]:
        """The volumes of each plan."""
        found: dict[str, list[Volume]] = {}
        for volume in self.volumes:
            found.setdefault(volume.plan, []).append(volume)
        return {plan: tuple(volumes) for plan, volumes in found.items()}

    @cached_property
    def owners(self) -> Mapping[str, tuple[str, ...]]:
        """By the id of a project or section, the plans that have it."""
        found: dict[str, dict[str, None]] = {}
        for volume in self.volumes:
            for identifier in volume.names:
                found.setdefault(identifier, {})[volume.plan] = None
        return {identifier: tuple(plans) for identifier, plans in found.items()}

    def before(self, edition: Edition) -> Iterator[Volume]:
        """The editions before this one, from its predecessor back, as far as they are here."""
        plan, named = edition.plan.id, edition.header.previous
        seen = {edition.id}
        while named is not None and named not in seen:
            seen.add(named)
            found = self.by_name.get((plan, named))
            if not found:
                return
            yield found[0]
            named = found[0].previous


@dataclass(frozen=True)
class Step:
    """An edition after its predecessor."""

    old: Source
    new: Source
    shelf: Shelf

    @cached_property
    def comparison(self) -> Comparison:
        """What changed; raises IncomparableError where the predecessor lacks ids."""
        return compare(self.old.edition, identified(self.new.edition))

    @cached_property
    def changed_ids(self) -> dict[str, str]:
        """By the old id, the new one of what has the same name at the same place."""
        matching = self.comparison.matching
        silent = unpaired((*matching.sections, *matching.projects))
        found = substitutions(self.old.edition, self.comparison.new)
        pairs = [(one.was, one.now) for one in found if one.now in silent.begun]
        return {was: now for was, now in pairs if now and was in silent.ended}

    @cached_property
    def reused_ids(self) -> tuple[Renamed, ...]:
        """The renamings of projects that are none: another thing was given the id."""
        return tuple(reused_ids(self.comparison))


@dataclass(frozen=True)
class Revision:
    """Two states of one edition: before a change, and after it."""

    old: Source
    new: Source
    shelf: Shelf = field(default_factory=Shelf)

    @cached_property
    def substitutions(self) -> tuple[Substitution, ...]:
        """Whatever has another id than before, or none."""
        return substitutions(self.old.edition, self.new.edition)

    @cached_property
    def now(self) -> Edition:
        """The new state under the ids it had before: what else changed shows."""
        return restored(self.new.edition, self.substitutions)

    @cached_property
    def comparison(self) -> Comparison:
        """What else changed; ids that were minted meanwhile are no change."""
        now = identified(self.now, self.old.edition)
        was = identified(self.old.edition, now)
        # The plan's own name may be mended; its editions are compared all the same.
        plan = was.plan.model_copy(update={"id": now.plan.id})
        return compare(was.model_copy(update={"plan": plan}), now)


class Unread(NamedTuple):
    """Why the state of an edition before a change can't be read."""

    problems: tuple[Problem, ...]


class Shelved(NamedTuple):
    """An edition among all of the repository."""

    source: Source
    shelf: Shelf


class Waived(NamedTuple):
    """A waiver, and whether it is still needed."""

    waiver: Waiver
    needed: bool
    """Whether the finding that it accepts is still there."""
    today: dt.date


def volume(edition: Edition, file: str) -> Volume:
    """What the others of a repository know of this edition."""
    header, side = edition.header, edition.outline
    date = header.adopted_on or header.in_force_from
    return Volume(
        *(file, edition.plan.id, edition.id, header.status, header.previous, header.revises),
        date=date.isoformat() if date else None,
        names=dict(_names(side)),
    )


def _names(side: Outline) -> Iterator[tuple[str, str]]:
    for place in side.places.values():
        if place.section.id:
            yield place.section.id, place.section.title
        for entry in place.section.projects:
            if isinstance(entry, Project) and entry.id:
                yield entry.id, entry.name
