"""What became of a placement, in the words, colours and patterns of a picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from planversion.messages import Message, say

Kind = Literal[
    "kept", "moved", "replaced", "split", "merged", "new", "relisted", "ended", "unlisted"
]


class Look(NamedTuple):
    """How a kind is told: in a word, by a colour of the palette, and by lines on it."""

    word: Message
    tone: str
    tint: float
    """How much of the colour lies below the lines."""
    lines: str = ""
    """The lines of one square of six by six, as a path."""


LOOKS: Mapping[Kind, Look] = {
    "kept": Look(say("kept in place"), "kept", 0.34),
    "moved": Look(say("moved"), "moved", 0.16, "M-1 1L1 -1M0 6L6 0M5 7L7 5"),
    "replaced": Look(say("replaced or reorganised"), "kept", 0.12, "M0 1.5H6M0 4.5H6"),
    "split": Look(say("split"), "split", 0.16, "M1.5 0V6M4.5 0V6"),
    "merged": Look(say("merged"), "merged", 0.16, "M-1 5L1 7M0 0L6 6M5 -1L7 1"),
    "new": Look(say("new"), "new", 0.92),
    "relisted": Look(say("relisting added"), "new", 0.12, "M1 3H3M4 0H6"),
    "ended": Look(say("ended"), "ended", 0.1, "M0 0L6 6M0 6L6 0"),
    "unlisted": Look(say("relisting dropped"), "ended", 0.08, "M1 3H3M4 0H6"),
}
"""In the order in which they are told."""

FAMILIES: Mapping[str, Kind] = {
    "replaced": "replaced",
    "reorganised": "replaced",
    "split": "split",
    "split_off": "split",
    "merged": "merged",
    "absorbed": "merged",
}
"""By the kind of a lineage."""

ORDER: tuple[Kind, ...] = tuple(LOOKS)
