"""The old/new table as a page: a grid for each direction, headings above it."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import Language
from planversion.policy import TableLayout
from planversion.rendering.laying import Column, Laid, LaidGrid, lay
from planversion.rendering.laying import layout as of_name
from planversion.rendering.page import (
    Block,
    Bullets,
    Grid,
    Heading,
    Item,
    Line,
    Page,
    Paragraph,
    Span,
    line,
    text,
)
from planversion.rendering.table import Table


def sheet(table: Table, language: Language, layout: TableLayout | None = None) -> Page:
    """The page of the table; side by side where no layout is given.

    Raises ValueError for a language that there isn't.
    """
    return page_of(lay(table, layout or of_name(language), language))


def page_of(laid: Laid) -> Page:
    """The page of a table that is laid out."""
    blocks: list[Block] = [Heading(1, laid.title), *map(Paragraph, laid.warnings)]
    before = None
    for part in laid.parts:
        blocks += (Heading(level + 2, one.line) for level, one in part.below(before))
        blocks += (block for grid in part.grids for block in _grid(grid))
        before = part
    if laid.reorganisations:
        blocks.append(Heading(2, laid.reorganised))
        blocks.append(Bullets(tuple(map(Item, laid.reorganisations))))
    return Page(tuple(blocks))


def _grid(grid: LaidGrid) -> Iterator[Block]:
    if grid.caption:
        yield Paragraph((Span(text(grid.caption), "strong"),))
    header = tuple(_titled(column, alone=bool(grid.caption)) for column in grid.columns)
    rows = (tuple(slot.lines if slot else () for slot in row.slots) for row in grid.rows)
    yield Grid(header, tuple(rows))


def _titled(column: Column, *, alone: bool) -> Line:
    """The title of a column, with that of its edition where the grid has both."""
    return line("" if alone or not column.side else f"{column.heading} ", column.title)
