"""What is left in two matched sections, sorted by departments: who else could it be?

A measure is written anew, and nobody's name survives. But one project of 高齢者支援課 stood there,
and one of 高齢者支援課 stands there now; or a project of four departments stood there, and four
projects stand there now, one for each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from planversion.suggesting.departments import Agreement
from planversion.suggesting.items import Side

CARRIED = 0.25
"""From here on a department counts as carried on by another."""
_IMAGINED = 5
"""So many departments in sections with nothing left are added: few tell nothing of accidents."""
_SHARED_OUT = 3
"""So many departments, shared out to one project each, are no accident wherever they stand."""


Ground = Literal["place", "departments", "names", "listing"]
"""What puts them together: a section and departments, departments wherever they stand, a name that
stands in another, or one that another lists as a part."""


class Remainder(NamedTuple):
    """Open items that belong together: those of the old edition, and those of the new."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    ground: Ground

    def turned(self) -> Remainder:
        """The same, seen from the new edition."""
        return Remainder(self.new, self.old, self.ground)


class Departments(NamedTuple):
    """The departments of both sides, and which carry on which."""

    old: Side
    new: Side
    agreement: Agreement

    def turned(self) -> Departments:
        """The same, asked from the new edition to the old."""
        return Departments(self.new, self.old, self.agreement.turned())

    def heirs(self, one: int, other: int) -> frozenset[str]:
        """The departments of the new item that carry on some of the old one."""
        was, now = self.old.items[one].departments, self.new.items[other].departments
        return frozenset(b for b in now if any(self._carries(a, b) for a in was))

    def ancestors(self, one: int, other: int) -> frozenset[str]:
        """The departments of the old item that some of the new one carry on."""
        was, now = self.old.items[one].departments, self.new.items[other].departments
        return frozenset(a for a in was if any(self._carries(a, b) for b in now))

    def fit(self, one: int, other: int) -> bool:
        """Whether the departments of one of them are all among those of the other."""
        was, now = self.old.items[one].departments, self.new.items[other].departments
        if not (was and now):
            return False
        return len(self.heirs(one, other)) == len(set(now)) or len(
            self.ancestors(one, other)
        ) == len(set(was))

    def carriers(self, was: str) -> frozenset[str]:
        """The new departments that carry on an old one, itself among them."""
        return self.agreement.carriers(was, CARRIED)

    def _carries(self, was: str, now: str) -> bool:
        return self.agreement.carried(was, now) >= CARRIED


def remainders(
    departments: Departments,
    sections: Mapping[int, int],
    open_old: Iterable[int],
    open_new: Iterable[int],
) -> Iterator[Remainder]:
    """The groups of open items that place and departments put together."""
    old, new = departments.old, departments.new
    here, there = _by_home(old, open_old), _by_home(new, open_new)
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for section, other in sorted(sections.items()):
        for group in _components(departments, here[section], there[other]):
            taken_old.update(group.old)
            taken_new.update(group.new)
            yield group
    left_old = _without(here, taken_old)
    left_new = _without(there, taken_new)
    split = _shared_out(departments, left_old, left_new)
    merged = _shared_out(departments.turned(), left_new, left_old)
    yield from unrivalled([*split, *(group.turned() for group in merged)])


def by_accident(
    departments: Departments,
    sections: Mapping[int, int],
    open_old: Sequence[int],
    open_new: Sequence[int],
) -> float:
    """How much of what stands together would do so if nobody had anything to do with another."""
    back = {t: s for s, t in sections.items()}
    forth = _by_accident(departments, sections, open_old, open_new)
    return (forth + _by_accident(departments.turned(), back, open_new, open_old)) / 2


def _by_accident(
    departments: Departments,
    sections: Mapping[int, int],
    open_old: Sequence[int],
    open_new: Sequence[int],
) -> float:
    """In how many sections has a department something left on either side, in how many on both?"""
    here, there = _carrying(departments.old, open_old), _carrying(departments.new, open_new)
    every = _carrying(departments.old, range(len(departments.old.items)))
    cells = [(s, t, d) for s, t in sections.items() for d in every.get(s, ())]
    left = [d in here.get(s, ()) for s, _, d in cells]
    come = [not departments.carriers(d).isdisjoint(there.get(t, ())) for _, t, d in cells]
    both = sum(one and other for one, other in zip(left, come, strict=True))
    return min(1.0, sum(left) * sum(come) / (len(cells) + _IMAGINED) / both) if both else 0.0


