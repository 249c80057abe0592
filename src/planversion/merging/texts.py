"""Two edits of one text: brought together where they change different sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import product
from typing import NamedTuple

_END = re.compile(r"(?<=[。！？\n])(?![。！？\n」』）)])|(?<=[.!?] )")
"""Where a sentence or a line ends; what closes a quotation belongs to it."""


class _Edit(NamedTuple):
    """The sentences from `start` to `end` become others; where that is none, they are put in."""

    start: int
    end: int
    now: tuple[str, ...]


def sentences(text: str) -> tuple[str, ...]:
    """The sentences and lines of a text; joined, they are the text."""
    return tuple(part for part in _END.split(text) if part)


def merged_text(base: str, ours: str, theirs: str) -> str | None:
    """The text with the edits of both; None where they touch one sentence, or one gap."""
    was = sentences(base)
    one, other = set(_edits(was, sentences(ours))), set(_edits(was, sentences(theirs)))
    if any(a != b and _collide(a, b) for a, b in product(one, other)):
        return None
    parts, position = [], 0
    for edit in sorted(one | other):
        parts += [*was[position : edit.start], *edit.now]
        position = edit.end
    return "".join((*parts, *was[position:]))


def _edits(was: tuple[str, ...], now: tuple[str, ...]) -> Iterator[_Edit]:
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield _Edit(a, b, now[c:d])


def _collide(one: _Edit, other: _Edit) -> bool:
    """Whether two edits change one sentence, or one puts something in where the other edits."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
