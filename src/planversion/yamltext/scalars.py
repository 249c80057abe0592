"""What a plain scalar means: the core schema of YAML 1.2 (§10.3.2), and nothing of YAML 1.1.

So `no` is text, `012` is twelve, `1:30`, `1_000` and `2026-04-01` are text.
"""

from __future__ import annotations

import re

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_INTEGER = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o([0-7]+)|0x([0-9a-fA-F]+)")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_ENDLESS = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")

# Only these can begin anything but text; Japanese text never gets past this one look-up.
_MEANINGFUL = frozenset("0123456789+-.~nNtTfF")

LONGEST_NUMBER = 400
"""Digits beyond which a number is no number a plan can hold."""


def meaning(text: str) -> str | int | float | bool | None:
    """The value that a plain scalar stands for; raises ValueError for a number beyond bounds."""
    if text[:1] not in _MEANINGFUL and text:
        return text
    if text in _NULL:
        return None
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    return _number(text)


def _number(text: str) -> str | int | float:
    if _ENDLESS.fullmatch(text) or (len(text) > LONGEST_NUMBER and _FLOAT.fullmatch(text)):
        raise ValueError(text)
    if _INTEGER.fullmatch(text):
        return int(text)
    if based := _BASED.fullmatch(text):
        return int(based[1], 8) if based[1] else int(based[2], 16)
    if _FLOAT.fullmatch(text):
        return _finite(text)
    return text


def _finite(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError(text)
    return number


def is_plain_text(text: str) -> bool:
    """Whether `text`, written without quotes, would be read back as text."""
    try:
        return isinstance(meaning(text), str)
    except ValueError:
        return False
