"""Each change in words: one line, and lines below it where there is more to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import assert_never

from planversion.changes import (
    Annotated,
    Basis,
    DepartmentSucceeded,
    EditionRevised,
    EntryChange,
    EntryRevised,
    FieldChange,
    LineageChange,
    Moved,
    PrimaryChanged,
    Reassigned,
    Relisted,
    Renamed,
    Renumbered,
    Reordered,
    Revised,
    Reworded,
    Spot,
    SubjectChange,
    Unlisted,
)
from planversion.messages import say
from planversion.rendering.lineages import carried_by, family, reasons, succession
from planversion.rendering.page import Item, Line, Role, Span, line
from planversion.rendering.speaking import Speaker
from planversion.rendering.texts import both, field_items
from planversion.rendering.vocabulary import KINDS, PARTS, STATUSES

TellableChange = SubjectChange | LineageChange | DepartmentSucceeded | EditionRevised
"""What is told one by one; entries beside the outline are told by list."""


def kind_word(kind: str, speaker: Speaker) -> Span:
    """The kind as readers know it."""
    return Span(speaker.word(KINDS[kind]), "kind")


def told(change: TellableChange, speaker: Speaker) -> Item:
    """The change as an item: its kind, its subject and what happened."""
    item = told_without_kind(change, speaker)
    return Item(line(kind_word(change.kind, speaker), " ", item.line), item.below)


def told_without_kind(change: TellableChange, speaker: Speaker) -> Item:
    """The change under a heading that says its kind."""
    match change:
        case LineageChange():
            head = line(family(change, speaker), carried_by(change, speaker))
            return Item(head, tuple(reasons(change, speaker)))
        case DepartmentSucceeded():
            return Item(succession(change, speaker))
        case EditionRevised(part=part, fields=fields):
            worded = tuple(_worded(field, speaker) for field in fields)
            return Item(line(speaker.word(PARTS[part])), field_items(worded, speaker))
        case Renamed(subject=subject):
            return Item(line(speaker.level(subject), renaming(change, speaker)))
        case _:
            return _subject(change, speaker)


def _subject(change: SubjectChange, speaker: Speaker) -> Item:
    spot = change.old if isinstance(change, Unlisted) else change.new
    colon = speaker.word(say(": "))
    head = line(speaker.level(change.subject), _named(change, spot, speaker))
    said = what_happened(change, speaker)
    fields = field_items(_fields(change, speaker), speaker)
    return Item(line(head, colon, said) if said else head, fields)


def _named(change: SubjectChange, spot: Spot, speaker: Speaker) -> Line:
    """The subject by its name; a listing by that of its project, and how it is printed there."""
    listing = isinstance(change, Relisted | Unlisted | Reworded) or getattr(
        change, "listing", False
    )
    name = speaker.projects.get(change.subject, spot.name) if listing else spot.name
    remark = speaker.fill(say(" (relisted)")) if listing else ()
    printed = say(" as {name}", name=Span(spot.name)) if listing and spot.name != name else None
    return line(Span(name, "strong"), remark, speaker.fill(printed) if printed else ())


def _fields(change: SubjectChange, speaker: Speaker) -> tuple[FieldChange, ...]:
    """The fields below the change, as the rows print them."""
    match change:
        case Revised(fields=fields) | Annotated(fields=fields):
            return fields
        case Reworded(fields=fields):
            return tuple(_printed(field, change, speaker) for field in fields)
        case _:
            return ()


def _printed(field: FieldChange, change: Reworded, speaker: Speaker) -> FieldChange:
    """What a relisting leaves out is printed as the record has it."""
    if field.field == "as":
        return replace(field, was=change.old.name, now=change.new.name)
    if field.field == "departments":
        same = speaker.word(say("as in the main listing"))
        return replace(field, was=field.was or same, now=field.now or same)
    return field


def _worded(field: FieldChange, speaker: Speaker) -> FieldChange:
    """The status of an edition in words."""
    if field.field != "status":
        return field
    was, now = (speaker.word(STATUSES[str(value)]) for value in (field.was, field.now))
    return replace(field, was=was, now=now)


def what_happened(change: SubjectChange, speaker: Speaker) -> Line:
    """What happened to the subject, without its name and kind; empty where fields say it."""
    match change:
        case Renamed():
            return renaming(change, speaker)
        case Renumbered(old=old, new=new):
            return line(Span(old.code, "was"), " → ", Span(new.code, "now"))
        case Reordered(old=old, new=new):
            position = say("position {was} → {now}", was=old.index + 1, now=new.index + 1)
            return speaker.fill(position)
        case Reassigned(was=was, now=now, basis=basis):
            names = _compared(was, now, speaker), " → ", _compared(now, was, speaker, "now")
            return line(*names, basis_of(basis, speaker))
        case Moved(old=old, new=new):
            return _way(old, new, speaker)
        case PrimaryChanged(old=old, new=new, now=now):
            stays = say(" ({place} stays as a relisting)", place=speaker.code(old))
            gone = say(" (no longer listed at {place})", place=speaker.code(old))
            remark = speaker.fill(stays if now else gone)
            return line(_way(old, new, speaker), remark)
        case Relisted(new=spot) | Unlisted(old=spot) | Reworded(new=spot):
            return line(speaker.code(spot))
        case Revised() | Annotated():
            return ()
        case _:
            assert_never(change)


def _compared(
    names: tuple[str, ...], others: tuple[str, ...], speaker: Speaker, role: Role = "was"
) -> Line:
    """Departments, those marked that the other side doesn't have."""
    if not names:
        return speaker.names(names)
    marked = [line(Span(name, "plain" if name in others else role)) for name in names]
    return speaker.listed(marked)


