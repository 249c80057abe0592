"""A document that is no diff of ours is refused in the reader's language, with every place."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from planversion import compare, read_diff, read_edition, write_diff
from planversion.errors import InvalidDiffError

CASE = Path(__file__).parent / "cases/compare/split"
OLD, NEW = (
    read_edition((CASE / f"{one}.yaml").read_bytes(), one).edition for one in ("old", "new")
)
GOOD: dict[str, Any] = json.loads(write_diff(compare(OLD, NEW).diff))
ENGLISH = re.compile("[A-Za-z]{4,} [a-z]{2,}")


def refused(document: Any) -> InvalidDiffError:
    with pytest.raises(InvalidDiffError) as error:
        read_diff(json.dumps(document).encode(), "diff.json")
    return error.value


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        ({"old": None}, "old: null stands where a mapping (key: value) was expected"),
        ({"old": {"plan": "x"}}, "old: the key id is missing"),
        ({"older": 1}, "older: there is no such key"),
        ({"version": 2}, "version: 2 can't stand here"),
        ({"version": True}, "version: true can't stand here"),
        ({"changes": [{"kind": "x"}]}, "changes 1: x can't stand here"),
        ({"changes": [{}]}, "changes 1: the key kind is missing"),
        ({"changes": [{"kind": "renamed"}]}, "changes 1: the key subject is missing"),
    ],
)
def test_a_slip_is_told_with_its_place(slip: dict[str, Any], told: str) -> None:
    error = refused(GOOD | slip)
    assert f"diff.json: {told}" in error.lines("en")[0]
    words = [line.replace("planversion schema diff", "") for line in error.lines("ja")]
    assert not any(ENGLISH.search(line) for line in words)


def test_what_is_no_mapping_is_told() -> None:
    assert "stands where a mapping (key: value) was expected" in refused([]).lines("en")[0]
