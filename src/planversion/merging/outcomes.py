"""What two edits of one thing come to: the same for both sides, or what each side would have."""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import Enum
from typing import Any, Final, Generic, NamedTuple, TypeVar

from planversion.model import Record

T = TypeVar("T")


class _Absent(Enum):
    ABSENT = "absent"

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent.ABSENT
"""Where a side says nothing: no such field, no such project."""


def alike(one: Any, other: Any) -> bool:
    """Whether two values are the same, and not only equal as `true` and `1` are."""
    return one is other or (bool(one == other) and _exactly(one, other))


def _exactly(one: Any, other: Any) -> bool:
    if isinstance(one, str):
        return isinstance(other, str)
    if isinstance(one, list | tuple):
        return all(map(_exactly, one, other))
    if isinstance(one, dict):
        return all(_exactly(value, other[key]) for key, value in one.items())
    if isinstance(one, Record):
        # Everywhere else the models know one type of value only.
        return _exactly(one.__dict__.get("attributes"), other.__dict__.get("attributes"))
    return type(one) is type(other)


def said_alike(one: Any, other: Any) -> bool:
    """The same of values as a file says them, and sooner."""
    if one is ABSENT or other is ABSENT:
        return one is other
    return bool(one == other) and _json(one) == _json(other)


def _json(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


class Outcome(NamedTuple, Generic[T]):
    """What it comes to if every dispute goes as `ours` has it, or as `theirs` has it."""

    ours: T
    theirs: T

    @property
    def agreed(self) -> bool:
        """Whether there is nothing to dispute."""
        return self.ours is self.theirs or alike(self.ours, self.theirs)

    def map(self, function: Callable[[T], Any]) -> Outcome[Any]:
        """What the function makes of both; once where they are one and the same."""
        ours = function(self.ours)
        return Outcome(ours, ours if self.ours is self.theirs else function(self.theirs))


def settled(value: T) -> Outcome[T]:
    """An outcome that nobody disputes."""
    return Outcome(value, value)


def three_way(base: T, ours: T, theirs: T) -> Outcome[T] | None:
    """What one side alone changed, or both alike; None where both did, differently."""
    if alike(ours, theirs) or alike(theirs, base):
        return settled(ours)
    return settled(theirs) if alike(ours, base) else None
