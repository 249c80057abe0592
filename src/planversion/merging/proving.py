"""The law of merging: every change of either side is in the merge, or in a conflict."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.merging.editions import Parts, parts
from planversion.merging.outcomes import Outcome
from planversion.merging.sequences import turned
from planversion.merging.statements import Statement, orders, statements
from planversion.model import Edition

Loss = tuple[str, ...]
"""What got lost: a statement, or a list and two of its names."""


def losses(
    base: Edition, ours: Edition, theirs: Edition, merged: Outcome[Edition]
) -> tuple[Loss, ...]:
    """The changes of a side that are not in the merge if every dispute goes that side's way.

    What one version has and the other doesn't is disputed, so nothing is lost where this is empty.
    It looks at the editions only, and at nothing that the merge was made with.
    """
    was = parts(base)
    found: list[Loss] = []
    for side, now in zip((ours, theirs), merged, strict=True):
        before, after = parts(side, was), parts(now, was)
        found += sorted(_lost_statements(was, before, after))
        found += sorted(_lost_order(was, before, after))
    return tuple(found)


def _lost_statements(base: Parts, side: Parts, merged: Parts) -> frozenset[Statement]:
    was, now, there = statements(base), statements(side), statements(merged)
    return frozenset(((now - was) - there) | ((was - now) & there))


def _lost_order(base: Parts, side: Parts, merged: Parts) -> Iterator[Loss]:
    was, there = orders(base), orders(merged)
    for name, now in orders(side).items():
        if name in was and name in there and now != was[name]:
            among = frozenset(there[name])
            kept = turned(was[name], there[name])
            pairs = turned(was[name], now) - kept
            yield from ((name, a, b) for a, b in pairs if a in among and b in among)
