"""Which edition follows which, of those named or of all of a plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from planversion.cli.naming import Library
from planversion.errors import NoInputError, Problem, UsageError
from planversion.messages import say
from planversion.model import Edition
from planversion.yamltext import Source

if TYPE_CHECKING:
    from planversion.cli.choosing import Shelf


class Sequel(NamedTuple):
    """An edition after another, and where both were found."""

    old: Source
    new: Source
    shelf: Shelf


def sequels(names: Sequence[str], library: Library) -> tuple[Sequel, ...]:
    """The steps from edition to edition, the first one first.

    Of several editions, each after the one named before it; of one, it and those it follows; of a
    plan, of all its editions. Raises a PlanversionError where a name means nothing.
    """
    if len(names) > 1:
        every = [(library.source(name), library.shelf(name)) for name in names]
        return tuple(Sequel(old, new, shelf) for (old, _), (new, shelf) in pairwise(every))
    plans = _plans(library) if not names or _may_be_a_plan(names[0]) else {}
    if names and names[0] not in plans:
        shelf = library.shelf(names[0])
        return tuple(_back(library.source(names[0]), shelf))[::-1]
    plan = names[0] if names else _only(plans)
    return _of_plan(plans[plan], library.folder)


def _may_be_a_plan(name: str) -> bool:
    return not {"/", "@", ":", "."} & set(name) and name != "-"


def _plans(library: Library) -> dict[str, list[Source]]:
    """Every edition of the working folder by its plan."""
    found: dict[str, list[Source]] = {}
    for source in map(library.folder.read, library.folder.names()):
        found.setdefault(source.edition.plan.id, []).append(source)
    return found


def _only(plans: dict[str, list[Source]]) -> str:
    if not plans:
        what = say("no edition was found")
        raise NoInputError([Problem("no-input", what, say("Name a file."))])
    if len(plans) > 1:
        what = say("there are several plans here, and a feed tells of one")
        mend = say("Name one of {names}.", names=", ".join(sorted(plans)))
        raise UsageError([Problem("ambiguous", what, mend)])
    return next(iter(plans))


def _of_plan(editions: Sequence[Source], shelf: Shelf) -> tuple[Sequel, ...]:
    lines = [tuple(_back(one, shelf)) for one in editions]
    # An edition comes after all that it goes back to.
    return tuple(line[0] for line in sorted(lines, key=len) if line)


def _back(source: Source, shelf: Shelf) -> Iterator[Sequel]:
    """The steps that led to an edition, the last one first."""
    seen = {source.edition.id}
    while (old := _before(source, shelf)) and old.edition.id not in seen:
        yield Sequel(old, source, shelf)
        seen.add(old.edition.id)
        source = old


def _before(source: Source, shelf: Shelf) -> Source | None:
    """The edition it is told against: an adopted one's last edition, a draft's last draft."""
    plan = source.edition.plan.id
    for name in filter(None, _named(source.edition)):
        with suppress(NoInputError):
            return shelf.source(f"{plan}@{name}")
    return None


def _named(edition: Edition) -> tuple[str | None, ...]:
    header = edition.header
    if header.status == "adopted":
        return (header.previous,)
    return (header.revises, header.previous)
