"""What is left together in a section, or shared out to departments: who of it is whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from planversion.suggesting.groups import Group, Pair
from planversion.suggesting.remainders import Remainder

_ALONE = 0.8
"""How often what is left in a section, of the same departments, is the same."""
SEVERAL = 0.8
"""How often a whole and its parts, in one section or by their names, are such."""
_SHARED_OUT = 0.75
"""The same where only the departments say so."""
_ALIKE = 0.05
"""How alike the wording must be where several of either side are left."""
_AMONG_SEVERAL = 0.5
_MOST = 8
"""More heirs or ancestors than this are no split or merger that anybody would believe."""

Alike = Mapping[int, Mapping[int, float]]
"""By old item, how alike the new ones are that it was held against."""


def groups_of(one: Remainder, alike: Alike) -> Iterator[Group]:
    """The groups that items left together make; none where nothing tells them apart."""
    several = min(len(one.old), len(one.new)) > 1
    if several:
        yield from _alike_among(one, alike)
    elif max(len(one.old), len(one.new)) <= _MOST:
        alone = len(one.old) == len(one.new)
        sure = (_ALONE if alone else SEVERAL) if one.ground == "place" else _SHARED_OUT
        yield Group(one.old, one.new, sure, None, one.ground)


def _alike_among(one: Remainder, alike: Alike) -> Iterator[Group]:
    """Where several are left on both sides: who is most alike, if each is to the other."""
    news = set(one.new)
    values = {(i, j): v for i in one.old for j, v in alike.get(i, {}).items() if j in news}
    by_old, by_new = _downwards(values, 0), _downwards(values, 1)
    for (i, j), value in sorted(values.items()):
        best = by_old[i][0] == by_new[j][0] == value >= _ALIKE
        if best and value not in (*by_old[i][1:2], *by_new[j][1:2]):
            yield Group((i,), (j,), _AMONG_SEVERAL, None, one.ground)


def _downwards(values: Mapping[Pair, float], side: int) -> Mapping[int, list[float]]:
    """By item of that side, how alike it is to others, the most alike first."""
    found: dict[int, list[float]] = defaultdict(list)
    for pair, value in values.items():
        found[pair[side]].append(value)
    return {item: sorted(some, reverse=True) for item, some in found.items()}
