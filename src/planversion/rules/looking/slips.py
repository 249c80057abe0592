"""A slip of typing in a short text, and the text without its slips."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from planversion.messages import Message, say


class Slip(NamedTuple):
    """Characters of a text that no document prints, and what belongs there."""

    start: int
    end: int
    right: str | None
    """What belongs there; None where only the document can tell."""
    code: str
    """The character, as U+3000 is written."""
    what: Message


def code(character: str) -> str:
    """A character by its number in Unicode: U+3000."""
    return f"U+{ord(character[0]):04X}"


def mended(text: str, slips: Iterable[Slip]) -> str:
    """The text with what belongs there wherever that is clear."""
    parts, end = [], 0
    for slip in sorted(slips):
        if slip.right is not None and slip.start >= end:
            parts += [text[end : slip.start], slip.right]
            end = slip.end
    return "".join((*parts, text[end:]))


def mend(text: str, slip: Slip, slips: Iterable[Slip]) -> Message:
    """How to mend one of the slips: the whole text as it should be, if that is clear."""
    right = mended(text, slips)
    if slip.right is None or not right:
        return say("Look how the document has it.")
    return say("Write {text}", text=right)
