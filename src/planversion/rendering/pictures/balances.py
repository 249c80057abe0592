"""Which departments carry more than before, and which less: the value that bars are drawn from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from planversion.changes import EditionReference
from planversion.comparing import Comparison
from planversion.comparing.comparison import reference
from planversion.comparing.departments import printed
from planversion.matching import Succession
from planversion.model.places import Outline, Placement

Names = tuple[str, ...]
Carrier = tuple[int, str]
"""A department by its name, in the old edition (0) or the new one (1)."""


class Balance(NamedTuple):
    """One department, or several that became several others, which count as one."""

    old: Names
    """What it is called in the old edition; nothing where nobody was called so."""
    new: Names
    was: int
    """Placements that name it in the old edition."""
    now: int
    gained: int
    """Placements more, row by row; with `lost`, what leads from `was` to `now`."""
    lost: int

    @property
    def more(self) -> int:
        """By how much it carries more; less than 0 where it carries less."""
        return self.now - self.was


class Balances(NamedTuple):
    """Every department of both editions, in exactly one line, who gained most first."""

    title: str
    """The plan's."""
    old: EditionReference
    new: EditionReference
    lines: tuple[Balance, ...]


def balances(comparison: Comparison) -> Balances:
    """How many placements each department carries in both editions, reorganisations followed."""
    lines = sorted(_lines(comparison), key=lambda one: (-one.more, -one.now, one.old, one.new))
    return Balances(
        title=comparison.new.plan.title,
        old=reference(comparison.old),
        new=reference(comparison.new),
        lines=tuple(lines),
    )


def _lines(comparison: Comparison) -> Iterator[Balance]:
    old, new = comparison.matching.old, comparison.matching.new
    names: tuple[set[str], set[str]] = _named(old), _named(new)
    groups = _groups(names, comparison.matching.succession)
    sums = _sums(comparison, groups)
    for key in sorted(set(groups.values())):
        yield Balance(
            old=tuple(sorted(name for name in names[0] if groups[0, name] == key)),
            new=tuple(sorted(name for name in names[1] if groups[1, name] == key)),
            was=sums.was[key],
            now=sums.now[key],
            gained=sums.gained[key],
            lost=sums.lost[key],
        )


class _Sums(NamedTuple):
    """Placements by department: in both editions, and what was gained and lost row by row."""

    was: Counter[Carrier]
    now: Counter[Carrier]
    gained: Counter[Carrier]
    lost: Counter[Carrier]


def _sums(comparison: Comparison, groups: Mapping[Carrier, Carrier]) -> _Sums:
    old, new = comparison.matching.old, comparison.matching.new
    sums = _Sums(Counter(), Counter(), Counter(), Counter())
    for row in comparison.rows:
        was = [key for one in row.old for key in _carriers(0, old, one, groups)]
        now = [key for one in row.new for key in _carriers(1, new, one, groups)]
        # Most rows are carried as before: nothing is made for these.
        if was != now:
            sums.gained.update(Counter(now) - Counter(was))
            sums.lost.update(Counter(was) - Counter(now))
        for key in was:
            sums.was[key] += 1
        for key in now:
            sums.now[key] += 1
    return sums


def _named(side: Outline) -> set[str]:
    rows = (row for place in side.places.values() for row in side.listed(place))
    return {name for row in rows for name in printed(side, row)}


def _groups(names: tuple[set[str], set[str]], known: Succession) -> Mapping[Carrier, Carrier]:
    """By department, the first of those that hang together with it by name or by succession."""
    groups: dict[Carrier, set[Carrier]] = {
        (side, name): {(side, name)} for side, some in enumerate(names) for name in some
    }
    for old, new in (*_lasting(names, known), *sorted(known.heirs)):
        if old in names[0] and new in names[1]:
            joined = groups[0, old] | groups[1, new]
            groups |= dict.fromkeys(joined, joined)
    return {carrier: min(group) for carrier, group in groups.items()}


def _lasting(names: tuple[set[str], set[str]], known: Succession) -> Iterator[tuple[str, str]]:
    """Departments of both editions; where one took the name of another that ended, it isn't it."""
    ended, begun = {old for old, _ in known.heirs}, {new for _, new in known.heirs}
    for name in sorted(names[0] & names[1]):
        if not (name in ended and name in begun):
            yield name, name


def _carriers(
    at: int, side: Outline, row: Placement, groups: Mapping[Carrier, Carrier]
) -> Iterable[Carrier]:
    """Whoever carries a placement; once, however many of a group it names."""
    return dict.fromkeys(groups[at, name] for name in printed(side, row))
