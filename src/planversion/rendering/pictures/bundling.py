"""Ribbons too many to be followed by eye, gathered at the sections that they leave and reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from planversion.rendering.pictures.flows import Flow, Ribbon
from planversion.rendering.pictures.kinds import ORDER, Kind

ELSEWHERE = ""
"""Instead of a section: any other; no id is empty."""
MOST_CROSSING = 30
"""So many ribbons may cross in one step; of more, only the thicker are drawn from end to end."""


def bundled(of: Flow) -> Flow:
    """The flow as it is drawn: every placement still leaves its section, and reaches one."""
    return of._replace(steps=tuple(tuple(_step(ribbons)) for ribbons in of.steps))


def _step(ribbons: tuple[Ribbon, ...]) -> Iterable[Ribbon]:
    sizes = sorted((_size(one) for one in ribbons if _crosses(one)), reverse=True)
    if len(sizes) <= MOST_CROSSING:
        return ribbons
    limit = sizes[MOST_CROSSING]
    thin = [one for one in ribbons if _crosses(one) and _size(one) <= limit]
    return (*(one for one in ribbons if one not in thin), *_gathered(thin))


def _crosses(one: Ribbon) -> bool:
    return None not in (one.old, one.new) and one.old != one.new and one.kind != "kept"


def _size(one: Ribbon) -> int:
    return max(one.was, one.now)


def _gathered(thin: list[Ribbon]) -> Iterable[Ribbon]:
    leaving: Counter[tuple[str | None, Kind]] = Counter()
    reaching: Counter[tuple[str | None, Kind]] = Counter()
    for one in thin:
        leaving[one.old, one.kind] += one.was
        reaching[one.new, one.kind] += one.now
    for (old, kind), count in sorted(leaving.items(), key=_by_kind):
        yield Ribbon(old, ELSEWHERE, kind, count, 0)
    for (new, kind), count in sorted(reaching.items(), key=_by_kind):
        yield Ribbon(ELSEWHERE, new, kind, 0, count)


def _by_kind(item: tuple[tuple[str | None, Kind], int]) -> int:
    return ORDER.index(item[0][1])
