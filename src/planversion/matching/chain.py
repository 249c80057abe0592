"""Which of two editions follows the other, and whose declarations tell the step between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from planversion.model import Edition, Lineage

Direction = Literal["forward", "backward", "unknown"]
Chain = tuple[Edition, ...]


def direction(old: Edition, new: Edition) -> Direction:
    """Whether `new` says that it follows `old`, or `old` that it follows `new`."""
    if follows(new, old):
        return "forward"
    return "backward" if follows(old, new) else "unknown"


def follows(later: Edition, earlier: Edition) -> bool:
    """Whether `later` names `earlier` as the edition it follows or revises."""
    return earlier.id in (later.header.previous, later.header.revises)


def gaps(chain: Chain) -> tuple[tuple[str, str], ...]:
    """Steps of the chain whose editions don't know each other, so that something may be missing.

    Two states of one edition are no step: nothing is declared between them.
    """
    steps = ((a, b) for a, b in pairwise(chain) if a.id != b.id)
    return tuple((a.id, b.id) for a, b in steps if direction(a, b) == "unknown")


def tellers(old: Edition, new: Edition) -> Iterator[tuple[Edition, Edition, bool]]:
    """Who may tell this step: (the teller, whom it is told against, whether read backwards)."""
    told = direction(old, new)
    if told != "backward":
        yield new, old, False
    if told != "forward":
        yield old, new, True


def told_against(record: Lineage, teller: Edition, other: Edition) -> bool:
    """Whether the record says itself, or its edition, that it is told against `other`."""
    return (record.since or teller.header.previous) == other.id
