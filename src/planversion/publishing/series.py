"""The editions of one plan in their order, and which of them came before which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from planversion.matching import chain
from planversion.model import Edition, Plan
from planversion.tracing.forces import begin


@dataclass(frozen=True)
class Series:
    """The editions of a plan, the earliest first."""

    editions: tuple[Edition, ...]

    @property
    def plan(self) -> Plan:
        """The plan as its newest edition names it."""
        return self.editions[-1].plan

    @cached_property
    def by_id(self) -> dict[str, Edition]:
        """Every edition by its id."""
        return {edition.id: edition for edition in self.editions}

    @cached_property
    def adopted(self) -> Edition | None:
        """The newest edition that was adopted."""
        found = (one for one in reversed(self.editions) if one.header.status == "adopted")
        return next(found, None)

    @cached_property
    def ahead(self) -> Edition | None:
        """The newest draft, where no adopted edition came after it."""
        newest = self.editions[-1]
        return None if newest is self.adopted else newest

    @property
    def pointed_at(self) -> tuple[Edition, ...]:
        """What a citizen asks about: the newest adopted edition, and the draft that is ahead."""
        return tuple(filter(None, (self.adopted, self.ahead)))

    def before(self, edition: Edition) -> Edition | None:
        """Whom an edition is held against: what it revises, else follows, else came before it."""
        header = edition.header
        for name in (header.revises, header.previous):
            if name in self._earlier(edition):
                return self.by_id[name]
        earlier = self._earlier(edition)
        return self.by_id[earlier[-1]] if earlier else None

    def published_before(self, edition: Edition) -> Edition | None:
        """The published edition that it follows; else whom it is held against."""
        name = edition.header.previous
        return self.by_id[name] if name in self._earlier(edition) else self.before(edition)

    def between(self, old: Edition, new: Edition) -> tuple[Edition, ...]:
        """The editions on the way from one to the other."""
        return chain.way(old, new, self.by_id.get)

    def _earlier(self, edition: Edition) -> list[str]:
        ids = list(self.by_id)
        return ids[: ids.index(edition.id)]


def series(editions: Iterable[Edition]) -> Series:
    """The editions of one plan: each after those it follows or revises, else by date and name."""
    waiting = sorted(editions, key=_key)
    ids = {edition.id for edition in waiting}
    placed: dict[str, Edition] = {}
    while waiting:
        ready = (one for one in waiting if not (_named(one) & ids) - placed.keys())
        # Where all wait for each other, the first goes on.
        following = next(ready, waiting[0])
        waiting.remove(following)
        placed[following.id] = following
    return Series(tuple(placed.values()))


def _named(edition: Edition) -> set[str]:
    names = {edition.header.previous, edition.header.revises} - {edition.id}
    return {name for name in names if name is not None}


def _key(edition: Edition) -> tuple[date, list[tuple[int, str]]]:
    parts = re.findall(r"\d+|\D+", edition.id)
    natural = [(int(part) if part.isdecimal() else -1, part) for part in parts]
    return begin(edition) or date.max, natural
