"""What a set of known correspondences is."""

from __future__ import annotations

from typing import NamedTuple

from planversion.model import Edition

Ids = tuple[str, str]


class Known(NamedTuple):
    """Two editions, and who is who between them."""

    name: str
    old: Edition
    new: Edition
    pairs: frozenset[Ids]
    """Who is who, splits and mergers among them."""
    shared: frozenset[Ids]
    """Of these, the pairs of splits, mergers and other lineages."""
    unsure: frozenset[Ids] = frozenset()
    """Pairs that a careful reader would doubt: neither right nor wrong."""
