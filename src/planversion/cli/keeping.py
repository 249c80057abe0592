"""An edition and its imprint as bytes to be kept: quicker to read again than the file itself."""

from __future__ import annotations

import json
import zlib
from hashlib import blake2b
from typing import Any

from pydantic import ValidationError

from planversion.collector import without_collector
from planversion.model import Edition
from planversion.tracing import Imprint

KIND = "versions-1"
"""What the folder is called; another number for another way to write them."""
_CHECK, _LENGTH = 16, 4
# Quick to write; better would take longer than it saves.
_QUICK = 1
_LARGEST = 1 << 28


def kept(imprint: Imprint, tree: dict[str, Any]) -> bytes | None:
    """Both as bytes: a check sum, a length, and two compressed JSON texts.

    None for what JSON can't say: a plan may hold numbers that are none.
    """
    try:
        short, whole = (zlib.compress(_json(one), _QUICK) for one in (imprint, tree))
    except (ValueError, UnicodeEncodeError):
        return None
    content = len(short).to_bytes(_LENGTH, "big") + short + whole
    return _check(content) + content


def imprint_of(content: bytes | None) -> Imprint | None:
    """The imprint alone; None for what is damaged, be it by one bit."""
    if content is None or not _is_sound(content):
        return None
    end = _end(content)
    return Imprint(*json.loads(_inflated(content[_CHECK + _LENGTH : end])))


def edition_of(content: bytes | None) -> Edition | None:
    """The edition, judged again by the models; None for what is damaged."""
    if content is None or not _is_sound(content):
        return None
    try:
        with without_collector():
            text = _inflated(content[_end(content) :])
            return Edition.model_validate_json(text, by_alias=True, by_name=False)
    except ValidationError:
        return None


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()


def _check(content: bytes) -> bytes:
    return blake2b(content, digest_size=_CHECK).digest()


def _is_sound(content: bytes) -> bool:
    return len(content) > _CHECK + _LENGTH and _check(content[_CHECK:]) == content[:_CHECK]


def _end(content: bytes) -> int:
    """Where the imprint ends and the edition begins."""
    start = _CHECK + _LENGTH
    return start + int.from_bytes(content[_CHECK:start], "big")


def _inflated(packed: bytes) -> bytes:
    return zlib.decompressobj().decompress(packed, _LARGEST)
