"""Which of two editions follows the other, and whose declarations tell the step between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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


def way(old: Edition, new: Edition, named: Callable[[str], Edition | None]) -> Chain:
    """The editions from `old` to `new`, as `previous` names them; none where the way isn't known.

    `named` is the edition of an id.
    """
    forward = _back_from(new, old, named)
    if forward is not None:
        return forward
    backward = _back_from(old, new, named)
    return backward[::-1] if backward is not None else ()


def _back_from(
    later: Edition, earlier: Edition, named: Callable[[str], Edition | None]
) -> Chain | None:
    if later.id == earlier.id:
        return ()
    found: list[Edition] = []
    seen = {later.id}
    name = later.header.previous
    while name is not None and name not in seen and later.header.revises != earlier.id:
        if name == earlier.id:
            return tuple(reversed(found))
        seen.add(name)
        edition = named(name)
        if edition is None:
            return None
        found.append(edition)
        name = edition.header.previous
    return () if later.header.revises == earlier.id else None
