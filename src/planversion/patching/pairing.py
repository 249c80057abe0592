"""Which items of a list are which of the list that it becomes."""

from __future__ import annotations

import json
from collections import Counter
from difflib import SequenceMatcher
from typing import Any, NamedTuple

_NAMES = ("id", "relists", "name", "title", "year", "text", "project", "scheme")


class Step(NamedTuple):
    """Items `a` to `b` become items `c` to `d`; where `kept`, each the one it is known as."""

    kept: bool
    a: int
    b: int
    c: int
    d: int


def steps(was: list[Any], now: list[Any]) -> list[Step]:
    """What leads from one list to the other, in order."""
    matcher = SequenceMatcher(None, _known_by(was, now), _known_by(now, was), autojunk=False)
    return [Step(tag == "equal", *places) for tag, *places in matcher.get_opcodes()]


def same(one: Any, other: Any) -> bool:
    """Whether two values are written alike."""
    return bool(one == other) and json.dumps(one) == json.dumps(other)


def _known_by(items: list[Any], others: list[Any]) -> list[tuple[str, int]]:
    """What each item is known by, if it can be by what the others have too; numbered if twice."""
    there = {name for one in others for name in _named(one)}
    seen: Counter[str] = Counter()
    found = []
    for item in items:
        named = _named(item)
        shared = next((name for name in named if name in there), None)
        name = " ".join(shared or (named[0] if named else (json.dumps(item),)))
        seen[name] += 1
        found.append((name, seen[name]))
    return found


def _named(item: Any) -> list[tuple[str, str]]:
    if not isinstance(item, dict):
        return []
    return [(key, str(item[key])) for key in _NAMES if key in item]
