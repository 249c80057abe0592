"""A feed before it has a format: entries with ids that stay, and with days, never with a clock."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID, uuid5

from planversion.messages import Language
from planversion.model import Plan
from planversion.rendering.feeds.moments import Moments, newest

_NAMES = UUID("8cad2b90-7238-51e9-9b42-e392f405387c")
"""The namespace of our ids: that of `feeds.planversion` among names of the DNS."""


class Entry(NamedTuple):
    """What changed at one step."""

    id: str
    title: str
    when: Moments
    summary: str
    """How much changed, in a line of plain text."""
    content: str
    """Everything that changed, as elements of HTML that are well-formed XML, too."""
    author: str | None = None
    """Who made it, where that isn't the author of the feed."""
    address: str | None = None
    """Where the same can be read."""


class Feed(NamedTuple):
    """Entries, the newest first, and what is said of all of them."""

    id: str
    title: str
    language: Language
    author: str
    entries: tuple[Entry, ...]
    home: str | None = None
    """The page that the feed is about."""
    own: str | None = None
    """Where the feed itself is."""

    @property
    def updated(self) -> str:
        """When the newest of it was made."""
        return newest(entry.when.updated for entry in self.entries)


def lasting(plan: Plan, *names: str) -> str:
    """The id of what these names mean in a plan: the same on every run and every machine."""
    # Two municipalities may call their plans the same.
    said = json.dumps([plan.jurisdiction or "", plan.id, *names])
    return uuid5(_NAMES, said).urn


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries by day; those of one day as they come, the last one first."""
    return tuple(sorted(entries, key=lambda one: one.when.instant))[::-1]
