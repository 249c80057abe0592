"""Which leaves differ inside one matched pair of nested values."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import NamedTuple

from pydantic import JsonValue


class Leaf(NamedTuple):
    """One value that differs, by its path below the field; None where it isn't there."""

    path: tuple[str | int, ...]
    was: JsonValue
    now: JsonValue


def leaves(was: JsonValue, now: JsonValue) -> tuple[Leaf, ...]:
    """The leaves that differ between two values, sorted by path."""
    return _leaves(json.dumps(was), json.dumps(now))


# Pages of many editions ask for the same two values again and again.
@lru_cache(maxsize=1 << 12)
def _leaves(was: str, now: str) -> tuple[Leaf, ...]:
    # It takes longer to import than the rest of us to run, and few changes are nested.
    from deepdiff import DeepDiff  # noqa: PLC0415
    from deepdiff.helper import notpresent  # noqa: PLC0415

    def present(value: object) -> JsonValue:
        return None if value is notpresent else value  # type: ignore[return-value]

    tree = DeepDiff(json.loads(was), json.loads(now), view="tree", threshold_to_diff_deeper=0)
    found = [
        Leaf(tuple(level.path(output_format="list")), present(level.t1), present(level.t2))
        for levels in tree.values()
        for level in levels
    ]
    # DeepDiff's own order follows the hash seed.
    return tuple(sorted(found, key=lambda leaf: [(type(p) is str, p) for p in leaf.path]))
