"""The template: an edition, or nothing yet, as the rows of its sheets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from planversion.importing import headers
from planversion.importing.headings import (
    FIELDS,
    MARKED,
    UNMARKED,
    Field,
    heading,
    number_heading,
)
from planversion.importing.listings import heading_of_key
from planversion.importing.sheets import PROJECT, SHEETS, YES, Sheet, shape_of, title_of
from planversion.messages import Language, say
from planversion.model import Edition, Level, Placement, Project, Record, Relisting, Section
from planversion.model.places import Place
from planversion.model.saying import written

Filled = str | int | float | None
Row = list[Filled]

_ALWAYS: tuple[Field, ...] = ("project", "departments", "mark", "note", "id")
_WHERE_EMPTY: frozenset[Field] = frozenset(
    (*_ALWAYS, "description", "status", "from", "to", "original")
)
FIRST_LEVELS = (
    (say("Goal"), "{n}"),
    (say("Direction"), "({n})"),
    (say("Measure"), "{n:circled}"),
)
"""The levels of an empty template."""


class Outline(NamedTuple):
    """The table of projects: its columns and rows."""

    levels: tuple[str, ...]
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]

    def head(self, language: Language) -> list[str]:
        """The headings."""
        levels = ((number_heading(name, language), name) for name in self.levels)
        return [*chain.from_iterable(levels), *(heading(field, language) for field in self.fields)]


def outline_of(edition: Edition | None, language: Language) -> Outline:
    """The table of projects of an edition, or without rows."""
    if edition is None:
        names = tuple(name.to(language) for name, _ in FIRST_LEVELS)
        return Outline(names, tuple(one for one in FIELDS if one in _WHERE_EMPTY), ())
    levels = tuple(_level_names(edition, language))
    rows = [_values(one, edition, language) for one in _walked(edition)]
    used = {field for _, values in rows for field in values}
    fields = tuple(field for field in FIELDS if field in used or field in _ALWAYS)
    return Outline(levels, fields, tuple(_row(row, len(levels), fields) for row in rows))


def _level_names(edition: Edition, language: Language) -> Iterator[str]:
    yield from (level.name for level in edition.levels)
    deepest = max((place.depth for place in edition.outline.places.values()), default=-1)
    for depth in range(len(edition.levels), deepest + 1):
        yield say("Level {n}", n=depth + 1).to(language)


def _walked(edition: Edition) -> Iterator[Place | Placement]:
    for place in edition.outline.places.values():
        yield place
        yield from edition.outline.listed(place)


_Values = dict[Field, Filled]


def _values(
    one: Place | Placement, edition: Edition, language: Language
) -> tuple[Place | None, _Values]:
    if isinstance(one, Place):
        found: _Values = {"id": one.section.id, "note": one.section.note}
        return one, _filled(found)
    if isinstance(one.entry, Relisting):
        record = edition.outline.record(one.project)
        return None, _filled(_of_relisting(one.entry, record, language))
    return None, _filled(_of_project(one.entry, language))


def _filled(values: _Values) -> _Values:
    return {key: value for key, value in values.items() if value not in (None, "")}


def _of_project(project: Project, language: Language) -> _Values:
    inferred = (heading_of_key(key).to(language) for key in project.inferred)
    period = project.period
    return {
        "project": project.name,
        "departments": "\n".join(project.departments),
        "note": project.note,
        "description": project.description,
        "status": project.status,
        "from": period.start if period else None,
        "to": period.end if period else None,
        "inferred": "\n".join(inferred),
        "attributes": json_of(project.attributes) if project.attributes else None,
        "id": project.id,
    }


def json_of(value: Any) -> str:
    """A nested value as a cell says it."""
    return json.dumps(value, ensure_ascii=False)


def _of_relisting(one: Relisting, record: Project, language: Language) -> _Values:
    departments = record.departments if one.departments is None else one.departments
    return {
        "project": one.wording or record.name,
        "departments": "\n".join(departments),
        "mark": (MARKED if one.marked else UNMARKED).to(language),
        "note": one.note,
        "moved_from": one.moved_from,
        "id": one.relists,
    }


def _row(row: tuple[Place | None, _Values], levels: int, fields: tuple[Field, ...]) -> Row:
    place, values = row
    sections: Row = [None] * (2 * levels)
    if place is not None:
        sections[2 * place.depth : 2 * place.depth + 2] = [
            place.section.number,
            place.section.title,
        ]
    return [*sections, *(values.get(field) for field in fields)]


def head_of(edition: Edition | None, language: Language) -> list[tuple[str, str]]:
    """What the edition says of itself: what it is, and the value."""
    values = {
        "plan": written(edition.plan) if edition else {},
        "edition": written(edition.header) if edition else {},
    }
    return [
        (title.to(language), _of_head(str(path[1]), values[str(path[0])], language))
        for path, title in headers.TITLES.items()
    ]


def _of_head(key: str, values: dict[str, Any], language: Language) -> str:
    value = values.get(key, "")
    if key == "status" and value:
        return headers.STATUSES[value].to(language)
    return json_of(value) if isinstance(value, list) else str(value)


def records_of(sheet: Sheet, edition: Edition | None, language: Language) -> list[Row]:
    """The rows of a sheet of records, in the order of its columns."""
    if edition is None:
        first = FIRST_LEVELS if sheet.key == "levels" else ()
        return [[name.to(language), code] for name, code in first]
    return [
        [
            _of_record(key, project if key == PROJECT and sheet.of_projects else values.get(key))
            for key in sheet.columns
        ]
        for project, values in _records(sheet, edition)
    ]


def _records(sheet: Sheet, edition: Edition) -> Iterator[tuple[str | None, dict[str, Any]]]:
    """Each record as its file says it, and whose it is."""
    if sheet.of_projects:
        for project in _projects(edition.sections):
            for record in getattr(project, sheet.key):
                yield project.id, written(record)
        return
    holder: Record = edition.header if sheet.key == "errata" else edition
    for record in getattr(holder, sheet.key):
        # What is read back knows no defaults: {n} is said like any other numbering.
        yield (
            None,
            {"code": record.code} | written(record)
            if isinstance(record, Level)
            else written(record),
        )


def _projects(sections: tuple[Section, ...]) -> Iterator[Project]:
    for section in sections:
        yield from (entry for entry in section.projects if isinstance(entry, Project))
        yield from _projects(section.sections)


def _of_record(key: str, value: Any) -> Filled:
    match shape_of(key), value:
        case _, None:
            return None
        case "lines", list():
            return "\n".join(value)
        case "rows", list():
            return "\n".join(f"{one['project']} {one['section']}" for one in value)
        case "truth", True:
            return YES
        case "quantity", int() | float():
            return value
    return str(value)


def titles_of(sheet: Sheet, language: Language) -> list[str]:
    """The headings of a sheet of records."""
    return [title_of(key).to(language) for key in sheet.columns]


def sheets_for(edition: Edition | None) -> tuple[Sheet, ...]:
    """The sheets of records that a template has: those that everybody needs, and those in use."""
    usual = ("levels", "departments")
    return tuple(
        sheet
        for sheet in SHEETS
        if sheet.key in usual or (edition and any(True for _ in _records(sheet, edition)))
    )
