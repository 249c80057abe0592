"""Text in a picture: how wide it is, where it breaks, and how it is shortened to fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Literal, NamedTuple
from unicodedata import combining, east_asian_width

from planversion.rendering.safety import on_one_line

Anchor = Literal["start", "middle", "end"]
Role = Literal["plain", "strong", "quiet", "number", "head"]
SIZES: dict[Role, int] = {"plain": 13, "strong": 13, "quiet": 12, "number": 12, "head": 16}
"""How large each is written."""
LEADING = 1.3
"""From line to line, in sizes."""

_NARROW, _WIDE = frozenset("iljtfrI.,:;'|!()[]{}/ -"), frozenset("mwMW@%&…—+−±")
_STICKS = re.compile("[\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]")
# JIS X 4051: what can't stand at the beginning of a line, and what can't at the end.
_NEVER_FIRST = frozenset(
    "、。，．・：；！？）」』】〕〉》］｝ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.!?)]"
)
_NEVER_LAST = frozenset("（「『【〔〈《［｛([")
_NEATLY = ("、。 ", "・")
"""Behind what a line ends best, and second best."""
_OF_A_TITLE = 3
"""More lines than these are a paragraph, whose lines are filled."""


class Label(NamedTuple):
    """Text at a place: the lines as they are written, and the whole where that is more."""

    x: float
    y: float
    """Where its first line stands."""
    lines: tuple[str, ...]
    anchor: Anchor = "start"
    role: Role = "plain"
    whole: str | None = None

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        size = SIZES[self.role]
        wide = max((width(line, self.role) for line in self.lines), default=0)
        left = self.x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        top = self.y - size * 0.88
        return left, top, left + wide, top + size * LEADING * len(self.lines)


def leading(role: Role) -> float:
    """From line to line."""
    return SIZES[role] * LEADING


def width(text: str, role: Role = "plain") -> float:
    """About how wide the text is, and rather wider than it turns out."""
    wider = 1 if role in ("plain", "quiet") else 1.1
    return sum(map(_em, text)) * SIZES[role] * wider


@cache
def _em(character: str) -> float:
    if combining(character) or _STICKS.match(character):
        return 0
    # What is ambiguous (①, ○) is as wide as a kanji in a Japanese font.
    if east_asian_width(character) in "WFA":
        return 1
    if character in _NARROW:
        return 0.38
    return 0.95 if character in _WIDE else 0.7 if character.isupper() else 0.64


def fitted(text: str, room: float, role: Role = "plain", lines: int = 1) -> tuple[str, ...]:
    """The text in so many lines of so much room at the most, shortened where that is too little."""
    said = on_one_line(text).strip()
    written = _broken(said, room, role, lines)
    if len(written) == 1 or lines > _OF_A_TITLE or written[-1].endswith("…"):
        return written or ("",)
    return _evened(said, room, role, len(written))


def _evened(text: str, room: float, role: Role, lines: int) -> tuple[str, ...]:
    """The same number of lines, as even as they can be."""
    narrow = width(text, role) / lines
    while narrow < room:
        written = _broken(text, narrow, role, lines)
        if not written[-1].endswith("…"):
            return written
        narrow += SIZES[role] / 2
    return _broken(text, room, role, lines)


def _broken(text: str, room: float, role: Role, lines: int) -> tuple[str, ...]:
    """The text broken where its parts end, or wherever it may be if it doesn't fit so."""
    # What fills all lines twice is too long whatever it says.
    pieces = list(islice(_pieces(text), 1 + 2 * lines * round(room / SIZES[role] / 0.38 + 1)))
    if lines > _OF_A_TITLE:
        return _lines(pieces, room, role, lines, ())
    neat = _lines(pieces, room, role, lines, _NEATLY)
    return _lines(pieces, room, role, lines, ()) if neat and neat[-1].endswith("…") else neat


def _lines(
    rest: list[str], room: float, role: Role, lines: int, ends: tuple[str, ...]
) -> tuple[str, ...]:
    written: list[str] = []
    while rest and len(written) < lines:
        count = _fitting(rest, room, role)
        if len(written) == lines - 1 and count < len(rest):
            return (*written, _shortened(rest, room, role))
        count = _ending(rest, count, ends) if count < len(rest) else count
        written.append("".join(rest[:count]).strip())
        rest = rest[count:]
    return tuple(written)


def _pieces(text: str) -> Iterator[str]:
    """The characters, each with what sticks to it."""
    piece = ""
    for character in text:
        if piece and not (
            combining(character) or _STICKS.match(character) or piece[-1] == "\u200d"
        ):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _fitting(rest: list[str], room: float, role: Role) -> int:
    """How many of the pieces stand on one line; one at least."""
    wide = 0.0
    for count, piece in enumerate(rest):
        wide += width(piece, role)
        if wide > room:
            return max(count, 1)
    return len(rest)


def _ending(rest: list[str], count: int, ends: tuple[str, ...]) -> int:
    """The nearest place before `count` where a line may end: behind one of these, if there is."""
    for some in ends:
        for at in range(count, count // 2, -1):
            if rest[at - 1][0] in some and rest[at][0] not in _NEVER_FIRST:
                return at
    for at in range(count, count * 2 // 3, -1):
        before, after = rest[at - 1][0], rest[at][0]
        latin = before.isascii() and after.isascii() and " " not in (before, after)
        if not (latin or after in _NEVER_FIRST or before in _NEVER_LAST):
            return at
    return count


def _shortened(rest: list[str], room: float, role: Role) -> str:
    kept, wide = [], width("…", role)
    for piece in rest:
        wide += width(piece, role)
        if wide > room:
            break
        kept.append(piece)
    return "".join(kept).rstrip() + "…"


def whole(text: str, lines: tuple[str, ...]) -> str | None:
    """The text, where its lines don't say all of it."""
    return text if lines and lines[-1].endswith("…") and not text.endswith("…") else None
