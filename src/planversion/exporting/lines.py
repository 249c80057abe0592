"""An edition as JSON Lines: one project a line, with all that the edition says of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import ConfigDict, Field, JsonValue

from planversion.characters import escaped
from planversion.exporting.naming import require_ids
from planversion.exporting.outline_tables import projects_of
from planversion.model import (
    Budget,
    Edition,
    ExternalId,
    Indicator,
    Outline,
    Period,
    Place,
    Placement,
    Project,
    Relisting,
)
from planversion.model.base import Many, Record


class PlacementLine(Record):
    """One listing of the project."""

    section: str
    """The id of the section it stands under."""
    code: str
    """The place code as printed; empty where none is."""
    titles: Many[str]
    """The titles of the sections above it, from the top."""
    position: Annotated[int, Field(ge=1)]
    """Its place under the section, from 1."""
    primary: bool
    """Whether the project's record stands here."""
    name: str
    """Its name as printed here."""
    own_name: bool
    """Whether this row states a name, or prints that of the record."""
    departments: Many[str]
    """Its departments as printed here."""
    own_departments: bool
    """Whether this row states them, or prints those of the record."""
    marked: bool
    """Whether it is printed with the mark (再掲)."""
    moved_from: str | None
    """The section of the edition before that this listing stood under, where it is stated."""
    note: str | None
    """A remark of the file's editors on a relisting."""


class ProjectLine(Record):
    """A project of one edition, with its placements."""

    model_config = ConfigDict(title="planversion project line")

    plan: str
    """The plan."""
    edition: str
    """The edition."""
    id: str
    """The project's permanent id."""
    name: str
    """Its name as printed."""
    departments: Many[str]
    """The departments that carry it."""
    description: str | None
    """What it does."""
    status: str | None
    """The programme status as printed."""
    period: Period | None
    """When it runs."""
    budget: Many[Budget]
    """What it costs, by year."""
    indicators: Many[Indicator]
    """What it is measured by."""
    external_ids: Many[ExternalId]
    """Its numbers in other systems."""
    inferred: Many[str]
    """Fields that were not printed but inferred."""
    note: str | None
    """A remark of the file's editors."""
    attributes: dict[str, JsonValue]
    """Anything else."""
    placements: Many[PlacementLine]
    """Its listings, in reading order."""


def lines(edition: Edition) -> Iterator[ProjectLine]:
    """Every project in reading order; raises UnexportableError where an id is missing."""
    require_ids(edition)
    for project in projects_of(edition.outline):
        yield ProjectLine(
            plan=edition.plan.id,
            edition=edition.id,
            placements=tuple(_placements(edition.outline, project)),
            **dict(project),
        )


def jsonl(edition: Edition) -> str:
    """The lines as text."""
    return "".join(f"{escaped(line.model_dump_json(by_alias=True))}\n" for line in lines(edition))


def _placements(outline: Outline, project: Project) -> Iterator[PlacementLine]:
    for row in outline.placements(project.id or ""):
        yield _placement(row, project)


def _placement(row: Placement, project: Project) -> PlacementLine:
    entry = row.entry
    relisting = entry if isinstance(entry, Relisting) else Relisting(relists=row.project)
    departments = relisting.departments
    return PlacementLine(
        section=row.place.id,
        code=row.place.code,
        titles=_titles(row.place),
        position=row.position + 1,
        primary=row.primary,
        name=relisting.wording or project.name,
        own_name=relisting.wording is not None,
        departments=project.departments if departments is None else departments,
        own_departments=departments is not None,
        marked=relisting.marked,
        moved_from=relisting.moved_from,
        note=relisting.note,
    )


def _titles(place: Place | None) -> tuple[str, ...]:
    return (*_titles(place.above), place.section.title) if place else ()
