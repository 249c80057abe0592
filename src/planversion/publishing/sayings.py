"""What one edition says of a project or a section, as a value that holds nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import JsonValue

from planversion.comparing.departments import printed
from planversion.comparing.spots import printed_name
from planversion.model.outline import Project, Section
from planversion.model.places import Outline, Place, Placement
from planversion.model.saying import written


class Ref(NamedTuple):
    """A project or section, and the words that lead to it."""

    id: str
    words: str


class Stand(NamedTuple):
    """Where a project is listed, and how it is printed there."""

    section: str
    code: str
    title: str
    primary: bool
    """Whether its record stands here."""
    name: str
    departments: tuple[str, ...]


class Setting(NamedTuple):
    """Where a section stands, and what stands in it."""

    code: str
    above: Ref | None
    sections: tuple[Ref, ...]
    projects: tuple[Ref, ...]
    """By their names as printed there."""


class Saying(NamedTuple):
    """What an edition says of one project or section."""

    name: str
    record: dict[str, JsonValue]
    """By the keys of the file; of a section, without what is below it."""
    stands: tuple[Stand, ...]
    """Where a project is listed, in reading order."""
    setting: Setting | None
    """Of a section."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Where it stands, by place codes."""
        if self.setting:
            return (self.setting.code,)
        return tuple(stand.code for stand in self.stands)

    @property
    def departments(self) -> tuple[str, ...]:
        """The departments of a project's record."""
        match self.record.get("departments"):
            case list() as names:
                return tuple(map(str, names))
            case _:
                return ()


def saying(subject: str, side: Outline) -> Saying | None:
    """What an edition says of a subject; None where it doesn't have it."""
    if place := side.places.get(subject):
        section = place.section
        return Saying(section.title, written(section, _OWN), (), _setting(place, side))
    rows = side.placements(subject)
    if not rows:
        return None
    record = next(row.entry for row in rows if isinstance(row.entry, Project))
    stands = tuple(_stand(row, side) for row in rows)
    return Saying(record.name, written(record), stands, None)


_OWN = tuple(name for name in Section.model_fields if name not in ("projects", "sections"))


def _stand(row: Placement, side: Outline) -> Stand:
    place = row.place
    name, departments = printed_name(side, row), printed(side, row)
    return Stand(place.id, place.code, place.section.title, row.primary, name, departments)


def _setting(place: Place, side: Outline) -> Setting:
    below = (side.places[one.id or ""] for one in place.section.sections)
    return Setting(
        place.code,
        titled(place.above) if place.above else None,
        tuple(titled(one) for one in below),
        tuple(Ref(row.project, printed_name(side, row)) for row in side.listed(place)),
    )


def titled(place: Place) -> Ref:
    """A section by its code and title."""
    return Ref(place.id, f"{place.code} {place.section.title}".strip())


def above(place: Place | None) -> Iterator[Ref]:
    """A section and those it stands in, from the inside out."""
    while place is not None:
        yield titled(place)
        place = place.above
