"""A page as elements of HTML that are well-formed XML, too: for a page, a feed, a mail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

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
    Role,
    Span,
)
from planversion.rendering.web.escaping import shown

_ELEMENTS: Mapping[Role, tuple[str, str]] = {
    "plain": ("", ""),
    "was": ("<del>", "</del>"),
    "now": ("<ins>", "</ins>"),
    "whole": ('<span class="whole">', "</span>"),
    "strong": ("<strong>", "</strong>"),
    "kind": ('<span class="kind">', "</span>"),
    "code": ('<span class="code">', "</span>"),
    "quiet": ('<span class="quiet">', "</span>"),
}


def fragment(page: Page) -> str:
    """The blocks of the page, each on a line of its own; nothing in them can run or load."""
    return "\n".join(map(_block, page.blocks)) + "\n"


def in_line(line: Line) -> str:
    """One line as HTML."""
    return "".join(map(_span, line))


def _block(block: Block) -> str:
    match block:
        case Heading(level=level, line=line):
            return f"<h{level}>{in_line(line)}</h{level}>"
        case Paragraph(line=line):
            return f"<p>{in_line(line)}</p>"
        case Bullets(items=items):
            return _list(items)
        case Grid():
            return "\n".join(_table(block))
        case Folded(summary=summary, blocks=blocks):
            inner = "\n".join(map(_block, blocks))
            return f"<details><summary>{in_line(summary)}</summary>\n{inner}\n</details>"
        case _:
            assert_never(block)


def _list(items: tuple[Item, ...]) -> str:
    return "\n".join(("<ul>", *map(_item, items), "</ul>")) if items else ""


def _item(item: Item) -> str:
    below = f"\n{_list(item.below)}\n" if item.below else ""
    return f"<li>{in_line(item.line)}{below}</li>"


def _table(grid: Grid) -> Iterator[str]:
    yield "<table>"
    yield f"<thead><tr>{''.join(map(_head, grid.header, _classes(grid)))}</tr></thead>"
    yield "<tbody>"
    for row in grid.rows:
        yield f"<tr>{''.join(map(_cell, row, _classes(grid)))}</tr>"
    yield "</tbody>"
    yield "</table>"


def _classes(grid: Grid) -> Iterator[str]:
    for column in range(len(grid.header)):
        yield ' class="number"' if column in grid.numeric else ""


def _head(line: Line, styled: str) -> str:
    # A heading without words is read out as one all the same; a cell is passed over.
    said = in_line(line)
    return f'<th scope="col"{styled}>{said}</th>' if said else f"<td{styled}></td>"


def _cell(lines: tuple[Line, ...], styled: str) -> str:
    return f"<td{styled}>{'<br/>'.join(map(in_line, lines))}</td>"


def _span(span: Span) -> str:
    before, after = _ELEMENTS[span.role]
    return f"{before}{shown(span.text)}{after}" if span.text else ""
