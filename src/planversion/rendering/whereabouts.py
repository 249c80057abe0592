"""Under which heading a change is told: the section, and the goal above it."""

from __future__ import annotations

from typing import NamedTuple

from planversion.changes import LineageChange, Spot, SubjectChange, Unlisted
from planversion.comparing import Comparison
from planversion.messages import Language
from planversion.model import Project
from planversion.model.places import Outline, Place
from planversion.rendering.page import Line, Span, line
from planversion.rendering.speaking import Called, Speaker


class Heading(NamedTuple):
    """A section as a heading: its id and how it reads."""

    id: str
    line: Line


class Whereabouts:
    """Finds the section and the goal of changes and placements of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._old = comparison.matching.old
        self._new = comparison.matching.new

    def section(self, change: SubjectChange | LineageChange) -> Heading:
        """The section it is told under: where the subject stands now, else where it stood."""
        place = self._place(change)
        return Heading(place.id, title(place))

    def goal(self, change: SubjectChange | LineageChange) -> Heading:
        """The section of the first level that it is told under, the new edition's if it lives."""
        return self.goal_of(self._place(change))

    def goal_of(self, place: Place) -> Heading:
        """The section of the first level above a place of either edition."""
        lives = self._new.places.get(place.id)
        top = (lives or place).top
        return Heading(top.id, title(self._new.places.get(top.id, top)))

    def _place(self, change: SubjectChange | LineageChange) -> Place:
        if isinstance(change, LineageChange):
            fresh = [member for member in change.new if not member.lives]
            member = (fresh or change.new or change.old)[0]
            return self._of(member.id, member.spots[0])
        spot = change.old if isinstance(change, Unlisted) else change.new
        return self._of(change.subject, spot)

    def _of(self, subject: str, spot: Spot) -> Place:
        section = subject if subject.startswith("s-") else spot.section or ""
        return self._new.places.get(section) or self._old.places[section]


def speaker_of(comparison: Comparison, language: Language) -> Speaker:
    """Who tells this comparison: every section and project by what it is called now."""
    sides = comparison.matching.old, comparison.matching.new
    return Speaker(language, called(*sides), names(*sides))


def called(*sides: Outline) -> dict[str, Called]:
    """What every section is called, by its id; as the last of the sides has it."""
    return {
        place.id: Called(_level(side, place), place.section.title)
        for side in sides
        for place in side.places.values()
    }


def names(*sides: Outline) -> dict[str, str]:
    """What every project is called in its record, by its id; as the last of the sides has it."""
    return {
        entry.id or "": entry.name
        for side in sides
        for place in side.places.values()
        for entry in place.section.projects
        if isinstance(entry, Project)
    }


def _level(side: Outline, place: Place) -> str | None:
    return side.levels[place.depth].name if place.depth < len(side.levels) else None


def title(place: Place) -> Line:
    """A section as it reads: its place code and title."""
    code = place.code
    return line(Span(code, "code"), " " if code else "", place.section.title)
