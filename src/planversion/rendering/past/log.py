"""One project or section through every commit: what `planversion log` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planversion.changes import LineageChange, SubjectChange
from planversion.commits import Commit
from planversion.messages import Message, say
from planversion.model import Edition
from planversion.rendering.explaining import reasons
from planversion.rendering.page import (
    Block,
    Bullets,
    Heading,
    Item,
    Line,
    Page,
    Paragraph,
    Span,
    line,
)
from planversion.rendering.past.telling import Archive, heading, versions
from planversion.rendering.speaking import Speaker
from planversion.rendering.whereabouts import speaker_of
from planversion.rendering.wording import told
from planversion.tracing import Event, Followed, Version

UNREAD = say("Can't be read here; what changed is told where it can be read again.")


class Ending(NamedTuple):
    """Up to where a history is told."""

    tip: Commit
    unread: tuple[Version, ...]
    """What can't be read there, so that what it changed is told nowhere."""


def log(followed: Followed, ending: Ending, archive: Archive) -> Page:
    """The page: whom it came from and who came from it, and every event, newest first."""
    speaker, names = Speaker(archive.language), family_names(followed, archive)
    head = Heading(1, line(names[followed.subject], "  ", Span(followed.subject, "quiet")))
    told = (*family(followed, names, speaker), *missing(ending))
    kin = (Paragraph(speaker.fill(sentence)) for sentence in told)
    events = (block for event in followed.events for block in _event(event, archive))
    return Page((head, *kin, *events))


def missing(ending: Ending) -> Iterator[Message]:
    """What the reader must know: what could not be read."""
    for version in ending.unread:
        yield say("{file} can't be read, so what it changed is missing here.", file=version.path)


def family_names(followed: Followed, archive: Archive) -> dict[str, str]:
    """What everybody was called last."""
    found: dict[str, str] = {}
    for event in reversed(followed.events):
        for version in (*event.stride.old, event.stride.new):
            known = archive.imprints(version) if version else None
            found |= known.names if known else {}
    return found


def family(followed: Followed, names: dict[str, str], speaker: Speaker) -> Iterator[Message]:
    """Whom it came from, and who came from it, if anybody did."""
    if followed.ancestors:
        yield say("Came from: {names}", names=speaker.names(_called(followed.ancestors, names)))
    if followed.heirs:
        yield say("What came from it: {names}", names=speaker.names(_called(followed.heirs, names)))


def _called(ids: Iterable[str], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(f"{names.get(one, '')} ({one})".lstrip() for one in sorted(ids))


def _event(event: Event, archive: Archive) -> Iterator[Block]:
    yield Heading(2, heading(event.stride.commit))
    yield Paragraph(versions(event.stride, archive))
    yield Bullets(tuple(items(event, archive)))


def items(event: Event, archive: Archive) -> Iterator[Item]:
    """What happened, each thing as an item."""
    if event.stride.unread:
        yield Item(Speaker(archive.language).fill(UNREAD))
    elif event.comparison is None:
        yield from _one_sided(event, archive)
    elif not event.changes:
        yield Item(Speaker(archive.language).fill(say("Goes on unchanged.")))
    else:
        speaker, why = speaker_of(event.comparison, archive.language), reasons(event.comparison)
        for change in event.changes:
            if isinstance(change, SubjectChange | LineageChange):
                yield why.below(told(change, speaker), change, speaker)


def _one_sided(event: Event, archive: Archive) -> Iterator[Item]:
    """What there is to say where nothing was before, or nothing is left."""
    new = event.stride.new
    edition = archive.editions(new or event.stride.old[0])
    speaker = archive.speaker(edition)
    for subject in sorted(event.subjects):
        known = where(subject, edition, speaker)
        gone = say("The file is gone, and with it: {what}", what=known)
        yield Item(speaker.fill(say("First recorded: {what}", what=known) if new else gone))


def where(subject: str, edition: Edition, speaker: Speaker) -> Line:
    """A subject by its name, and where it stands."""
    outline = edition.outline
    if subject in outline.places:
        place = outline.places[subject]
        code = Span(place.code, "code")
        return line(speaker.level(subject), Span(place.section.title, "strong"), " [", code, "]")
    places = [row.place for row in outline.placements(subject)]
    codes = [line(Span(one.code or one.section.title, "code")) for one in places]
    name = Span(outline.record(subject).name, "strong")
    return line(name, " [", speaker.listed(codes), "]")
