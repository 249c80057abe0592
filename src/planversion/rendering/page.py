"""What every text output is made of: blocks of lines of spans, before there is a format."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Role = Literal["plain", "was", "now", "whole", "kind", "code", "quiet", "strong"]
"""What a span is to the reader; each format marks it in its own way, never by colour alone.

`was` and `now` are the characters that differ, `whole` is the name of what is itself gone, new or
in another place.
"""


class Span(NamedTuple):
    """A run of text with one role; text from a plan is escaped by the format."""

    text: str
    role: Role = "plain"


Line = tuple[Span, ...]


def line(*parts: str | Span | Line) -> Line:
    """One line of the given parts; plain text may be given as it is."""
    spans: list[Span] = []
    for part in parts:
        match part:
            case Span():
                spans.append(part)
            case str():
                spans.append(Span(part))
            case _:
                spans.extend(part)
    return tuple(spans)


def joined(parts: Iterable[Line], separator: str) -> Line:
    """Several lines as one, with the separator between them."""
    spans: list[Span] = []
    for number, part in enumerate(parts):
        spans += [Span(separator), *part] if number else part
    return tuple(spans)


def text(of: Line) -> str:
    """The line without its roles."""
    return "".join(span.text for span in of)


class Heading(NamedTuple):
    """A heading; level 1 is the page's title."""

    level: int
    line: Line


class Paragraph(NamedTuple):
    """A line on its own."""

    line: Line


class Item(NamedTuple):
    """An item of a list, with what belongs below it."""

    line: Line
    below: tuple[Item, ...] = ()


class Bullets(NamedTuple):
    """A list."""

    items: tuple[Item, ...]


class Grid(NamedTuple):
    """A table: a header and rows of as many cells, each cell of some lines."""

    header: tuple[Line, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    numeric: frozenset[int] = frozenset()
    """Columns of numbers."""


class Folded(NamedTuple):
    """Blocks that a reader opens if interested; the summary says what is in them."""

    summary: Line
    blocks: tuple[Block, ...]


Block = Heading | Paragraph | Bullets | Grid | Folded


class Page(NamedTuple):
    """A whole document."""

    blocks: tuple[Block, ...]
