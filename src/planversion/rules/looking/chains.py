"""How the editions of a plan hang together: who follows or revises whom, and who came earlier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal

from planversion.rules.looking.subjects import Shelf, Volume

Key = Literal["previous", "revises"]
KEYS: tuple[Key, ...] = ("previous", "revises")
_NUMBER = re.compile(r"(\d+)")


def named(volume: Volume) -> Iterator[tuple[Key, str]]:
    """The editions that it follows and revises, by the key that says so."""
    for key in KEYS:
        edition = getattr(volume, key)
        if edition is not None:
            yield key, edition


class Chain:
    """The editions of one plan."""

    def __init__(self, shelf: Shelf, plan: str) -> None:
        self.volumes = shelf.by_plan.get(plan, ())

    @cached_property
    def editions(self) -> frozenset[str]:
        """The ids of all of them."""
        return frozenset(volume.edition for volume in self.volumes)

    @cached_property
    def _led_to(self) -> Mapping[str, list[str]]:
        """By edition, those that follow or revise it."""
        found: dict[str, list[str]] = {}
        for volume in self.volumes:
            for _, edition in named(volume):
                found.setdefault(edition, []).append(volume.edition)
        return found

    def is_named(self, edition: str) -> bool:
        """Whether another edition follows or revises it."""
        return any(one != edition for one in self._led_to.get(edition, ()))

    def after(self, edition: str) -> frozenset[str]:
        """Every edition that comes after it, however far; itself, where the chain is a circle."""
        found: set[str] = set()
        ahead = list(self._led_to.get(edition, ()))
        while ahead:
            one = ahead.pop()
            if one not in found:
                found.add(one)
                ahead += self._led_to.get(one, ())
        return frozenset(found)


def may_come_before(one: Volume, other: Volume) -> bool:
    """Whether the dates, else the numbers in the ids, let `one` be earlier than `other`."""
    if one.date and other.date:
        return one.date <= other.date
    return numbers(one.edition) <= numbers(other.edition)


def numbers(edition: str) -> tuple[int, ...]:
    """The numbers in an edition's id, by which 5-draft-2 comes after 4."""
    return tuple(int(number) for number in _NUMBER.findall(edition))


def first_of(volumes: Iterable[Volume]) -> Volume | None:
    """The earliest, by date, else by the numbers in its id; what has no date is a later draft."""
    return min(volumes, key=lambda one: (one.date or "9", numbers(one.edition)), default=None)
