"""Lists rearranged: who leaves, then who arrives, each at the position it shall have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planversion.applying.refusing import refused
from planversion.changes import (
    Change,
    EntryAdded,
    EntryRemoved,
    EntryReordered,
    LineageChange,
    Member,
    Moved,
    Relisted,
    Reordered,
    Spot,
    Unlisted,
)
from planversion.messages import say


class Container(NamedTuple):
    """A list of an edition: the rows of a section, the sections below one, or a list of entries."""

    of: str
    owner: str | None


class Step(NamedTuple):
    """An item that leaves a list, or arrives in it at a position."""

    container: Container
    item: str
    position: int
    arrives: bool


class Arrangement:
    """All steps of a diff, by list."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self._leaving: dict[Container, set[str]] = {}
        self._arriving: dict[Container, list[tuple[int, str]]] = {}
        for change in changes:
            for step in _steps(change):
                self._take(step)

    def _take(self, step: Step) -> None:
        if step.arrives:
            self._arriving.setdefault(step.container, []).append((step.position, step.item))
        else:
            self._leaving.setdefault(step.container, set()).add(step.item)

    @property
    def containers(self) -> list[Container]:
        """The lists that change."""
        return list(dict.fromkeys((*self._leaving, *self._arriving)))

    def arranged(self, container: Container, items: list[str]) -> list[str]:
        """The list after all steps; raises InapplicableError where they don't fit it."""
        leaving = self._leaving.get(container, set())
        if missing := sorted(leaving.difference(items)):
            raise refused(say("{id} is not where the diff has it", id=missing[0]))
        left = [item for item in items if item not in leaving]
        for index, item in sorted(self._arriving.get(container, ())):
            if item in left or index > len(left):
                raise refused(say("{id} can't stand where the diff puts it", id=item))
            left.insert(index, item)
        return left


def _steps(change: Change) -> Iterator[Step]:
    match change:
        case (
            Moved(subject=subject, old=old, new=new) | Reordered(subject=subject, old=old, new=new)
        ):
            yield _step(subject, old, arrives=False)
            yield _step(subject, new, arrives=True)
        case Relisted(subject=subject, new=spot):
            yield _step(subject, spot, arrives=True)
        case Unlisted(subject=subject, old=spot):
            yield _step(subject, spot, arrives=False)
        case LineageChange(old=before, new=after):
            yield from _all(before, arrive=False)
            yield from _all(after, arrive=True)
        case EntryAdded(part=part, key=key, index=index):
            yield Step(Container("entries", part), key, index, arrives=True)
        case EntryRemoved(part=part, key=key, index=index):
            yield Step(Container("entries", part), key, index, arrives=False)
        case EntryReordered(part=part, key=key, old=was, new=now):
            yield Step(Container("entries", part), key, was, arrives=False)
            yield Step(Container("entries", part), key, now, arrives=True)
        case _:
            return


def _all(members: tuple[Member, ...], *, arrive: bool) -> Iterator[Step]:
    """The steps of the members that one edition only has."""
    for member in members:
        if not member.lives:
            yield from (_step(member.id, spot, arrives=arrive) for spot in member.spots)


def _step(subject: str, spot: Spot, *, arrives: bool) -> Step:
    of = "rows" if subject.startswith("p-") else "sections"
    return Step(Container(of, spot.section), subject, spot.index, arrives)
