"""Two edits of one edition's file made one file that loses nothing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from pydantic import JsonValue, ValidationError

from planversion.errors import Location, PlanversionError, Problem, UnmergeableError
from planversion.identities import identified
from planversion.merging.conflicts import Conflict, conflicts
from planversion.merging.editions import parts
from planversion.merging.hunks import Part, Side, version
from planversion.merging.nodes import Tree
from planversion.merging.outcomes import Outcome, said_alike, settled
from planversion.merging.outlines import ThreeEditions
from planversion.merging.proving import losses
from planversion.merging.reconciling import reconcile
from planversion.merging.weaving import Weaver, without
from planversion.messages import Message, say
from planversion.model import Edition
from planversion.model.saying import written
from planversion.yamltext import Source, read_edition

Three = tuple[Edition, Edition, Edition]
"""Base, ours and theirs, with all their ids."""


class Merge(NamedTuple):
    """Two edits of one file as one."""

    parts: tuple[Part, ...]
    """The file in order: lines that are settled, and the versions of those that are disputed."""
    conflicts: tuple[Conflict, ...]
    editions: Outcome[Edition]
    """What the file says if every dispute goes as ours has it, or as theirs; without any, both are
    the same."""
    newline: str
    """How its lines end."""

    def version(self, side: Side) -> str:
        """The file if every dispute goes one way."""
        return version(self.parts, side).replace("\n", self.newline)


def merge(base: Source, ours: Source, theirs: Source) -> Merge:
    """The file of `ours` with the edits that lead from `base` to `theirs`.

    Projects and sections are followed by their ids, or where they have none by the names and
    places that ids are minted from. Departments are sets, texts are merged by sentences, and what
    both changed differently is a conflict. Every change of either side is in the result or in a
    conflict: that is proven on what was written, read again. Raises UnmergeableError where it
    can't be proven; nothing is lost then, since nothing was made.
    """
    sources = (base, ours, theirs)
    was = identified(base.edition)
    editions = (was, identified(ours.edition, was), identified(theirs.edition, was))
    try:
        merged = reconcile(*editions)
    except ValidationError:
        why = say("the edits of both sides together make no edition")
        raise _refused(ours, why) from None
    unwritten = _ids(editions) - _ids(source.edition for source in sources)
    said = merged.map(written)
    trees = (Tree(one, written(edition)) for one, edition in zip(sources, editions, strict=True))
    if said_alike(*said):
        said, merged = settled(said.ours), settled(merged.ours)
    woven = Weaver(*trees, unwritten=unwritten).woven(said)
    newline = _newline(*(source.text for source in sources))
    found = Merge(tuple(woven), _conflicts(editions, merged), merged, newline)
    _prove(found, editions, unwritten, ours)
    return found


def _ids(editions: Iterable[Edition]) -> frozenset[str]:
    outlines = [edition.outline for edition in editions]
    return frozenset(
        chain(*(outline.projects for outline in outlines), *(o.places for o in outlines))
    )


def _conflicts(editions: Three, merged: Outcome[Edition]) -> tuple[Conflict, ...]:
    if merged.ours is merged.theirs:
        return ()
    was = parts(editions[0])
    three = ThreeEditions(was, *(parts(side, was) for side in editions[1:]))
    return conflicts(three, merged.map(lambda edition: parts(edition, was)))


def _newline(base: str, ours: str, theirs: str) -> str:
    """How lines end: as the side has it that changed it."""
    was, one, other = ("\r\n" if "\r\n" in text else "\n" for text in (base, ours, theirs))
    return other if one == was else one


def _prove(found: Merge, editions: Three, unwritten: frozenset[str], ours: Source) -> None:
    """Reads what would be written again; raises UnmergeableError where it isn't what was meant."""
    sides: tuple[Side, ...] = (
        ("ours",) if found.editions.ours is found.editions.theirs else ("ours", "theirs")
    )
    for side in sides:
        meant = without(written(getattr(found.editions, side)), unwritten)
        if not said_alike(_read(found.version(side), ours.name), meant):
            raise _refused(ours, say("the merged file would not have read back as meant"))
    if losses(*editions, found.editions):
        raise _refused(ours, say("a change of one side would have been lost"))


def _read(text: str, name: str) -> dict[str, JsonValue] | None:
    try:
        return written(read_edition(text.encode(), name).edition)
    except PlanversionError:
        return None


def _refused(ours: Source, why: Message) -> UnmergeableError:
    mend = say("Merge the file line by line.")
    return UnmergeableError([Problem("unmergeable", why, mend, Location(ours.name))])
