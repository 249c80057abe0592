"""The old/new table laid out: grids of cells with what is merged, folded and marked.

Every format prints these values, and decides nothing about the table itself.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from planversion.rendering.page import Line
from planversion.rendering.table import TableLine
from planversion.rendering.whereabouts import Heading

Side = Literal["old", "new"]
Of = Literal["measure", "name", "departments", "notes"]


class Column(NamedTuple):
    """A column: what it holds of which edition, with its title and the heading of that edition."""

    of: Of
    side: Side | None
    """None for the notes."""
    heading: str
    title: str


class Slot(NamedTuple):
    """A cell: its lines, in which roles mark what changed."""

    lines: tuple[Line, ...] = ()
    rows: int = 1
    """Over how many rows it reaches."""


class LaidRow(NamedTuple):
    """A row: a cell a column, None where the one above reaches down here."""

    slots: tuple[Slot | None, ...]
    lines: tuple[TableLine, ...]
    """The lines of the table that it shows; several where they are folded."""


class LaidGrid(NamedTuple):
    """A grid of rows below a header."""

    caption: Line
    """What stands above it, where the grid is of one edition; else nothing."""
    columns: tuple[Column, ...]
    rows: tuple[LaidRow, ...]


class LaidPart(NamedTuple):
    """The grids below one direction."""

    headings: tuple[Heading, ...]
    """The sections it stands under, the goal first."""
    grids: tuple[LaidGrid, ...]

    def below(self, before: LaidPart | None) -> tuple[tuple[int, Heading], ...]:
        """The headings that differ from those of the part before, each with its level from 0."""
        above = before.headings if before else ()
        levels = enumerate(self.headings)
        return tuple(
            (level, heading)
            for level, heading in levels
            if self.headings[: level + 1] != above[: level + 1]
        )


class Laid(NamedTuple):
    """The whole table laid out."""

    title: Line
    warnings: tuple[Line, ...]
    """What the reader must know before the rest."""
    parts: tuple[LaidPart, ...]
    columns: tuple[Column, ...]
    """Those of every grid, whose headings may differ where each is of one edition."""
    reorganised: Line
    """The heading above the reorganisations."""
    reorganisations: tuple[Line, ...]
