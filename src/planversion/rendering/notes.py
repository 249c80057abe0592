"""The notes column of the old/new table: what became of each row, in the words of such tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planversion.changes import (
    Annotated,
    LineageChange,
    Member,
    Moved,
    Reassigned,
    Renamed,
    SubjectChange,
)
from planversion.comparing import Comparison, Row
from planversion.messages import Message, say
from planversion.rendering.vocabulary import KINDS

_FROM: dict[str, Message] = {
    "replaced": say("replaces {places}"),
    "merged": say("merges {places}"),
    "absorbed": say("absorbs {places}"),
    "split": say("split from {places}"),
    "split_off": say("split off {places}"),
    "transferred": say("takes over from {places}"),
    "reorganised": say("reorganised from {places}"),
}
_INTO: dict[str, Message] = {
    "replaced": say("replaced by {places}"),
    "merged": say("merged into {places}"),
    "absorbed": say("absorbed by {places}"),
    "split": say("split into {places}"),
    "reorganised": say("reorganised into {places}"),
}


class Notes:
    """Writes the notes of one comparison's rows."""

    def __init__(self, comparison: Comparison) -> None:
        lineages = [c for c in comparison.diff.changes if isinstance(c, LineageChange)]
        self._of_living = {
            member.id: change
            for change in lineages
            if change.of == "projects"
            for member in change.new
            if member.lives and any(not other.lives for other in change.old)
        }

    def on_new(self, row: Row) -> Iterator[Message]:
        """What the new side of the row says of where it comes from and what changed."""
        absorbed = self._of_living.get(row.new[0].project)
        if absorbed is not None:
            yield _from(absorbed)
        for change in row.changes:
            if isinstance(change, LineageChange):
                yield KINDS["added"] if change.kind == "added" else _from(change)
            elif not _unsaid(change):
                yield _changed(change)

    def on_old(self, row: Row) -> Iterator[Message]:
        """What the old side of a row without a counterpart beside it says of where it went."""
        for change in row.changes:
            if isinstance(change, Moved):
                yield say("moved to {place}", place=change.new.code)
            elif isinstance(change, LineageChange):
                yield _into(change)
            elif change.kind == "unlisted":
                yield KINDS["unlisted"]


def _from(change: LineageChange) -> Message:
    sources = [member for member in change.old if not member.lives] or change.old
    return say(_FROM[change.kind].text, places=_codes(sources))


def _into(change: LineageChange) -> Message:
    if change.kind == "removed":
        return KINDS["removed"]
    targets = [member for member in change.new if not member.lives] or change.new
    return say(_INTO[change.kind].text, places=_codes(targets))


def _codes(members: Iterable[Member]) -> str:
    """The places of their records, each once, in the order of the members."""
    return "・".join(dict.fromkeys(member.spots[0].code for member in members))


def _unsaid(change: SubjectChange) -> bool:
    """Remarks of the file's editors, and departments that only have another name."""
    return isinstance(change, Annotated) or (
        isinstance(change, Reassigned) and change.basis == "succession"
    )


def _changed(change: SubjectChange) -> Message:
    if isinstance(change, Moved):
        return say("moved from {place}", place=change.old.code)
    if isinstance(change, Renamed) and change.nature == "editorial":
        return say("respelled")
    return KINDS[change.kind]
