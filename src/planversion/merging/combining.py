"""Two edits of one edition's file made one file that loses nothing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from operator import eq
from typing import NamedTuple

from pydantic import JsonValue, ValidationError

from planversion.collector import without_collector
from planversion.errors import Location, Problem, UnmergeableError
from planversion.identities import identified
from planversion.merging.choosing import Equal
from planversion.merging.conflicts import Conflict, conflicts
from planversion.merging.editions import ThreeEditions, parts
from planversion.merging.hunks import Part, Side, version
from planversion.merging.nodes import Tree
from planversion.merging.outcomes import Outcome, said_alike, settled
from planversion.merging.proving import losses
from planversion.merging.reconciling import reconcile
from planversion.merging.weaving import Weaver, without
from planversion.messages import Message, say
from planversion.model import Edition, Project
from planversion.model.saying import written
from planversion.yamltext import Source
from planversion.yamltext.parsing import ComplaintError, parse

Values = dict[str, JsonValue]
Sources = tuple[Source, Source, Source]
"""Base, ours and theirs."""


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
    with without_collector():
        return _merged((base, ours, theirs))


def _merged(sources: Sources) -> Merge:
    editions = _identified(*(source.edition for source in sources))
    was = parts(editions[0])
    three = ThreeEditions(was, *(parts(side, was) for side in editions[1:]))
    merged = _reconciled(three, sources)
    unwritten = _ids(editions) - _ids(source.edition for source in sources)
    trees = (Tree(one, written(edition)) for one, edition in zip(sources, editions, strict=True))
    # Only free-form values can be equal and not the same, and few plans have any.
    equal = said_alike if any(map(_free, editions)) else eq
    said = merged.map(written)
    woven = Weaver(*trees, unwritten=unwritten, equal=equal).woven(said)
    newline = _newline(*(source.text for source in sources))
    chosen = merged.map(lambda edition: parts(edition, was))
    disputes = () if merged.ours is merged.theirs else conflicts(three, chosen)
    found = Merge(tuple(woven), disputes, merged, newline)
    meant = said.map(lambda one: without(one, unwritten) if unwritten else one)
    _prove(found, meant, equal, sources)
    if losses(three, chosen):
        raise _refused(sources, say("a change of one side would have been lost"))
    return found


def _identified(base: Edition, ours: Edition, theirs: Edition) -> tuple[Edition, ...]:
    was = identified(base)
    return was, identified(ours, was), identified(theirs, was)


def _reconciled(three: ThreeEditions, sources: Sources) -> Outcome[Edition]:
    """Both versions; one and the same where nothing is disputed."""
    try:
        merged = reconcile(three)
    except ValidationError:
        why = say("the edits of both sides together make no edition")
        raise _refused(sources, why) from None
    return settled(merged.ours) if _same(*merged) else merged


def _ids(editions: Iterable[Edition]) -> frozenset[str]:
    outlines = [edition.outline for edition in editions]
    return frozenset(
        chain(*(outline.projects for outline in outlines), *(o.places for o in outlines))
    )


def _newline(base: str, ours: str, theirs: str) -> str:
    """How lines end: as the side has it that changed it."""
    was, one, other = ("\r\n" if "\r\n" in text else "\n" for text in (base, ours, theirs))
    return other if one == was else one


def _prove(found: Merge, meant: Outcome[Values], equal: Equal, sources: Sources) -> None:
    """Reads what would be written again; raises UnmergeableError where it isn't what was meant."""
    versions: tuple[Side, ...] = ("ours", "theirs") if found.conflicts else ("ours",)
    for side in versions:
        if not _says(found.version(side), getattr(meant, side), equal):
            raise _refused(sources, say("the merged file would not have read back as meant"))


def _says(text: str, meant: Values, equal: Equal) -> bool:
    """Whether the text says these values of a sound edition."""
    try:
        tree, complaints = parse(text)
        # The values of an edition are one, so that only what writes defaults out is judged again.
        if complaints or equal(tree, meant):
            return not complaints
        return equal(written(Edition.model_validate(tree, by_alias=True, by_name=False)), meant)
    except (ComplaintError, ValidationError):
        return False


def _same(one: Edition, other: Edition) -> bool:
    """Whether two editions are the same, and not only equal as `true` and `1` are."""
    return one == other and said_alike(_free(one), _free(other))


def _free(edition: Edition) -> list[dict[str, JsonValue]]:
    """The values of which a file may choose the type."""
    rows = (row for place in edition.outline.places.values() for row in place.section.projects)
    return [row.attributes for row in rows if isinstance(row, Project) and row.attributes]


def _refused(sources: Sources, why: Message) -> UnmergeableError:
    return UnmergeableError([Problem("unmergeable", why, None, Location(sources[1].name))])
