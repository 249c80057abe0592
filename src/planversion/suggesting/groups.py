"""Groups: items of two editions that are the same, or came from one another."""

from __future__ import annotations

from typing import NamedTuple

from planversion.suggesting.remainders import Ground

Pair = tuple[int, int]
"""An old and a new item."""


class Group(NamedTuple):
    """Items that are the same, or came from one another."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    confidence: float
    pair: int | None = None
    """The pair that was looked at, where it is one; for a group, the one that lives on."""
    ground: Ground = "place"

    @property
    def several(self) -> bool:
        """Whether it is more than one pair."""
        return len(self.old) > 1 or len(self.new) > 1
