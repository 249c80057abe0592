"""Order: which of two lists' common items keep it, and where a change stands in reading order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from planversion.changes import Spot
from planversion.model.places import Outline, Place

_ITSELF = -1
"""Before the rows of a section."""
_AFTER_ALL_ROWS = 1 << 30


class Reading(NamedTuple):
    """A position in reading order."""

    section: int
    """The section of the new edition, or the last before it that lives on."""
    row: int
    """The row there, or the one that what ended stood behind."""
    old_section: int = 0
    """For what ended: the order of its section, or of rows behind one neighbour."""
    old_row: int = 0


def unsteady(was: Sequence[str], now: Sequence[str]) -> frozenset[str]:
    """Common items that change their order: as few as possible, the same seen from either side."""
    if was == now:
        return frozenset()
    there, here = frozenset(was), frozenset(now)
    common = [item for item in was if item in here]
    ordered = [item for item in now if item in there]
    if common == ordered:
        return frozenset()
    # Several sets may be the fewest; reading both lists in a fixed direction settles which.
    one, other = sorted((common, ordered))
    return frozenset(common) - _longest_common(one, other)


def _longest_common(one: list[str], other: list[str]) -> frozenset[str]:
    """The items of a longest common subsequence of two permutations (patience sorting)."""
    ranks = {item: rank for rank, item in enumerate(one)}
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for item in other:
        rank = ranks[item]
        pile = bisect_left(tails, rank)
        before[rank] = tails[pile - 1] if pile else None
        tails[pile : pile + 1] = [rank]
    kept, last = set(), tails[-1] if tails else None
    while last is not None:
        kept.add(one[last])
        last = before[last]
    return frozenset(kept)


class ReadingOrder:
    """Reading order of two editions in one: the new one's, and what ended after its neighbour."""

    def __init__(self, old: Outline, new: Outline) -> None:
        self._old = old
        self._new = new

    def of_row(self, spot: Spot, *, ended: bool) -> Reading:
        """Where a row of the new edition, or one of the old that isn't there now, is told."""
        section = spot.section or ""
        if not ended:
            return Reading(self._new.places[section].order, spot.index)
        if section in self._new.places:
            order, neighbour = self._new.places[section].order, self._neighbour(section, spot.index)
            return Reading(order, neighbour, 1, spot.index)
        place = self._old.places[section]
        return Reading(self._living_before[section], _AFTER_ALL_ROWS, place.order, spot.index)

    def of_section(self, identifier: str) -> Reading:
        """Where a section of either edition is told."""
        place = self._new.places.get(identifier)
        if place is not None:
            return Reading(place.order, _ITSELF)
        order = self._old.places[identifier].order
        return Reading(self._living_before[identifier], _AFTER_ALL_ROWS, order, _ITSELF)

    def _neighbour(self, section: str, index: int) -> int:
        """The position now of the nearest row that stood before and still stands here."""
        now = {project: position for position, project in enumerate(self._new.rows[section])}
        before = reversed(self._old.rows[section][:index])
        return next((now[project] for project in before if project in now), _ITSELF)

    @cached_property
    def _living_before(self) -> dict[str, int]:
        """By old section, the order of the nearest one before it that lives on."""
        nearest, order = {}, _ITSELF
        for identifier in self._old.places:
            place: Place | None = self._new.places.get(identifier)
            order = place.order if place else order
            nearest[identifier] = order
        return nearest
