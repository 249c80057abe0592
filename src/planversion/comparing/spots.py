"""Where things stand, as the changes tell it."""

from __future__ import annotations

from planversion.changes import Spot
from planversion.model import Project
from planversion.model.places import Outline, Place, Placement


def row_spot(side: Outline, row: Placement) -> Spot:
    """Where one listing of a project stands, under the name that is printed there."""
    entry, place, position = row
    name = entry.name if isinstance(entry, Project) else printed_name(side, row)
    return Spot(place.id, place.code, position, name)


def section_spot(place: Place) -> Spot:
    """Where a section stands."""
    return Spot(place.parent, place.code, place.position, place.section.title)


def printed_name(side: Outline, row: Placement) -> str:
    """The name of the project as this row prints it."""
    entry = row.entry
    if isinstance(entry, Project):
        return entry.name
    return entry.wording or side.record(entry.relists).name
