"""Which characters no font of this system has: what a picture would show as empty boxes."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from html import escape, unescape
from typing import NamedTuple
from unicodedata import category

Draw = Callable[[str], bytes]
"""Makes a PNG of an SVG."""
_CELL, _A_ROW = 24, 40
_NOBODY_HAS = "\U000efffd"
"""A character that isn't one: what it looks like, a missing one looks like."""
_TEXT = re.compile(r"<text[^>]*>(.*?)</text>", re.DOTALL)
_UNSEEN = re.compile(r"<title>.*?</title>|<[^>]*>", re.DOTALL)
_CELL_OF_TEXT = '<text class="plain" x="{x}" y="{y}">{character}</text>'


def missing(picture: str, style: str, draw: Draw) -> list[str]:
    """The characters of the picture's text that can't be drawn here, in their order."""
    wanted = sorted(set(_written(picture)))
    cells = [*_cells(draw(_sheet([_NOBODY_HAS, *wanted], style)), len(wanted) + 1)]
    return [one for one, cell in zip(wanted, cells[1:], strict=True) if cell == cells[0]]


def _written(picture: str) -> Iterator[str]:
    """Every character that is seen; none that sticks to another, or is a space."""
    for found in _TEXT.finditer(picture):
        for character in unescape(_UNSEEN.sub("", found[1])):
            kind = category(character)
            if kind[0] not in "MZ" and kind not in ("Cc", "Cf", "Cs"):
                yield character


def _sheet(characters: list[str], style: str) -> str:
    rows = -(-len(characters) // _A_ROW)
    cells = (
        _CELL_OF_TEXT.format(
            x=number % _A_ROW * _CELL + 4,
            y=number // _A_ROW * _CELL + 18,
            character=escape(character),
        )
        for number, character in enumerate(characters)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="picture" width="{_A_ROW * _CELL}"'
        f' height="{rows * _CELL}"><style>{style}</style>{"".join(cells)}</svg>'
    )


def _cells(png: bytes, count: int) -> Iterator[bytes]:
    lines = _pixels(png)
    wide = _CELL * 4
    for number in range(count):
        left, top = number % _A_ROW * wide, number // _A_ROW * _CELL
        yield b"".join(line[left : left + wide] for line in lines[top : top + _CELL])


class _Image(NamedTuple):
    width: int
    content: bytes


_PIXEL = 4
"""Bytes of a pixel; as many zeros stand before each line, where there is nothing to the left."""


def _pixels(png: bytes) -> list[bytes]:
    """The lines of a PNG as resvg writes it: four bytes a pixel, not interlaced."""
    image = _read(png)
    step = image.width * _PIXEL + 1
    lines: list[bytes] = []
    above = bytearray(step - 1 + _PIXEL)
    for start in range(0, len(image.content), step):
        kind, *line = image.content[start : start + step]
        above = _unfiltered(kind, bytearray((*bytes(_PIXEL), *line)), above)
        lines.append(bytes(above[_PIXEL:]))
    return lines


def _read(png: bytes) -> _Image:
    at, packed, wide = 8, b"", 0
    while at < len(png):
        size, name = int.from_bytes(png[at : at + 4]), png[at + 4 : at + 8]
        body = png[at + 8 : at + 8 + size]
        wide = int.from_bytes(body[:4]) if name == b"IHDR" else wide
        packed += body if name == b"IDAT" else b""
        at += size + 12
    return _Image(wide, zlib.decompress(packed))


def _unfiltered(kind: int, line: bytearray, above: bytearray) -> bytearray:
    for at in range(_PIXEL, len(line)):
        guess = _predicted(kind, line[at - _PIXEL], above[at], above[at - _PIXEL])
        line[at] = (line[at] + guess) & 255
    return line


def _predicted(kind: int, left: int, above: int, corner: int) -> int:
    match kind:
        case 0:
            return 0
        case 1:
            return left
        case 2:
            return above
        case 3:
            return (left + above) // 2
        case _:
            return min((left, above, corner), key=lambda one: abs(left + above - corner - one))
