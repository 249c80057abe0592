"""Which file of one side is which of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from planversion.yamltext import Source

Step = tuple[Source | None, Source | None]
"""An edition on the old and on the new side; None where a side has no such file."""
Files = dict[str, Source]
"""Edition files by their path from the root."""


class _Known(NamedTuple):
    path: str
    plan: str
    edition: str


def steps(old: Files, new: Files) -> tuple[Step, ...]:
    """Every file in exactly one step, in the order of the paths.

    An edition is the same wherever its file is; in a file that stayed, an edition may have become
    the next of its plan.
    """
    left = {_known(path, source): source for path, source in old.items()}
    right = {_known(path, source): source for path, source in new.items()}
    found: dict[str, Step] = {}
    for alike in (_whole, _edition, _place):
        for was, now in list(_pairs(left, right, alike)):
            found[now.path] = left.pop(was), right.pop(now)
    ended = [(known.path, (source, None)) for known, source in left.items()]
    begun = [(known.path, (None, source)) for known, source in right.items()]
    every: list[tuple[str, Step]] = [*found.items(), *ended, *begun]
    return tuple(step for _, step in sorted(every, key=lambda one: one[0]))


def _pairs(
    old: dict[_Known, Source], new: dict[_Known, Source], alike: Callable[[_Known], object]
) -> Iterator[tuple[_Known, _Known]]:
    """Those of both sides that are alike, each once."""
    free = {alike(known): known for known in reversed(list(new))}
    for known in old:
        if other := free.pop(alike(known), None):
            yield known, other


def _known(path: str, source: Source) -> _Known:
    return _Known(path, source.edition.plan.id, source.edition.id)


def _whole(known: _Known) -> object:
    return known


def _edition(known: _Known) -> object:
    return known.plan, known.edition


def _place(known: _Known) -> object:
    return known.path, known.plan
