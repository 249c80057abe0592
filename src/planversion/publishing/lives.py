"""What every project and section went through, edition by edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from planversion.changes import Annotated, LineageChange, Relisted, SubjectChange, Unlisted
from planversion.comparing import Comparison, compare
from planversion.messages import Language
from planversion.model import Edition
from planversion.publishing.series import Series
from planversion.rendering.explaining import Reasons, reasons
from planversion.rendering.speaking import Speaker
from planversion.rendering.whereabouts import speaker_of

OutlineChange = SubjectChange | LineageChange


@dataclass(frozen=True)
class Step:
    """An edition after the one it is held against, and what changed for whom."""

    comparison: Comparison
    speaker: Speaker

    @property
    def old(self) -> Edition:
        """The edition before."""
        return self.comparison.old

    @property
    def new(self) -> Edition:
        """The edition after."""
        return self.comparison.new

    @cached_property
    def by_subject(self) -> dict[str, tuple[OutlineChange, ...]]:
        """The changes worth telling on the page of each project and section."""
        found: dict[str, list[OutlineChange]] = {}
        for change in self.comparison.diff.changes:
            if isinstance(change, OutlineChange) and _worth_telling(change):
                for subject in _subjects(change):
                    found.setdefault(subject, []).append(change)
        return {subject: tuple(changes) for subject, changes in found.items()}

    def why(self) -> Reasons:
        """The explanations of this step, each to be given out once."""
        return reasons(self.comparison)


def _worth_telling(change: OutlineChange) -> bool:
    """Remarks of the editors aren't; nor what another change of the same project says better."""
    match change:
        case Relisted(listing=None) | Unlisted(listing=None):
            return False
        case _:
            return not isinstance(change, Annotated)


def _subjects(change: OutlineChange) -> Iterator[str]:
    if isinstance(change, LineageChange):
        yield from dict.fromkeys(member.id for member in (*change.old, *change.new))
    else:
        yield change.subject


class Chapter(NamedTuple):
    """A subject in one edition: whether it is there, and what changed on the way to it."""

    edition: Edition
    present: bool
    step: Step | None
    """None for an edition that nothing came before."""
    changes: tuple[OutlineChange, ...]


class Life(NamedTuple):
    """A project or section through all editions, the earliest first."""

    subject: str
    name: str
    """Its name or title in the newest edition that has it."""
    chapters: tuple[Chapter, ...]

    @property
    def present(self) -> tuple[Chapter, ...]:
        """The editions that have it."""
        return tuple(one for one in self.chapters if one.present)

    @property
    def last(self) -> Chapter:
        """The newest edition that has it."""
        return self.present[-1]

    def chapter(self, edition: Edition) -> Chapter:
        """The chapter of one edition."""
        return next(one for one in self.chapters if one.edition is edition)


def steps(of: Series, language: Language) -> dict[str, Step]:
    """By id of each edition that has one before it, the step that leads to it."""
    found = {}
    for edition in of.editions:
        old = of.before(edition)
        if old is not None:
            comparison = compare(old, edition, between=of.between(old, edition))
            found[edition.id] = Step(comparison, speaker_of(comparison, language))
    return found


def lives(of: Series, known: dict[str, Step]) -> dict[str, Life]:
    """Every project and section that any edition has: the newest edition's first, as they read."""
    names: dict[str, str] = {}
    for edition in reversed(of.editions):
        for subject, name in _names(edition):
            names.setdefault(subject, name)
    return {subject: _life(subject, name, of, known) for subject, name in names.items()}


def _names(edition: Edition) -> Iterator[tuple[str, str]]:
    side = edition.outline
    for place in side.places.values():
        yield place.id, place.section.title
        for row in side.listed(place):
            yield row.project, side.record(row.project).name


def _life(subject: str, name: str, of: Series, known: dict[str, Step]) -> Life:
    chapters = []
    for edition in of.editions:
        step, side = known.get(edition.id), edition.outline
        present = subject in side.projects or subject in side.places
        changes = step.by_subject.get(subject, ()) if step else ()
        chapters.append(Chapter(edition, present, step, changes))
    return Life(subject, name, tuple(chapters))
