"""The matching of two editions: sections and projects by id, families by lineage, rows in pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from planversion.errors import IncomparableError, Problem
from planversion.matching import chain as chains
from planversion.matching.families import Family, Presence, families
from planversion.matching.lacking import lacking
from planversion.matching.succession import Succession, succession
from planversion.messages import say
from planversion.model import Edition
from planversion.model.places import Outline, Place, Placement

Pair = tuple[Placement | None, Placement | None]
"""One placement in the old and in the new edition; None where it has no counterpart."""


@dataclass(frozen=True)
class Matching:
    """Who is who between two editions."""

    chain: chains.Chain
    """The old edition, those on the way, and the new one."""
    old: Outline
    new: Outline
    sections: tuple[Family, ...]
    """Families of sections, where they don't simply live on."""
    projects: tuple[Family, ...]
    """Families of projects, where they don't simply live on."""
    succession: Succession
    """What became of departments."""
    gaps: tuple[tuple[str, str], ...]
    """Neighbours in the chain that don't know each other: what was declared between is unknown."""

    @cached_property
    def living_sections(self) -> list[tuple[Place, Place]]:
        """The sections of both editions, in the new one's reading order."""
        old = self.old.places
        return [(old[key], now) for key, now in self.new.places.items() if key in old]

    @cached_property
    def strays(self) -> dict[str, tuple[Pair, ...]]:
        """By project in both editions, the pairs of its placements that don't share a section.

        Paired by a stated `moved_from`, then record with record, then a single leftover pair;
        whoever is left was relisted or unlisted. In the order of the projects' ids.
        """
        old, new = self.old, self.new
        return {
            project: tuple(_paired(old.placements(project), new.placements(project)))
            for project in sorted(self._astray())
        }

    def _astray(self) -> set[str]:
        """Projects of both editions with a row that the same section doesn't have in the other."""
        old, new = self.old.rows, self.new.rows
        rows: set[str] = set()
        for section in dict.fromkeys((*old, *new)):
            was, now = old.get(section, ()), new.get(section, ())
            if was != now:
                rows.update(set(was).symmetric_difference(now))
        return rows & self.old.projects & self.new.projects

    def listed_once(self, project: str) -> bool:
        """Whether either edition has one row of the project."""
        return len(self.old.listings(project)) == len(self.new.listings(project)) == 1

    def pairs_of(self, project: str) -> list[Pair]:
        """All pairs of the placements of a project that both editions have."""
        shared = _shared(self.old.placements(project), self.new.placements(project))
        return [*shared, *self.strays.get(project, ())]

    def pairs(self) -> Iterator[Pair]:
        """Every placement of both editions exactly once, in its pair; those of both come first."""
        for was, now in self.living_sections:
            there = {row.project: row for row in self.old.listed(was)}
            for row in self.new.listed(now):
                if row.project in there:
                    yield there[row.project], row
        for pairs in self.strays.values():
            yield from pairs
        yield from self._one_sided()

    def _one_sided(self) -> Iterator[Pair]:
        for row in _rows_of(self.old, self.old.projects - self.new.projects):
            yield row, None
        for row in _rows_of(self.new, self.new.projects - self.old.projects):
            yield None, row


def _shared(old: list[Placement], new: list[Placement]) -> Iterator[Pair]:
    there = {row.place.id: row for row in old}
    return ((there[row.place.id], row) for row in new if row.place.id in there)


def _rows_of(side: Outline, projects: frozenset[str]) -> Iterator[Placement]:
    for project in sorted(projects):
        yield from side.placements(project)


def match(old: Edition, new: Edition, between: Sequence[Edition] = ()) -> Matching:
    """Who is who between `old` and `new`, by id and by declared lineage.

    `between` are the editions on the way, from old to new, whose declarations then count. Raises
    IncomparableError for editions of different plans, or with an id missing.
    """
    chain = (old, *between, new)
    outlines = [edition.outline for edition in chain]
    _refuse([*_of_other_plans(chain), *_without_ids(chain)])
    first, last = outlines[0], outlines[-1]
    sections: Presence = tuple(frozenset(side.places) for side in outlines)
    projects: Presence = tuple(side.projects for side in outlines)
    return Matching(
        *(chain, first, last),
        sections=families(chain, sections),
        projects=families(chain, projects),
        succession=succession(chain),
        gaps=chains.gaps(chain),
    )


def _refuse(problems: list[Problem]) -> None:
    if problems:
        # Of an edition that is held against itself everything would be said twice.
        raise IncomparableError(dict.fromkeys(problems))


def _of_other_plans(chain: Sequence[Edition]) -> Iterator[Problem]:
    for edition in chain[1:]:
        if edition.plan.id != chain[0].plan.id:
            what = say(
                "{one} and {other} are different plans",
                one=chain[0].plan.id,
                other=edition.plan.id,
            )
            yield Problem("other-plan", what, say("Compare editions of one plan."))


def _without_ids(chain: Sequence[Edition]) -> Iterator[Problem]:
    for edition in chain:
        yield from lacking(edition)


def _paired(old: list[Placement], new: list[Placement]) -> Iterator[Pair]:
    """The pairs of one project's placements, those in the same section left out."""
    shared = {row.place.id for row in old} & {row.place.id for row in new}
    was = [row for row in old if row.place.id not in shared]
    now = [row for row in new if row.place.id not in shared]
    for step in (_stated, _records, _single):
        for pair in list(step(was, now)):
            was.remove(pair[0])
            now.remove(pair[1])
            yield pair
    yield from ((row, None) for row in was)
    yield from ((None, row) for row in now)


def _stated(was: list[Placement], now: list[Placement]) -> Iterator[tuple[Placement, Placement]]:
    """Pairs that a relisting states, on either side; a placement is in one pair only."""
    taken: set[str] = set()
    for old in was:
        for new in now:
            free = new.place.id not in taken
            if free and (_states(new, old.place.id) or _states(old, new.place.id)):
                taken.add(new.place.id)
                yield old, new
                break


def _states(row: Placement, section: str) -> bool:
    return row.relisting is not None and row.relisting.moved_from == section


def _records(was: list[Placement], now: list[Placement]) -> Iterator[tuple[Placement, Placement]]:
    yield from zip(
        (row for row in was if row.primary), (row for row in now if row.primary), strict=False
    )


def _single(was: list[Placement], now: list[Placement]) -> Iterator[tuple[Placement, Placement]]:
    if len(was) == len(now) == 1:
        yield was[0], now[0]
