"""The number and the title of a section, as its cells say them below the sections above."""

from __future__ import annotations

import re
from collections.abc import Iterable

from planversion.importing.composites import SIGNS, composite, is_composite, read_by
from planversion.importing.nodes import Number
from planversion.importing.numbers import CODES, number_of, parted

_WORDS = ("roman", "kanji}", "katakana", "iroha", "letter")
# Letters and words begin many a title: 一人ひとりの…
_NUMBERS = tuple(one for one in CODES if not any(word in one for word in _WORDS))
_UNREAD = re.compile(
    r"\s*(?:[Ⅰ-Ⅻ]|(?:[①-⑳]|(?:[(（\[【]|基本目標|目標|施策|方針|第)\d{1,3}[)）\]】章]?)"
    rf"(?:{SIGNS}|の)[(（]?\d)"
)
"""What surely is a number, although no code says it: （1-2）, 施策1-2, Ⅳ."""


def titled(text: str, code: str | None, above: Iterable[Number]) -> tuple[int | None, str]:
    """The number and the title of a cell that may hold both; no number where it isn't certain."""
    if code is None:
        return None, text
    if not is_composite(code):
        return parted(text, code)
    found = read_by(code, text)
    return (
        (found.number, found.rest)
        if found and found.rest and found.follows(above)
        else (None, text)
    )


def numbered(text: str, code: str, above: Iterable[Number]) -> int | str:
    """The number that a cell of numbers says; text where it is none that we could print."""
    found = read_by(code, text)
    return (
        found.number if found and not found.rest and found.follows(above) else number_of(text, code)
    )


def looks_numbered(title: str) -> bool:
    """Whether a title seems to begin with a number."""
    found = composite(title)
    if found is not None:
        return bool(found.rest)
    if _UNREAD.match(title):
        return True
    return any(parted(title, code)[0] is not None for code in _NUMBERS)
