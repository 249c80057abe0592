"""What was made of a version as bytes to be kept: quicker to read again than the file itself."""

from __future__ import annotations

import json
import sys
import zlib
from hashlib import blake2b
from typing import Any

from pydantic import ValidationError

from planversion.collector import without_collector
from planversion.model import Edition
from planversion.tracing import Imprint

FORMAT = 2
"""Another number for another way to write them."""
_CHECK = 16
# Better would take longer than it saves.
_QUICK = 1
_LARGEST = 1 << 28


def kept(value: Any) -> bytes | None:
    """Plain values as bytes: a check sum and compressed JSON.

    None for what JSON can't say: a plan may hold numbers that are none.
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except ValueError:
        return None
    packed = zlib.compress(text, _QUICK)
    return _check(packed) + packed


def imprint_of(content: bytes | None) -> Imprint | None:
    """The imprint; None for what is damaged, be it by one bit."""
    text = _text(content)
    if text is None:
        return None
    found = Imprint(*json.loads(text))
    return found._replace(
        names=_shared(found.names), said=_shared(found.said), orders=_shared(found.orders)
    )


def _shared(texts: dict[str, str]) -> dict[str, str]:
    """Versions hold much the same: what is equal is held once."""
    return {sys.intern(key): sys.intern(text) for key, text in texts.items()}


def edition_of(content: bytes | None) -> Edition | None:
    """The edition, judged again by the models; None for what is damaged."""
    text = _text(content)
    if text is None:
        return None
    try:
        with without_collector():
            return Edition.model_validate_json(text, by_alias=True, by_name=False)
    except ValidationError:
        return None


def _text(content: bytes | None) -> bytes | None:
    """What was written, if it still is all of that and nothing else."""
    if content is None or _check(content[_CHECK:]) != content[:_CHECK]:
        return None
    try:
        return zlib.decompressobj().decompress(content[_CHECK:], _LARGEST)
    except zlib.error:
        return None


def _check(packed: bytes) -> bytes:
    # What was written another way has another sum, and counts as damaged.
    return blake2b(packed, digest_size=_CHECK, person=f"format {FORMAT}".encode()).digest()
