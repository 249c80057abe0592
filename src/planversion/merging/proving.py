"""The law of merging: every change of either side is in the merge, or in a conflict."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.merging.editions import Parts, ThreeEditions
from planversion.merging.outcomes import Outcome, alike
from planversion.merging.sequences import turned
from planversion.merging.statements import Said, orders, statements, subjects

Loss = tuple[str, ...]
"""What got lost: a subject and a statement of it, or a list and two of its names."""


def losses(three: ThreeEditions, merged: Outcome[Parts]) -> tuple[Loss, ...]:
    """The changes of a side that are not in the merge if every dispute goes that side's way.

    What one version has and the other doesn't is disputed, so nothing is lost where this is empty.
    It looks at the editions only, and at nothing that the merge was made with.
    """
    found: list[Loss] = []
    was = subjects(three.base)
    for side, now in zip((three.ours, three.theirs), merged, strict=True):
        found += sorted(_lost_statements(was, subjects(side), subjects(now)))
        found += sorted(_lost_order(three.base, side, now))
    return tuple(found)


def _lost_statements(
    base: dict[str, Said], side: dict[str, Said], merged: dict[str, Said]
) -> Iterator[Loss]:
    for name in {**base, **side}:
        if alike(base.get(name), side.get(name)):
            continue
        was, now, there = (statements(said.get(name)) for said in (base, side, merged))
        for lost in ((now - was) - there) | ((was - now) & there):
            yield name, *lost


def _lost_order(base: Parts, side: Parts, merged: Parts) -> Iterator[Loss]:
    was, there = orders(base), orders(merged)
    for name, now in orders(side).items():
        if name in was and name in there and now != was[name]:
            among = frozenset(there[name])
            kept = turned(was[name], there[name])
            pairs = turned(was[name], now) - kept
            yield from ((name, a, b) for a, b in pairs if a in among and b in among)