def _way(old: Spot, new: Spot, speaker: Speaker) -> Line:
    """From where to where: by place codes, and by titles where these don't tell the two apart."""
    if old.code != new.code:
        return line(speaker.code(old), " → ", speaker.code(new))
    was, now = (_titled(spot, speaker) for spot in (old, new))
    return line(was, " → ", now)


def _titled(spot: Spot, speaker: Speaker) -> Line:
    return line(Span(spot.code, "code"), " " if spot.code else "", speaker.title(spot.section))


def renaming(change: Renamed, speaker: Speaker) -> Line:
    """Old and new name, and whether that means anything."""
    return line(both(change.was, change.now), _nature(change, speaker))


def _nature(change: Renamed, speaker: Speaker) -> Line:
    if change.nature == "editorial":
        return speaker.fill(say(" (spelling only)"))
    if change.stage is None:
        return ()
    was, now = change.stage
    return speaker.fill(say(" (stage: {was} → {now})", was=was, now=now))


def basis_of(basis: Basis | None, speaker: Speaker) -> Line:
    """What explains other departments, if anything does."""
    match basis:
        case "succession":
            return speaker.fill(say(" (reorganisation)"))
        case "transfer":
            return speaker.fill(say(" (declared transfer)"))
        case None:
            return ()


def entries(changes: Sequence[EntryChange], speaker: Speaker) -> Iterator[Item]:
    """Entries beside the outline: by list and kind, by name where readers know them by name."""
    for (part, kind), group in groupby(sorted(changes, key=_list_and_kind), _list_and_kind):
        found = list(group)
        head = line(kind_word(kind, speaker), " ", speaker.word(PARTS[part]), " ")
        if kind == "entry_revised":
            yield from _revisions(found, head, speaker)
        elif part == "departments":
            yield Item(line(head, speaker.names(tuple(change.key for change in found))))
        else:
            yield Item(line(head, str(len(found))))


def _list_and_kind(change: EntryChange) -> tuple[str, str]:
    return change.part, change.kind


def _revisions(changes: Sequence[EntryChange], head: Line, speaker: Speaker) -> Iterator[Item]:
    for change in changes:
        if isinstance(change, EntryRevised):
            fields = field_items(change.fields, speaker)
            yield Item(line(head, Span(change.key, "strong")), fields)
