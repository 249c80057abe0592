"""Where everything stands in an edition: sections and rows by id, with the codes they print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from planversion import numbering
from planversion.model.header import Level
from planversion.model.outline import Entry, Project, Relisting, Section

Path = tuple[str | int, ...]
"""Where something stands in a file: keys, and positions from 0."""


class Place(NamedTuple):
    """Where a section stands: below which, at which position there, and in reading order."""

    id: str
    """The section's id; while it has none, a key that no id can be."""
    section: Section
    above: Place | None
    position: int
    order: int
    depth: int
    """How many sections stand above it."""
    code: str
    """The place code as printed, with the codes of the sections above: `4(2)②`."""

    @property
    def parent(self) -> str | None:
        """The id of the section above; None at the top."""
        return self.above.id if self.above else None

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
    def relisting(self) -> Relisting | None:
        """The row, where it is a relisting; None for the record's."""
        # Asked of every row, and slow to be asked as isinstance: models have a say in that.
        return None if type(self.entry) is Project else self.entry  # type: ignore[return-value]

    @property
    def path(self) -> Path:
        """Where the row stands in the file."""
        return (*self.place.path, "projects", self.position)


def key(entry: Entry) -> str:
    """The id of the project that a row lists; empty while it has none."""
    return (entry.id or "") if type(entry) is Project else entry.relists  # type: ignore[union-attr]


@dataclass(frozen=True)
class Outline:
    """An edition by ids: its sections, and the rows of each."""

    levels: tuple[Level, ...]
    sections: tuple[Section, ...]
    places: dict[str, Place]
    """Every section by id, in reading order."""
    rows: dict[str, tuple[str, ...]]
    """The projects listed in each section, by the section's id, in reading order."""

    @cached_property
    def complete(self) -> bool:
        """Whether every section and every project has its id."""
        return not any(_is_makeshift(key) for key in (*self.places, *self._sections))

    @cached_property
    def projects(self) -> frozenset[str]:
        """The ids of all projects."""
        return frozenset(self._sections)

    @cached_property
    def _sections(self) -> dict[str, tuple[str, ...]]:
        """The sections that list each project, in reading order."""
        found: dict[str, tuple[str, ...]] = {}
        for section, rows in self.rows.items():
            alone = (section,)
            for project in rows:
                found[project] = (*found[project], section) if project in found else alone
        return found

    def listings(self, project: str) -> tuple[str, ...]:
        """The sections that list a project, in reading order; none where nobody does."""
        return self._sections.get(project, ())

    def placements(self, project: str) -> list[Placement]:
        """All placements of a project, in reading order; none where the edition doesn't have it."""
        return [self._placement(project, section) for section in self.listings(project)]

    def record(self, project: str) -> Project:
        """The record of a project that the edition has."""
        rows = (row.entry for row in self.placements(project))
        return next(entry for entry in rows if isinstance(entry, Project))

    def _placement(self, project: str, section: str) -> Placement:
        place, position = self.places[section], self.rows[section].index(project)
        return Placement(place.section.projects[position], place, position)

    @cached_property
    def sound(self) -> bool:
        """Whether every id is there and stands once, and every relisting is of a project here.

        Of an outline that isn't, the model's flaws say what is wrong, and where.
        """
        entries = [entry for place in self.places.values() for entry in place.section.projects]
        records = [entry.id for entry in entries if type(entry) is Project]
        relisted = {entry.relists for entry in entries if type(entry) is Relisting}
        sections = sum(len(place.section.sections) for place in self.places.values())
        return (
            len(self.places) == sections + len(self.sections)
            and len(records) == len(set(records))
            and relisted.issubset(records)
            and all(len(set(self._sections[one])) == len(self._sections[one]) for one in relisted)
            and self.complete
        )

    def listed(self, place: Place) -> Iterator[Placement]:
        """The rows of one section."""
        for index, entry in enumerate(place.section.projects):
            yield Placement(entry, place, index)


def outline(levels: tuple[Level, ...], sections: tuple[Section, ...]) -> Outline:
    """The sections and rows by ids; what has none stands under a makeshift key of its own."""
    places: dict[str, Place] = {}
    _collect(sections, None, tuple(level.code for level in levels), places)
    rows = {place.id: _listed(place) for place in places.values()}
    return Outline(levels, sections, places, rows)


def _listed(place: Place) -> tuple[str, ...]:
    # As `key` says it, but for a plan's every row.
    found = [
        entry.id if type(entry) is Project else entry.relists  # type: ignore[union-attr]
        for entry in place.section.projects
    ]
    if None in found:
        found = [one or f"{place.id}{_MAKESHIFT}{index}" for index, one in enumerate(found)]
    return tuple(found)  # type: ignore[arg-type]


_BELOW_ALL_LEVELS = "-{n}"
"""How a number is printed where sections are nested deeper than levels are declared."""

_MAKESHIFT = " "
"""What no id holds, and every key has that is made up for a missing one."""


def _is_makeshift(key: str) -> bool:
    return _MAKESHIFT in key


def _collect(
    sections: tuple[Section, ...],
    above: Place | None,
    styles: tuple[str, ...],
    places: dict[str, Place],
) -> None:
    depth, before = (above.depth + 1, above.code) if above else (0, "")
    style = styles[depth] if depth < len(styles) else _BELOW_ALL_LEVELS
    for position, section in enumerate(sections):
        order, code = len(places), before + numbering.print_number(section.number, style)
        key = section.id or f"section{_MAKESHIFT}{order}"
        place = places[key] = Place(key, section, above, position, order, depth, code)
        if section.sections:
            _collect(section.sections, place, styles, places)
