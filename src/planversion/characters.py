"""Characters that nobody sees, and that make a line read otherwise than it is written."""

from __future__ import annotations

import re

UNSHOWN = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Beside the controls below the space: those of C1, of direction, and what is no character."""


def escaped(json: str) -> str:
    """A JSON text with such characters as escapes, which reads back as the same."""
    # JSON itself escapes those below the space, and a lone surrogate is no text at all.
    return UNSHOWN.sub(lambda found: f"\\u{ord(found[0]):04x}", json)
