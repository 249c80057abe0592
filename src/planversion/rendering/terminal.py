"""A page as text for a terminal or a file, with or without colour."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from planversion.rendering.fitting import cell_width, cells_of, fitted
from planversion.rendering.page import (
    Block,
    Bullets,
    Folded,
    Grid,
    Heading,
    Item,
    Line,
    Page,
    Paragraph,
    Span,
)
from planversion.rendering.safety import on_one_line

_CODES = {"was": "31", "now": "32", "kind": "36", "code": "33", "quiet": "2", "strong": "1"}
_GAP = "  "


def terminal(page: Page, *, colour: bool = False, width: int | None = None) -> str:
    """The page as text; with `colour`, roles are set in ANSI colours as well as in words.

    With `width`, the cells of tables are folded so that they fit in so many character cells.
    """
    blocks = (_block(block, colour=colour, width=width) for block in page.blocks)
    return "\n".join(chain.from_iterable(blocks)) + "\n"


def _block(block: Block, *, colour: bool, width: int | None) -> Iterator[str]:
    match block:
        case Heading(level=level, line=line):
            yield from [] if level == 1 else [""]
            yield _line((*(Span(span.text, "strong") for span in line),), colour=colour)
        case Paragraph(line=line):
            yield _line(line, colour=colour)
        case Bullets(items=items):
            yield from _items(items, "  ", colour=colour)
        case Grid():
            yield from _grid(block, colour=colour, width=width)
        case Folded(summary=summary, blocks=blocks):
            yield _line(summary, colour=colour)
            for inner in blocks:
                yield from _block(inner, colour=colour, width=width)


def _items(items: tuple[Item, ...], indent: str, *, colour: bool) -> Iterator[str]:
    for item in items:
        yield indent + _line(item.line, colour=colour)
        yield from _items(item.below, indent + "    ", colour=colour)


def _line(line: Line, *, colour: bool) -> str:
    return "".join(_span(span, colour=colour) for span in line)


def _span(span: Span, *, colour: bool) -> str:
    shown = on_one_line(span.text)
    style = _CODES.get(span.role) if colour else None
    return f"\x1b[{style}m{shown}\x1b[0m" if style and shown else shown


def _grid(grid: Grid, *, colour: bool, width: int | None) -> Iterator[str]:
    """Columns as wide as their widest cell, counted in character cells of a terminal."""
    rows = [tuple((cell,) for cell in grid.header), *grid.rows]
    if width is not None:
        rows = fitted(rows, width - len(_GAP) * len(grid.header))
    widths = [max(cell_width(row[column]) for row in rows) for column in range(len(grid.header))]
    for row in rows:
        height = max(len(cell) for cell in row)
        for number in range(height):
            cells = (
                _padded(
                    cell[number] if number < len(cell) else (), wide, column, grid, colour=colour
                )
                for column, (cell, wide) in enumerate(zip(row, widths, strict=True))
            )
            yield (_GAP + _GAP.join(cells)).rstrip()


def _padded(line: Line, width: int, column: int, grid: Grid, *, colour: bool) -> str:
    space = " " * (width - cells_of(_line(line, colour=False)))
    shown = _line(line, colour=colour)
    return space + shown if column in grid.numeric else shown + space
