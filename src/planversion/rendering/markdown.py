"""A page as GitHub-flavoured Markdown; text from a plan is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator

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

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&]|(?:(?<=^)|(?<=\n))[-+=](?=\s|$))")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
_MARKS = {"was": ("<del>", "</del>"), "now": ("<ins>", "</ins>")}


def markdown(page: Page) -> str:
    """The page as text."""
    return "\n".join("\n".join(_block(block)) + "\n" for block in page.blocks)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level=level, line=line):
            yield f"{'#' * level} {_line(line, marks=False)}"
        case Paragraph(line=line):
            yield _start(_line(line))
        case Bullets(items=items):
            yield from _items(items, "")
        case Grid():
            yield from _grid(block)
        case Folded(summary=summary, blocks=blocks):
            yield f"<details><summary>{_line(summary, marks=False)}</summary>"
            yield ""
            for inner in blocks:
                yield from _block(inner)
                yield ""
            yield "</details>"


def _items(items: tuple[Item, ...], indent: str) -> Iterator[str]:
    for item in items:
        yield f"{indent}- {_start(_line(item.line))}"
        yield from _items(item.below, indent + "  ")


def _grid(grid: Grid) -> Iterator[str]:
    yield _cells([_line(cell, marks=False) for cell in grid.header])
    rules = ("---:" if column in grid.numeric else "---" for column in range(len(grid.header)))
    yield _cells(list(rules))
    for row in grid.rows:
        yield _cells(["<br>".join(map(_line, cell)) for cell in row])


def _cells(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def in_line(line: Line) -> str:
    """One line as Markdown."""
    return _line(line)


def _line(line: Line, *, marks: bool = True) -> str:
    return "".join(_span(span, marks=marks) for span in line)


def _span(span: Span, *, marks: bool) -> str:
    escaped = escape(span.text)
    if not (marks and escaped):
        return escaped
    if span.role in ("strong", "whole"):
        return _strong(escaped)
    before, after = _MARKS.get(span.role, ("", ""))
    return f"{before}{escaped}{after}"


def _strong(escaped: str) -> str:
    # Asterisks beside Japanese punctuation don't close (CommonMark's flanking rule), tags do.
    plain = escaped[0].isalnum() and escaped[-1].isalnum()
    return f"**{escaped}**" if plain else f"<b>{escaped}</b>"


def escape(text: str) -> str:
    """Text that Markdown and HTML show as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", on_one_line(text))


def _start(text: str) -> str:
    """A line whose beginning makes no list of it."""
    return _NUMBERED.sub(r"\1\\\2", text)
