"""The tables of what stands in an edition: sections, projects, and what belongs to these."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.exporting.tables import Column, Reference, Table, Value
from planversion.messages import say
from planversion.model import Edition, Project, Relisting
from planversion.model.places import Outline, Placement

Row = tuple[Value, ...]

NOTE = Column("note", say("a remark of the file's editors"))
PROJECT = Column("project", say("the project"), always=True)
POSITION = Column("position", say("its place in the list, from 1"), "integer", always=True)
OF_PROJECT = Reference(("project",), "projects", ("id",))


def outline_tables(edition: Edition) -> Iterator[Table]:
    """Sections, projects, their placements, who carries them, budgets, indicators and ids."""
    projects = projects_of(edition.outline)
    yield _sections(edition.outline)
    yield _projects(projects)
    yield _placements(edition.outline)
    yield _carrying(projects)
    yield _budgets(projects)
    yield _indicators(projects)
    yield _external_ids(projects)


def projects_of(outline: Outline) -> tuple[Project, ...]:
    """The records of all projects, in reading order."""
    entries = (entry for place in outline.places.values() for entry in place.section.projects)
    return tuple(entry for entry in entries if isinstance(entry, Project))


def _sections(outline: Outline) -> Table:
    columns = (
        Column("id", say("the section's permanent id"), always=True),
        Column("parent", say("the section above; none at the top")),
        POSITION,
        Column("depth", say("its level, 1 at the top"), "integer", always=True),
        Column("number", say("its number as a label")),
        Column("code", say("the place code as printed")),
        Column("title", say("its title as printed"), always=True),
        NOTE,
    )
    rows = tuple(
        (
            *(place.id, place.parent, place.position + 1, place.depth + 1),
            None if place.section.number is None else str(place.section.number),
            *(place.code, place.section.title, place.section.note),
        )
        for place in outline.places.values()
    )
    above = Reference(("parent",), "sections", ("id",))
    return Table("sections", say("the outline"), columns, rows, ("id",), (above,))


def _projects(projects: tuple[Project, ...]) -> Table:
    columns = (
        Column("id", say("the project's permanent id"), always=True),
        Column("name", say("its name as printed"), always=True),
        Column("departments", say("who carries it, separated by semicolons")),
        Column("description", say("what it does")),
        Column("status", say("the programme status as printed")),
        Column("period_from", say("the first year or day")),
        Column("period_to", say("the last year or day")),
        Column("inferred", say("fields that were not printed, separated by semicolons")),
        NOTE,
        Column("attributes", say("anything else, as a JSON object"), "object"),
    )
    rows = tuple(map(_project, projects))
    return Table("projects", say("the projects, each once"), columns, rows, ("id",))


def _project(project: Project) -> Row:
    period = project.period
    return (
        *(project.id, project.name, project.departments, project.description, project.status),
        *(_text(period and period.start), _text(period and period.end)),
        *(project.inferred, project.note, project.attributes),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _placements(outline: Outline) -> Table:
    columns = (
        Column("section", say("the section it is listed under"), always=True),
        POSITION,
        PROJECT,
        Column("code", say("the place code as printed")),
        Column("primary", say("whether the record stands here"), "boolean", always=True),
        Column("name", say("its name as printed here"), always=True),
        Column("own_name", say("whether this row states a name"), "boolean", always=True),
        Column("departments", say("who carries it here, separated by semicolons")),
        Column("own_departments", say("whether this row states them"), "boolean", always=True),
        Column("marked", say("whether it is printed with the mark"), "boolean", always=True),
        Column("moved_from", say("the section of the edition before that it stood under")),
        NOTE,
    )
    records = {project.id or "": project for project in projects_of(outline)}
    rows = tuple(
        _placement(row, records[row.project])
        for place in outline.places.values()
        for row in outline.listed(place)
    )
    references = (Reference(("section",), "sections", ("id",)), OF_PROJECT)
    what = say("every row of the plan, relistings too")
    return Table("placements", what, columns, rows, ("section", "project"), references)


def _placement(row: Placement, record: Project) -> Row:
    entry = row.entry
    relisting = entry if isinstance(entry, Relisting) else Relisting(relists=row.project)
    own = relisting.departments is not None
    return (
        *(row.place.id, row.position + 1, row.project, row.place.code, row.primary),
        *(relisting.wording or record.name, relisting.wording is not None),
        *(relisting.departments if own else record.departments, own),
        *(relisting.marked, relisting.moved_from, relisting.note),
    )


def _carrying(projects: tuple[Project, ...]) -> Table:
    columns = (PROJECT, POSITION, Column("department", say("the department"), always=True))
    rows = tuple(
        (project.id, number, department)
        for project in projects
        for number, department in enumerate(project.departments, 1)
    )
    references = (OF_PROJECT, Reference(("department",), "departments", ("name",)))
    what = say("who carries which project, a row each")
    return Table("project_departments", what, columns, rows, ("project", "position"), references)


def _budgets(projects: tuple[Project, ...]) -> Table:
    columns = (
        *(PROJECT, POSITION, Column("year", say("the fiscal year"), always=True)),
        Column("amount", say("how much, in the unit"), "number", always=True),
        Column("unit", say("what the amount is counted in"), always=True),
        NOTE,
    )
    rows = tuple(
        (project.id, number, str(one.year), one.amount, one.unit, one.note)
        for project in projects
        for number, one in enumerate(project.budget, 1)
    )
    what = say("what each project costs")
    return Table("budgets", what, columns, rows, ("project", "position"), (OF_PROJECT,))


def _indicators(projects: tuple[Project, ...]) -> Table:
    columns = (
        *(PROJECT, POSITION, Column("name", say("what is measured"), always=True)),
        Column("unit", say("what it is counted in")),
        Column("baseline", say("where it stood")),
        Column("target", say("where it shall stand")),
        NOTE,
    )
    rows = tuple(
        (
            *(project.id, number, one.name, one.unit),
            *(_text(one.baseline), _text(one.target), one.note),
        )
        for project in projects
        for number, one in enumerate(project.indicators, 1)
    )
    what = say("what each project is measured by")
    return Table("indicators", what, columns, rows, ("project", "position"), (OF_PROJECT,))


def _external_ids(projects: tuple[Project, ...]) -> Table:
    columns = (
        *(PROJECT, POSITION, Column("scheme", say("which system"), always=True)),
        Column("id", say("the number there"), always=True),
        Column("year", say("the year it is valid for"), "integer"),
    )
    rows = tuple(
        (project.id, number, one.scheme, one.id, one.year)
        for project in projects
        for number, one in enumerate(project.external_ids, 1)
    )
    what = say("the numbers of projects in other systems")
    return Table("external_ids", what, columns, rows, ("project", "position"), (OF_PROJECT,))
