"""Where everything stands in an edition: sections and rows by id, with the codes they print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from planversion import numbering
from planversion.model import Edition, Entry, Path, Project, Section


class Place(NamedTuple):
    """Where a section stands: below which, at which position there, and in reading order."""

    id: str
    """The section's id; empty while it has none."""
    section: Section
    above: Place | None
    position: int
    order: int

    @property
    def parent(self) -> str | None:
        """The id of the section above; None at the top."""
        return self.above.id if self.above else None

    @property
    def depth(self) -> int:
        """How many sections stand above it."""
        return self.above.depth + 1 if self.above else 0

    @property
    def path(self) -> Path:
        """Where the section stands in the file."""
        above = self.above.path if self.above else ()
        return (*above, "sections", self.position)

    @property
    def top(self) -> Place:
        """The section of the first level that it belongs to."""
        return self.above.top if self.above else self


class Placement(NamedTuple):
    """One listing of a project: the row, the section it stands in, and at which position."""

    entry: Entry
    place: Place
    position: int

    @property
    def project(self) -> str:
        """Whose listing it is."""
        return key(self.entry)

    @property
    def primary(self) -> bool:
        """Whether the project's record stands here."""
        return type(self.entry) is Project

    @property
    def path(self) -> Path:
        """Where the row stands in the file."""
        return (*self.place.path, "projects", self.position)


def key(entry: Entry) -> str:
    """The id of the project that a row lists; empty while it has none."""
    return (entry.id or "") if type(entry) is Project else entry.relists  # type: ignore[union-attr]


@dataclass(frozen=True)
class Outline:
    """An edition by ids: its sections, the rows of each, and the codes they are printed with."""

    edition: Edition
    places: dict[str, Place]
    """Every section by id, in reading order."""
    rows: dict[str, tuple[str, ...]]
    """The projects listed in each section, by the section's id, in reading order."""
    _codes: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def projects(self) -> frozenset[str]:
        """The ids of all projects."""
        return frozenset(self._listings)

    @cached_property
    def _listings(self) -> dict[str, list[tuple[Place, int]]]:
        """By project, the sections that list it and at which position, in reading order."""
        listings: dict[str, list[tuple[Place, int]]] = {}
        for section, rows in self.rows.items():
            place = self.places[section]
            for position, project in enumerate(rows):
                listings.setdefault(project, []).append((place, position))
        return listings

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of every project, as its record has it."""
        return {
            entry.id or "": entry.name
            for place in self.places.values()
            for entry in place.section.projects
            if type(entry) is Project
        }

    @cached_property
    def departments(self) -> dict[str, tuple[str, ...]]:
        """The departments of every project, as its record has them."""
        return {
            entry.id or "": entry.departments
            for place in self.places.values()
            for entry in place.section.projects
            if type(entry) is Project
        }

    def code(self, place: Place | None) -> str:
        """The place code as printed, `4(2)②`; the top has none."""
        if place is None:
            return ""
        code = self._codes.get(place.id)
        if code is None:
            code = self._codes[place.id] = self.code(place.above) + self._own_code(place)
        return code

    def _own_code(self, place: Place) -> str:
        levels, depth = self.edition.levels, place.depth
        style = levels[depth].code if depth < len(levels) else "-{n}"
        return numbering.print_number(place.section.number, style)

    def placements(self, project: str) -> list[Placement]:
        """All placements of a project, in reading order; none where the edition doesn't have it."""
        return [
            Placement(place.section.projects[position], place, position)
            for place, position in self._listings.get(project, ())
        ]

    def listed(self, place: Place) -> Iterator[Placement]:
        """The rows of one section."""
        for index, entry in enumerate(place.section.projects):
            yield Placement(entry, place, index)


def outline(edition: Edition) -> Outline:
    """The edition by ids; what has none stands under the empty id."""
    places: dict[str, Place] = {}
    _collect(edition.sections, None, places)
    rows = {
        identifier: tuple([key(entry) for entry in place.section.projects])
        for identifier, place in places.items()
    }
    return Outline(edition, places, rows)


def _collect(sections: tuple[Section, ...], above: Place | None, places: dict[str, Place]) -> None:
    for index, section in enumerate(sections):
        place = Place(section.id or "", section, above, index, len(places))
        places[place.id] = place
        if section.sections:
            _collect(section.sections, place, places)
