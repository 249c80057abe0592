"""The notes column of the old/new table: what became of each row, in the words of such tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planversion.changes import (
    Change,
    FieldChange,
    LineageChange,
    Member,
    Moved,
    PrimaryChanged,
    Renamed,
    Reworded,
    Spot,
    SubjectChange,
)
from planversion.comparing import Comparison, Row
from planversion.messages import Message, say
from planversion.model import Placement
from planversion.rendering.summary import news
from planversion.rendering.vocabulary import KINDS
from planversion.rendering.whereabouts import called

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
    "split_off": say("split off into {places}"),
    "transferred": say("partly transferred to {places}"),
    "reorganised": say("reorganised into {places}"),
}


class Note(NamedTuple):
    """What happened, by its kind and in words."""

    kind: str
    """A key of `vocabulary.KINDS`."""
    words: Message


class Notes:
    """Writes the notes of one comparison's rows and measures."""

    def __init__(self, comparison: Comparison) -> None:
        matching = comparison.matching
        self._sections = called(matching.old, matching.new)
        self._returned = {one.id for edition in matching.chain[1:] for one in edition.returned} - {
            *matching.old.projects,
            *matching.old.places,
        }
        self._told: dict[str, list[Note]] = {}
        """By subject, what is said of a section, and of a project that others came to or from."""
        for change in filter(news, comparison.diff.changes):
            for subject, note in self._of_subjects(change):
                self._told.setdefault(subject, []).append(note)

    def on_new(self, row: Row, new: Placement) -> Iterator[Note]:
        """What the new side of the row says of where it comes from and what changed."""
        if row.how in ("new", "lineage") and not new.primary:
            yield Note("relisted", _relisted(row))
            return
        if new.primary:
            yield from self._told.get(new.project, ())
        elif row.old and row.old[0].primary:
            yield Note("primary_changed", say("now a relisting"))
        for change in filter(news, row.changes):
            if not isinstance(change, LineageChange):
                yield self._changed(change)
            elif new.project in self._returned:
                yield Note(change.kind, say("back again"))
            else:
                yield _origin(change)

    def on_old(self, row: Row) -> Iterator[Note]:
        """What the old side of a row without a counterpart beside it says of where it went."""
        for change in row.changes:
            if isinstance(change, Moved):
                place = self._place(change.new, change.old)
                yield Note("moved", say("moved to {place}", place=place))
            elif isinstance(change, LineageChange):
                yield _into(change)
            elif change.kind == "unlisted":
                yield Note("unlisted", KINDS["unlisted"])

    def on_section(self, section: str) -> Iterator[Note]:
        """What became of a measure, before what became of its rows."""
        level = self._sections[section].level or say("section")
        for kind, words in self._told.get(section, ()):
            yield Note(kind, say("{level}: {note}", level=level, note=words))

    def _of_subjects(self, change: Change) -> Iterator[tuple[str, Note]]:
        """What the change says of sections, and of projects that live on in a family."""
        if isinstance(change, LineageChange):
            yield from _of_members(change)
        elif isinstance(change, SubjectChange) and change.subject.startswith("s-"):
            yield change.subject, self._changed(change)

    def _changed(self, change: SubjectChange) -> Note:
        return Note(change.kind, self._words(change))

    def _words(self, change: SubjectChange) -> Message:
        match change:
            case Moved(old=old, new=new):
                return say("moved from {place}", place=self._place(old, new))
            case PrimaryChanged(old=old, new=new):
                return say("main listing, before at {place}", place=self._place(old, new))
            case Renamed(nature="editorial"):
                return say("respelled")
            case Reworded(fields=(FieldChange(field="marked", now=now),)):
                return say("mark (relisted) added") if now else say("mark (relisted) dropped")
            case _:
                return KINDS[change.kind]

    def _place(self, spot: Spot, other: Spot) -> str:
        """A place by its code; by its title where that doesn't tell it from the other."""
        section = self._sections.get(spot.section or "")
        titled = section is not None and spot.code in ("", other.code)
        return f"{spot.code}「{section.title}」" if section and titled else spot.code


def _relisted(row: Row) -> Message:
    """A listing that came on top, or one of a project that is new itself: that is told of it."""
    for change in row.changes:
        if isinstance(change, LineageChange):
            return say("{note} (relisted)", note=_origin(change).words)
    return KINDS["relisted"]


def _of_members(change: LineageChange) -> Iterator[tuple[str, Note]]:
    sections = change.of == "sections"
    yield from ((m.id, _into(change)) for m in change.old if sections and not m.lives)
    yield from ((m.id, _origin(change)) for m in change.new if sections and not m.lives)
    yield from ((m.id, note) for m in change.new if m.lives for note in _on_living(m, change))


def _on_living(member: Member, change: LineageChange) -> Iterator[Note]:
    """Whom a member that lives on came from, and who came from it."""
    for declared in change.declarations:
        if member.id in declared.new and set(declared.old) - {member.id}:
            yield _from(change)
        if member.id in declared.old and set(declared.new) - {member.id}:
            yield _into(change)


def _origin(change: LineageChange) -> Note:
    return Note("added", KINDS["added"]) if change.kind == "added" else _from(change)


def _from(change: LineageChange) -> Note:
    sources = [member for member in change.old if not member.lives] or _declared(change, "old")
    return Note(change.kind, _placed(_FROM, change, sources))


def _into(change: LineageChange) -> Note:
    targets = [member for member in change.new if not member.lives] or _declared(change, "new")
    return Note(change.kind, _placed(_INTO, change, targets))


def _declared(change: LineageChange, side: str) -> list[Member]:
    """Those who live on, and are declared on this side; all of them where nobody is."""
    named = {one for declared in change.declarations for one in getattr(declared, side)}
    members: tuple[Member, ...] = getattr(change, side)
    return [member for member in members if member.id in named] or list(members)


def _placed(words: dict[str, Message], change: LineageChange, members: list[Member]) -> Message:
    """The kind with the places it leads from or to; the bare kind where it leads nowhere."""
    known = words.get(change.kind)
    return say(known.text, places=_codes(members)) if known else KINDS[change.kind]


def _codes(members: list[Member]) -> str:
    """The places of their records, each once, in the order of the members."""
    codes = dict.fromkeys(member.spots[0].code for member in members)
    return "・".join(code or f"「{members[0].name}」" for code in codes)
