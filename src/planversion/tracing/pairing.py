"""Which file of one side is which of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple


class Known(NamedTuple):
    """An edition file: where it is, and which edition of which plan it says it is."""

    path: str
    plan: str
    edition: str


Pair = tuple[Known | None, Known | None]


def pairs(old: Iterable[Known], new: Iterable[Known]) -> tuple[Pair, ...]:
    """Every file in exactly one pair, in the order of the paths.

    An edition is the same wherever its file is; in a file that stayed, an edition may have become
    the next of its plan.
    """
    left, right = list(old), list(new)
    found: list[Pair] = []
    for alike in (_whole, _edition, _place):
        for was, now in list(_alike(left, right, alike)):
            left.remove(was)
            right.remove(now)
            found.append((was, now))
    every: list[Pair] = [*found, *((one, None) for one in left), *((None, one) for one in right)]
    return tuple(sorted(every, key=_path))


def _alike(
    old: list[Known], new: list[Known], alike: Callable[[Known], object]
) -> Iterator[tuple[Known, Known]]:
    """Those of both sides that are alike, each once."""
    free = {alike(known): known for known in reversed(new)}
    for known in old:
        if other := free.pop(alike(known), None):
            yield known, other


def _path(pair: Pair) -> str:
    old, new = pair
    some = new or old
    assert some
    return some.path


def _whole(known: Known) -> object:
    return known


def _edition(known: Known) -> object:
    return known.plan, known.edition


def _place(known: Known) -> object:
    return known.path, known.plan
