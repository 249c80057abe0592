"""What a note is held against: both outlines, their codes, and what happened to whom."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from planversion.auditing.codes import Codes
from planversion.changes import LineageChange, Member, Moved, PrimaryChanged, SubjectChange
from planversion.comparing import Comparison
from planversion.model import RowReference

Happening = SubjectChange | LineageChange


class Passage(NamedTuple):
    """A change that leads from sections of the old edition to sections of the new one."""

    change: Happening
    old: frozenset[str]
    new: frozenset[str]


class Scene:
    """One comparison, as notes are held against it."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.old, self.new = comparison.matching.old, comparison.matching.new
        old, new = comparison.old.plan, comparison.new.plan
        self.spellings = tuple(sorted({*old.spellings, *new.spellings}))
        self.old_codes, self.new_codes = Codes(self.old), Codes(self.new)

    @cached_property
    def _changes(self) -> dict[str, list[SubjectChange]]:
        found: dict[str, list[SubjectChange]] = {}
        for change in self.comparison.diff.changes:
            if isinstance(change, SubjectChange):
                found.setdefault(change.subject, []).append(change)
        return found

    @cached_property
    def _families(self) -> dict[str, LineageChange]:
        return {
            member.id: change
            for change in self.comparison.diff.changes
            if isinstance(change, LineageChange)
            for member in (*change.old, *change.new)
        }

    def changes(self, subject: str) -> list[SubjectChange]:
        """What happened to a project or section that both editions have."""
        return self._changes.get(subject, [])

    def family(self, project: str) -> LineageChange | None:
        """Whom it came from and who came from it, where it doesn't simply live on."""
        return self._families.get(project)

    def stands(self, row: RowReference) -> bool:
        """Whether the new edition has this row."""
        return row.section in self.new.listings(row.project)

    def stood(self, row: RowReference) -> bool:
        """Whether the old edition has this row."""
        return row.section in self.old.listings(row.project)

    def origins(self, project: str) -> tuple[str, ...]:
        """Where it stood: its own listings, or those of whom it came from."""
        own = self.old.listings(project)
        family = self.family(project)
        return own or (tuple(_sections(family.old)) if family else ())

    def passages(self, row: RowReference) -> Iterator[Passage]:
        """Every change by which this row, or what came from it, stands where it does."""
        for change in self.changes(row.project):
            if isinstance(change, Moved | PrimaryChanged):
                passage = Passage(change, _one(change.old.section), _one(change.new.section))
                if row.section in passage.old | passage.new:
                    yield passage
        if family := self.family(row.project):
            others = [member for member in family.old if member.id != row.project]
            heirs = [member for member in family.new if member.id != row.project]
            here = _one(row.section)
            if self.stands(row):
                yield Passage(family, frozenset(_sections(others)), here)
            if self.stood(row):
                yield Passage(family, here, frozenset(_sections(heirs)))


def _one(section: str | None) -> frozenset[str]:
    return frozenset((section,) if section else ())


def _sections(members: tuple[Member, ...] | list[Member]) -> Iterator[str]:
    for member in members:
        yield from (spot.section for spot in member.spots if spot.section)