def _carrying(side: Side, items: Iterable[int]) -> dict[int, set[str]]:
    """By section, the departments of these items."""
    found: dict[int, set[str]] = defaultdict(set)
    for index in items:
        found[side.items[index].homes[0]].update(side.items[index].departments)
    return found


def unrivalled(groups: Sequence[Remainder]) -> list[Remainder]:
    """The groups that claim nobody whom another claims, too: where two do, it is a tie."""
    old = Counter(i for one in groups for i in one.old)
    new = Counter(j for one in groups for j in one.new)
    return [
        one
        for one in groups
        if all(old[i] == 1 for i in one.old) and all(new[j] == 1 for j in one.new)
    ]


def _without(by_home: Mapping[int, list[int]], taken: set[int]) -> dict[int, list[int]]:
    return {home: [one for one in rows if one not in taken] for home, rows in by_home.items()}


def _by_home(side: Side, items: Iterable[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for index in items:
        found[side.items[index].homes[0]].append(index)
    return found


def _components(departments: Departments, olds: list[int], news: list[int]) -> Iterator[Remainder]:
    """Who hangs together by departments."""
    edges = {i: {j for j in news if departments.fit(i, j)} for i in olds}
    left = [i for i in olds if edges[i]]
    while left:
        some, others = [left[0]], set(edges[left[0]])
        while more := [i for i in left if i not in some and others & edges[i]]:
            some += more
            others.update(*(edges[i] for i in more))
        left = [i for i in left if i not in some]
        yield Remainder(tuple(sorted(some)), tuple(sorted(others)), "place")


def divided(
    departments: Departments,
    sections: Mapping[int, int],
    pairs: Iterable[tuple[int, int]],
    open_new: Iterable[int],
) -> Iterator[Remainder]:
    """Pairs whose old item lost departments that an open one in the same section carries now.

    The other way round, with the sides turned, these are items that gained departments.
    """
    there = _by_home(departments.new, open_new)
    for one, other in sorted(pairs):
        homes = departments.old.items[one].homes[0], departments.new.items[other].homes[0]
        if sections.get(homes[0]) != homes[1]:
            continue
        lost = set(departments.old.items[one].departments) - departments.ancestors(one, other)
        heirs = [j for j in there[homes[1]] if _takes(departments, one, j, lost)]
        if heirs:
            yield Remainder((one,), (other, *heirs), "place")


def _takes(departments: Departments, one: int, other: int, lost: set[str]) -> bool:
    """Whether all departments of the open item are heirs of those that the pair lost."""
    now = set(departments.new.items[other].departments)
    taken = departments.ancestors(one, other)
    return bool(taken) and taken <= lost and departments.heirs(one, other) == now


def _shared_out(
    departments: Departments, olds: Mapping[int, list[int]], by_home: Mapping[int, list[int]]
) -> Iterator[Remainder]:
    """Projects of several departments, each of which has one project of its own now."""
    carriers = _by_department(departments.new, by_home)
    for one in sorted(one for rows in olds.values() for one in rows):
        was = set(departments.old.items[one].departments)
        if len(was) < _SHARED_OUT:
            continue
        homes = Counter(
            home
            for name in was
            for home in {h for b in departments.carriers(name) for h in carriers.get(b, ())}
        )
        for home in sorted(home for home, count in homes.items() if count == len(was)):
            group = [j for j in by_home[home] if departments.fit(one, j)]
            parts = [departments.ancestors(one, j) for j in group]
            apart = sum(map(len, parts)) == len(was) and set().union(*parts) == was
            if apart and len(group) >= _SHARED_OUT:
                yield Remainder((one,), tuple(group), "departments")


def _by_department(side: Side, by_home: Mapping[int, list[int]]) -> dict[str, set[int]]:
    """The sections in which a department has something open."""
    found: dict[str, set[int]] = defaultdict(set)
    for home, rows in by_home.items():
        for index in rows:
            for name in side.items[index].departments:
                found[name].add(home)
    return found
