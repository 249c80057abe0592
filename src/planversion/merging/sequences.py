"""Two edits of the order of one list.

What a side says of order is said pair by pair: which of two items comes first. A pair that one
side turned around is turned around in the result; where the pairs of both sides contradict each
other, as in a ring, no order says all of them, and each side keeps its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cmp_to_key, partial
from itertools import combinations
from typing import Any

from planversion.merging.outcomes import Outcome, said_alike, settled

Order = Sequence[str]


def merged_order(
    base: Order, ours: Order, theirs: Order, members: Outcome[Any]
) -> Outcome[list[str]]:
    """The members in an order that both sides' edits of the list lead to, else in each side's.

    Every member stands in the list of at least one side. What one side alone put in stands behind
    the neighbour it has there, ours before theirs.
    """
    found = _merged(base, ours, theirs, members)
    lost = (_lost(base, side, order) for side, order in zip((ours, theirs), found, strict=True))
    if not any(lost):
        return found
    # What a side stands behind was taken elsewhere by the other, and took along what it turned.
    one, other = _only(ours, members.ours), _only(theirs, members.theirs)
    return Outcome(
        _filled(one, one, _only(theirs, members.ours)),
        _filled(other, _only(ours, members.theirs), other),
    )


def _merged(base: Order, ours: Order, theirs: Order, members: Outcome[Any]) -> Outcome[list[str]]:
    if said_alike(*members.map(sorted)):
        among = frozenset(members.ours)
        b, o, t = (_only(order, among) for order in (base, ours, theirs))
        return _skeleton(b, o, t).map(lambda skeleton: _filled(skeleton, o, t))
    alone = members.map(lambda some: _merged(base, ours, theirs, settled(some)))
    return Outcome(alone.ours.ours, alone.theirs.theirs)


def _lost(base: Order, side: Order, order: Order) -> bool:
    """Whether a pair that the side turned around stands as it did."""
    among = frozenset(order)
    was, now = _only(base, among), _only(side, among)
    return not turned(was, now) <= turned(was, order)


def _only(order: Order, members: Collection[str]) -> list[str]:
    return [item for item in order if item in members]


def _skeleton(base: Order, ours: Order, theirs: Order) -> Outcome[list[str]]:
    """The order of what both sides list."""
    shared = frozenset(ours).intersection(theirs)
    was, one, other = (_only(order, shared) for order in (base, ours, theirs))
    if other in (one, was):
        return settled(one)
    if one == was:
        return settled(other)
    start, end = _same_ends(one, other)
    middle = _turned(was, one[start:end], other[start:end])
    if middle is None:
        return Outcome(one, other)
    return settled([*one[:start], *middle, *one[end:]])


def _same_ends(one: list[str], other: list[str]) -> tuple[int, int]:
    """What is left of two lists of the same items without what they begin and end with alike."""
    pairs = list(zip(one, other, strict=True))
    differing = [index for index, (a, b) in enumerate(pairs) if a != b]
    return differing[0], differing[-1] + 1


def _turned(was: Order, ours: Order, theirs: Order) -> list[str] | None:
    """The one order in which each pair stands as a side turned it; None where there is none."""
    ranks = [{item: rank for rank, item in enumerate(order)} for order in (was, ours, theirs)]
    if any(_contradicted(a, b, ranks) for a, b in combinations(ours, 2)):
        return None
    found = sorted(ours, key=cmp_to_key(partial(_compared, ranks)))
    rings = any(not _first(a, b, ranks) for a, b in combinations(found, 2))
    return None if rings else found


def _contradicted(a: str, b: str, ranks: list[dict[str, int]]) -> bool:
    """Whether the sides disagree on a pair that the base says nothing of."""
    was, ours, theirs = ranks
    known = a in was and b in was
    return not known and (ours[a] < ours[b]) != (theirs[a] < theirs[b])


def _compared(ranks: list[dict[str, int]], a: str, b: str) -> int:
    return -1 if _first(a, b, ranks) else 1


def _first(a: str, b: str, ranks: list[dict[str, int]]) -> bool:
    """Whether `a` comes before `b`."""
    was, ours, theirs = ranks
    here = ours[a] < ours[b]
    if a not in was or b not in was or here != (was[a] < was[b]):
        return here
    return theirs[a] < theirs[b]


def _filled(skeleton: list[str], ours: Order, theirs: Order) -> list[str]:
    """The order with what one side alone lists, each behind its neighbour there."""
    behind: dict[str | None, list[str]] = {}
    known = frozenset(skeleton)
    for order in (ours, theirs):
        _collect(order, known, behind)
    return [*behind.get(None, ()), *(item for one in skeleton for item in _with(one, behind))]


def _collect(order: Order, known: Collection[str], behind: dict[str | None, list[str]]) -> None:
    neighbour = None
    for item in order:
        if item in known:
            neighbour = item
        else:
            behind.setdefault(neighbour, []).append(item)


def _with(item: str, behind: dict[str | None, list[str]]) -> Iterable[str]:
    return (item, *behind.get(item, ()))


def turned(was: Order, now: Order) -> frozenset[tuple[str, str]]:
    """The pairs of names in both lists that stand the other way round now."""
    there, ranks = frozenset(was), {name: rank for rank, name in enumerate(now)}
    common = [name for name in was if name in ranks]
    if common == [name for name in now if name in there]:
        return frozenset()
    return frozenset((a, b) for a, b in combinations(common, 2) if ranks[a] > ranks[b])
