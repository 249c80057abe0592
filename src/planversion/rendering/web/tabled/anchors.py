"""Which row a project's address leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planversion.rendering.laying import Laid, LaidGrid, LaidRow, Side
from planversion.rendering.table import TableLine


class Anchors(NamedTuple):
    """The ids that each row carries, by the row's position among all rows."""

    of_rows: dict[int, tuple[str, ...]]

    def at(self, position: int) -> tuple[str, ...]:
        """The ids of the projects that a row stands for."""
        return self.of_rows.get(position, ())


def anchors(laid: Laid) -> Anchors:
    """Each project at the row of its record: the new edition's, else the old one's."""
    best: dict[str, tuple[int, int]] = {}
    for position, (grid, row) in enumerate(rows(laid)):
        for project, rank in _projects(grid, row):
            best[project] = min(best.get(project, (rank, position)), (rank, position))
    found: dict[int, tuple[str, ...]] = {}
    for project, (_, position) in best.items():
        found[position] = (*found.get(position, ()), project)
    return Anchors(found)


def rows(laid: Laid) -> Iterator[tuple[LaidGrid, LaidRow]]:
    """Every row in order, with the grid it is in."""
    return ((grid, row) for part in laid.parts for grid in part.grids for row in grid.rows)


def _projects(grid: LaidGrid, row: LaidRow) -> Iterator[tuple[str, int]]:
    sides = {column.side for column in grid.columns}
    for line in row.lines:
        yield from _ranked(line, sides)


def _ranked(line: TableLine, sides: set[Side | None]) -> Iterator[tuple[str, int]]:
    """Whom the line shows: the new record first, then the old one, then relistings."""
    for rank, (side, cell) in enumerate((("new", line.new), ("old", line.old))):
        if cell is not None and side in sides:
            yield cell.project, rank if cell.record else rank + 2
