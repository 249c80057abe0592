"""An edition as people write it: YAML in block style, short lists of plain values in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_IN_ONE_LINE = frozenset({"budget", "departments", "indicators", "levels", "period"})
_PLAIN = re.compile(r"[^\W\d][^:#,\[\]{}'\"\n]*")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def write(edition: dict[str, Any]) -> bytes:
    """The bytes of the file that says this edition."""
    return "".join(f"{line}\n" for line in _mapping(edition, "")).encode()


def _mapping(mapping: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in mapping.items():
        if key in _IN_ONE_LINE and isinstance(value, dict):
            yield f"{indent}{key}: {_flow(value)}"
        elif isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _mapping(value, f"{indent}  ")
        elif _is_table(value):
            yield f"{indent}{key}:"
            yield from _table(key, value, f"{indent}  ")
        else:
            yield f"{indent}{key}: {_flow(value)}"


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _table(key: str, rows: list[dict[str, Any]], indent: str) -> Iterator[str]:
    for row in rows:
        if key in _IN_ONE_LINE:
            yield f"{indent}- {_flow(row)}"
        else:
            first, *rest = _mapping(row, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, str):
        return _text(value)
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text) and text not in _WORDS:
        return text
    return "'" + text.replace("'", "''") + "'"
