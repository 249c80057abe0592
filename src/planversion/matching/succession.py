"""Departments: which of the old are which of the new, as the editions declare it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Literal, NamedTuple

from planversion.matching.chain import Chain, tellers
from planversion.model import Department, Edition

Links = frozenset[tuple[str, str]]
"""(a department of the old edition, one of the new)."""
Basis = Literal["succession", "transfer"]


class Succession(NamedTuple):
    """Which departments succeed which, and which only took single projects over."""

    heirs: Links = frozenset()
    """Declared successions; the old department ended."""
    takers: Links = frozenset()
    """Declared takings; the old department lives on."""

    def explains(self, was: tuple[str, ...], now: tuple[str, ...]) -> Basis | None:
        """Whether reorganisation alone leads from the one list of departments to the other.

        It does where every departed department has an heir among those now, and every arrived
        one a predecessor among those before, each in the place of the other: who stands first
        often leads, and that isn't reorganised.
        """
        departed, arrived = set(was) - set(now), set(now) - set(was)
        if not (departed or arrived):
            return None
        if _covered(self.heirs, departed, arrived, was, now):
            return "succession"
        both = self.heirs | self.takers
        return "transfer" if _covered(both, departed, arrived, was, now) else None

    def reorganisations(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """Old and new departments that hang together by succession, each group once."""
        groups = _groups(self.heirs)
        return tuple(sorted((tuple(sorted(old)), tuple(sorted(new))) for old, new in groups))


def _covered(
    links: Links, departed: set[str], arrived: set[str], was: tuple[str, ...], now: tuple[str, ...]
) -> bool:
    return (
        all(any((old, new) in links for new in now) for old in departed)
        and all(any((old, new) in links for old in was) for new in arrived)
        # Of several that became one, or one that became several, one may have left its place.
        and (_in_order(links, was, now) or _in_order({(b, a) for a, b in links}, now, was))
    )


def _in_order(
    links: AbstractSet[tuple[str, str]], was: tuple[str, ...], now: tuple[str, ...]
) -> bool:
    """Whether each department now can stand where itself or a predecessor stood."""
    reached = 0
    for new in now:
        stood = (at for at, old in enumerate(was) if old == new or (old, new) in links)
        reached = next((at for at in stood if at >= reached), len(was))
    return reached < len(was)


def _groups(links: Links) -> list[tuple[set[str], set[str]]]:
    groups: list[tuple[set[str], set[str]]] = []
    for old, new in sorted(links):
        touching = [group for group in groups if old in group[0] or new in group[1]]
        merged = ({old}, {new})
        for group in touching:
            merged[0].update(group[0])
            merged[1].update(group[1])
            groups.remove(group)
        groups.append(merged)
    return groups


def succession(chain: Chain) -> Succession:
    """What the editions of the chain declare of their departments, from the first to the last."""
    if len(chain) == 1:
        return Succession()
    heirs: Links | None = None
    every: Links | None = None
    for old, new in pairwise(chain):
        step_heirs, step_takers = _step(old, new)
        heirs = _composed(heirs, step_heirs, old, new)
        every = _composed(every, step_heirs | step_takers, old, new)
    assert heirs is not None
    assert every is not None
    return Succession(_real(heirs), _real(every - heirs))


def _real(links: Links) -> Links:
    return frozenset((old, new) for old, new in links if old != new)


def _step(old: Edition, new: Edition) -> tuple[Links, Links]:
    heirs: set[tuple[str, str]] = set()
    takers: set[tuple[str, str]] = set()
    for teller, other, backwards in tellers(old, new):
        known = {department.name for department in other.departments}
        for department in teller.departments:
            heirs.update(_linked(department, department.succeeds, known, backwards=backwards))
            takers.update(_linked(department, department.takes_from, known, backwards=backwards))
    return frozenset(heirs), frozenset(takers)


def _linked(
    department: Department, others: tuple[str, ...], known: set[str], *, backwards: bool
) -> Iterator[tuple[str, str]]:
    for other in others:
        if other in known:
            yield (department.name, other) if backwards else (other, department.name)


def _composed(so_far: Links | None, step: Links, old: Edition, new: Edition) -> Links:
    """The links of this step after those before it; who stays is linked to itself."""
    names = {department.name for department in old.departments}
    staying = {(d.name, d.name) for d in new.departments if d.name in names}
    links = step | staying
    if so_far is None:
        return links
    onward: dict[str, list[str]] = {}
    for middle, last in links:
        onward.setdefault(middle, []).append(last)
    return frozenset((first, last) for first, middle in so_far for last in onward.get(middle, ()))
