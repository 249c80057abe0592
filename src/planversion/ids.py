"""Identities: opaque, permanent, and with a check character that catches a slip of the finger.

An id is `p-` (project) or `s-` (section), nine characters of Crockford's base32 and a check
character: Damm's algorithm over the field of 32 elements, which finds every single wrong
character and every swap of two neighbours (H. M. Damm, "Total anti-symmetrische
Quasigruppen", 2004).
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Literal

Prefix = Literal["p", "s"]

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base32 in lower case: no i, l, o, u."""

PATTERN = f"[{ALPHABET}]{{10}}"
PROJECT_PATTERN = f"^p-{PATTERN}$"
SECTION_PATTERN = f"^s-{PATTERN}$"
SUBJECT_PATTERN = f"^[ps]-{PATTERN}$"

_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_SHAPE = re.compile(SUBJECT_PATTERN)
_BODY = 9
_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1, irreducible: the field of 32 elements


def _double(value: int) -> int:
    doubled = value << 1
    return doubled ^ _POLYNOMIAL if doubled & 32 else doubled


def check_character(body: str) -> str:
    """The check character of `body`, a string over `ALPHABET`."""
    interim = 0
    for character in body:
        interim = _double(interim ^ _VALUES[character])
    return ALPHABET[interim]


def is_valid(identifier: str) -> bool:
    """Whether `identifier` has the shape of an id and its check character is right."""
    if not _SHAPE.fullmatch(identifier):
        return False
    return check_character(identifier[2:-1]) == identifier[-1]


def mint(  # noqa: PLR0913 - the six facts of a first appearance
    prefix: Prefix,
    *,
    plan: str,
    edition: str,
    code: str,
    name: str,
    ordinal: int,
    taken: Container[str] = (),
) -> str:
    """A new id for what first appears in `edition` of `plan`, at place `code`, as `name`.

    `ordinal` counts what appears there under the same name, from 0. Whoever imports the same
    file mints the same ids; an id that is `taken` is passed over by counting on.
    """
    # Whoever only reads ids need not wait for these.
    import hashlib  # noqa: PLC0415
    import json  # noqa: PLC0415

    counter = 0
    while True:
        facts = json.dumps([prefix, plan, edition, code, name, ordinal, counter])
        minted = _from_digest(prefix, hashlib.sha256(facts.encode()).digest())
        if minted not in taken:
            return minted
        counter += 1


def _from_digest(prefix: Prefix, digest: bytes) -> str:
    number = int.from_bytes(digest[:6], "big") >> 3
    body = "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(_BODY)))
    return f"{prefix}-{body}{check_character(body)}"
