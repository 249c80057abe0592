"""Ids as a Japanese keyboard types them: in full width, with a dash that only looks like ours."""

from __future__ import annotations

import re
import unicodedata

from planversion.ids import SUBJECT_PATTERN

_DASHES = dict.fromkeys(map(ord, "‐‑–—−ー―"), "-")
_SHAPE = re.compile(SUBJECT_PATTERN)


def id_of(text: str) -> str:
    """The id that was meant; the text as it is where that is none."""
    meant = unicodedata.normalize("NFKC", text).translate(_DASHES).casefold().strip()
    return meant if _SHAPE.fullmatch(meant) else text
