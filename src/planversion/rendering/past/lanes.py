"""A family through time as lanes: who was there when, and what happened where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from planversion.changes import Change, LineageChange, SubjectChange
from planversion.rendering.past.log import family_names
from planversion.rendering.past.telling import Archive
from planversion.tracing import Event, Followed

Shape = Literal["recorded", "changed", "family", "gone"]
"""What a mark is: each has a shape of its own."""


class Mark(NamedTuple):
    """Something that happened to one member, at a column from 0."""

    column: int
    shape: Shape


class Lane(NamedTuple):
    """One member of a family."""

    id: str
    name: str
    own: bool
    """Whether it is the one that was asked for."""
    first: int
    last: int
    """The columns from which to which it is listed."""
    marks: tuple[Mark, ...]


class Link(NamedTuple):
    """Someone came from someone: two lanes by their place, at a column."""

    column: int
    old: int
    new: int


class Lanes(NamedTuple):
    """A family, and the editions that begin at columns."""

    lanes: tuple[Lane, ...]
    links: tuple[Link, ...]
    editions: tuple[tuple[int, str], ...]
    events: tuple[Event, ...]
    """Oldest first, a column each."""


def lanes(followed: Followed, archive: Archive) -> Lanes:
    """The lanes: ancestors first, then the one asked for, then heirs."""
    events = tuple(reversed(followed.events))
    names = family_names(followed, archive)
    every = (*sorted(followed.ancestors), followed.subject, *sorted(followed.heirs))
    found = tuple(
        lane
        for one in dict.fromkeys(every)
        if (lane := _lane(one, names.get(one, one), events, own=one == followed.subject))
    )
    rows = {lane.id: row for row, lane in enumerate(found)}
    return Lanes(found, tuple(_links(events, rows)), tuple(_editions(events, archive)), events)


def _lane(subject: str, name: str, events: tuple[Event, ...], *, own: bool) -> Lane | None:
    columns = [column for column, event in enumerate(events) if subject in event.subjects]
    if not columns:
        return None
    marks = (
        Mark(column, shape)
        for column in columns
        if (shape := _shape(events[column], subject)) is not None
    )
    return Lane(subject, name, own, columns[0], _last(subject, columns, events), tuple(marks))


def _last(subject: str, columns: list[int], events: tuple[Event, ...]) -> int:
    """Where it is listed no more; the last column while it still is."""
    ends = any(_ends(subject, change) for change in events[columns[-1]].changes)
    gone = events[columns[-1]].stride.new is None
    return columns[-1] if ends or gone else len(events) - 1


def _ends(subject: str, change: Change) -> bool:
    return isinstance(change, LineageChange) and any(
        member.id == subject and not member.lives for member in change.old
    )


def _shape(event: Event, subject: str) -> Shape | None:
    if event.stride.new is None:
        return "gone"
    if event.comparison is None:
        return "recorded"
    if any(_has(change, subject) for change in event.changes):
        return "family"
    own = (c for c in event.changes if isinstance(c, SubjectChange))
    return "changed" if any(change.subject == subject for change in own) else None


def _has(change: Change, subject: str) -> bool:
    return isinstance(change, LineageChange) and any(
        member.id == subject for member in (*change.old, *change.new)
    )


def _links(events: tuple[Event, ...], rows: dict[str, int]) -> Iterator[Link]:
    for column, event in enumerate(events):
        for change in event.changes:
            if isinstance(change, LineageChange):
                yield from _declared(column, change, rows)


def _declared(column: int, change: LineageChange, rows: dict[str, int]) -> Iterator[Link]:
    for declared in change.declarations:
        for old in declared.old:
            for new in declared.new:
                if old != new and old in rows and new in rows:
                    yield Link(column, rows[old], rows[new])


def _editions(events: tuple[Event, ...], archive: Archive) -> Iterator[tuple[int, str]]:
    """Each edition where it is first met."""
    seen: set[str] = set()
    for column, event in enumerate(events):
        known = archive.imprints(event.stride.new) if event.stride.new else None
        if known and known.edition not in seen:
            seen.add(known.edition)
            yield column, known.label
