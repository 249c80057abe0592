"""What rows can be filtered by: what happened, the department, the goal."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from planversion.rendering.laying import Laid, LaidGrid, LaidRow
from planversion.rendering.page import text
from planversion.rendering.vocabulary import KINDS
from planversion.rendering.web.tabled.anchors import rows

UNCHANGED = "unchanged"


class Facets(NamedTuple):
    """The choices of a reader."""

    kinds: dict[str, int]
    """How many rows there are of each kind, in the order of the vocabulary; unchanged ones last."""
    departments: dict[str, int]
    """Each department with its number, in the order in which they are met."""
    goals: dict[str, str]
    """How each goal reads, by its id."""


def facets(laid: Laid) -> Facets:
    """The choices that lead to some row."""
    counted: Counter[str] = Counter()
    departments: dict[str, int] = {}
    for grid, row in rows(laid):
        counted.update(kinds_of(row))
        for name in departments_of(grid, row):
            departments.setdefault(name, len(departments))
    known = {kind: counted[kind] for kind in (*KINDS, UNCHANGED) if counted[kind]}
    goals = {part.headings[0].id: text(part.headings[0].line) for part in laid.parts}
    return Facets(known, departments, goals)


def kinds_of(row: LaidRow) -> tuple[str, ...]:
    """What happened to the row and to its measure."""
    found = (kind for line in row.lines for kind in (*line.section_kinds, *line.kinds))
    return tuple(dict.fromkeys(found)) or (UNCHANGED,)


def departments_of(grid: LaidGrid, row: LaidRow) -> tuple[str, ...]:
    """Who carries the row, in any edition that the grid shows."""
    sides = {column.side for column in grid.columns}
    cells = (
        cell
        for line in row.lines
        for side, cell in (("old", line.old), ("new", line.new))
        if cell is not None and side in sides
    )
    return tuple(dict.fromkeys(name for cell in cells for name in cell.departments))
