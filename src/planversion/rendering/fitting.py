"""Rows of cells fitted to the width of a terminal: folded, nothing left out, ids whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from unicodedata import combining, east_asian_width

from planversion.rendering.page import Line, Span
from planversion.rendering.safety import on_one_line

Cell = tuple[Line, ...]
Row = tuple[Cell, ...]

# An id has twelve letters. What sticks to a character belongs to it: marks, joined emoji.
_TOKENS = re.compile("[!-~]{1,16}|.(?:[\u200d\ufe0e\ufe0f]+[^ -~]?)*", re.DOTALL)


def fitted(rows: Sequence[Row], room: int) -> list[Row]:
    """The rows, their cells folded where the columns would take more room together."""
    wide = [max(map(cell_width, column)) for column in zip(*rows, strict=True)]
    if sum(wide) <= room:
        return list(rows)
    narrow = [max(map(_narrowest, column)) for column in zip(*rows, strict=True)]
    widths = _shared(wide, narrow, room)
    return [tuple(map(_folded, row, widths)) for row in rows]


def cell_width(cell: Cell) -> int:
    """How many character cells the longest line of a cell takes."""
    return max((sum(cells_of(_shown(span)) for span in line) for line in cell), default=0)


def cells_of(text: str) -> int:
    """How many character cells the text takes: two for a wide character (UAX #11)."""
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    # A file that a Mac wrote may have the voicing marks of kana as characters of their own.
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def _shown(span: Span) -> str:
    return on_one_line(span.text)


def _narrowest(cell: Cell) -> int:
    """How wide a cell is at least: as its longest word."""
    return max((cells_of(word.text) for line in cell for word in _words(line)), default=0)


def _shared(wide: Sequence[int], narrow: Sequence[int], room: int) -> list[int]:
    """The widths of columns: the widest give way first, none below its longest word."""
    for limit in range(max(wide), 0, -1):
        widths = [min(most, max(least, limit)) for most, least in zip(wide, narrow, strict=True)]
        if sum(widths) <= room:
            return widths
    return list(narrow)


def _folded(cell: Cell, width: int) -> Cell:
    return tuple(part for line in cell for part in _parts(line, width)) or cell


def _parts(line: Line, width: int) -> Iterator[Line]:
    """The line in parts that are no wider; spaces at a fold are left out."""
    part: list[Span] = []
    used = 0
    for word in _words(line):
        size = cells_of(word.text)
        if part and used + size > width:
            yield _joined(part)
            part, used = [], 0
            if word.text.isspace():
                continue
        part.append(word)
        used += size
    if part:
        yield _joined(part)


def _words(line: Line) -> Iterator[Span]:
    for span in line:
        yield from (Span(word, span.role) for word in _TOKENS.findall(_shown(span)))


def _joined(words: Sequence[Span]) -> Line:
    """The words of one role as one span."""
    runs = groupby(words, lambda word: word.role)
    return tuple(Span("".join(word.text for word in some), role) for role, some in runs)
