"""An edition taken apart into tables that a diff can change, and put together again."""

from __future__ import annotations

from dataclasses import dataclass

from planversion.model import Edition, Project, Relisting, Section

Listings = dict[str, Relisting | None]
"""The listings of one project by the section they stand in; None for the record's."""


@dataclass(slots=True)
class Tables:
    """An edition's outline, taken apart."""

    sections: dict[str, Section]
    """What each section says of itself; its own lists are empty."""
    below: dict[str | None, list[str]]
    """The sections below each, in order; None for the first level."""
    rows: dict[str, list[str]]
    """The projects listed in each section, in order."""
    records: dict[str, Project]
    listings: dict[str, Listings]


def taken_apart(edition: Edition) -> Tables:
    """The tables of an edition whose ids are complete."""
    side = edition.outline
    tables = Tables({}, {None: []}, {}, {}, {})
    for identifier, place in side.places.items():
        section = place.section
        tables.sections[identifier] = section.model_copy(update={"projects": (), "sections": ()})
        tables.below[identifier] = []
        tables.below[place.parent].append(identifier)
        tables.rows[identifier] = list(side.rows[identifier])
        for row in side.listed(place):
            entry = row.entry
            tables.listings.setdefault(row.project, {})[identifier] = row.relisting
            if isinstance(entry, Project):
                tables.records[row.project] = entry
    return tables


def put_together(tables: Tables) -> tuple[Section, ...]:
    """The outline that the tables say."""
    return tuple(_section(tables, identifier) for identifier in tables.below[None])


def _section(tables: Tables, identifier: str) -> Section:
    rows = tables.rows[identifier]
    entries = tuple(
        tables.listings[project][identifier] or tables.records[project] for project in rows
    )
    below = tuple(_section(tables, child) for child in tables.below[identifier])
    return tables.sections[identifier].model_copy(update={"projects": entries, "sections": below})
