"""Two lists of names read as one: what both have, in its order, and what one alone has between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planversion.merging.outcomes import Outcome


class Alignment(NamedTuple):
    """Two lists side by side."""

    before: list[str]
    """Names in an order that suits both."""
    turned: Outcome[list[str]]
    """Names whose order differs, in that of each."""
    after: list[str]


def aligned(ours: Sequence[str], theirs: Sequence[str]) -> Alignment:
    """The two lists side by side."""
    shared = frozenset(ours).intersection(theirs)
    one, other = ([name for name in names if name in shared] for names in (ours, theirs))
    differing = [
        index for index, pair in enumerate(zip(one, other, strict=True)) if len({*pair}) > 1
    ]
    if not differing:
        return Alignment(interleaved(ours, theirs), Outcome([], []), [])
    first, last = differing[0], differing[-1]
    starts = Outcome(ours.index(one[first]), theirs.index(other[first]))
    ends = Outcome(ours.index(one[last]) + 1, theirs.index(other[last]) + 1)
    return Alignment(
        interleaved(ours[: starts.ours], theirs[: starts.theirs]),
        Outcome(list(ours[starts.ours : ends.ours]), list(theirs[starts.theirs : ends.theirs])),
        interleaved(ours[ends.ours :], theirs[ends.theirs :]),
    )


def interleaved(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """All names of both; what both have is in one order, what stands between ours first."""
    ranks = {name: rank for rank, name in enumerate(theirs)}
    known, found, read = frozenset(ours), list[str](), 0
    for name in ours:
        if name in ranks:
            found += [other for other in theirs[read : ranks[name]] if other not in known]
            read = max(read, ranks[name] + 1)
        found.append(name)
    return [*found, *(other for other in theirs[read:] if other not in known)]
