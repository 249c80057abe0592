"""What the outline of an edition says otherwise than before, one alteration a subject."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planversion.changes import (
    Annotated,
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
from planversion.messages import Message, say
from planversion.model import Path
from planversion.model.places import Outline
from planversion.rules.looking.errata import Errata
from planversion.rules.looking.identities import living_path
from planversion.rules.looking.subjects import Revision

Word = Message | str
"""What of a subject is altered: a key of the file, or in words."""


class Alteration(NamedTuple):
    """A subject that isn't as it was, and where."""

    subject: str
    """Its id, or what else it is known by: it goes into errata."""
    name: str
    what: tuple[Word, ...]
    """Nothing where the whole subject is new or gone."""
    path: Path
    before: Path | None


def outline_alterations(revision: Revision, corrected: Errata) -> Iterator[Alteration]:
    """Sections and projects that are not as they were, or that are new; errata cover theirs."""
    by_subject: dict[str, list[SubjectChange]] = {}
    for change in revision.comparison.diff.changes:
        if isinstance(change, LineageChange):
            yield from _begun(change, revision, corrected)
        elif isinstance(change, SubjectChange) and not _covered(change, corrected):
            by_subject.setdefault(change.subject, []).append(change)
    for subject, changes in by_subject.items():
        yield _altered(subject, changes, revision)


def _covered(change: SubjectChange, corrected: Errata) -> bool:
    if isinstance(change, Annotated):
        return True
    spots = [getattr(change, side, None) for side in ("old", "new")]
    codes = [spot.code for spot in spots if spot is not None]
    renamed = isinstance(change, Reassigned) and set(change.was) ^ set(change.now)
    return corrected.cover(change.subject, codes) or bool(
        renamed and renamed <= corrected.departments
    )


def _altered(subject: str, changes: list[SubjectChange], revision: Revision) -> Alteration:
    matching = revision.comparison.matching
    words = tuple({str(word): word for change in changes for word in _words(change)}.values())
    path, name = _standing(matching.new, subject, getattr(changes[0], "new", None))
    if len(words) == 1 and isinstance(words[0], str):
        path = (*path, words[0])
    before, _ = _standing(matching.old, subject, getattr(changes[0], "old", None))
    return Alteration(subject, name, words, path, before)


def _standing(side: Outline, subject: str, spot: Spot | None) -> tuple[Path, str]:
    """Where a section stands, or the row of a project, else its record; and what it is called."""
    if subject in side.places:
        place = side.places[subject]
        return place.path, place.section.title
    name = side.record(subject).name
    if spot is not None and spot.section is not None:
        return (*side.places[spot.section].path, "projects", spot.index), name
    return next(row.path for row in side.placements(subject) if row.primary), name


def _words(change: SubjectChange) -> Iterator[Word]:
    match change:
        case Renamed():
            yield "title" if change.subject.startswith("s-") else "name"
        case Renumbered():
            yield "number"
        case Reassigned():
            yield "departments"
        case Moved():
            yield say("the section it stands in")
        case Reordered():
            yield say("the order")
        case Relisted() | Unlisted() | PrimaryChanged():
            yield say("where it is listed")
        case Revised() | Reworded() | Annotated():
            yield from (field.field for field in change.fields)


def _begun(change: LineageChange, revision: Revision, corrected: Errata) -> Iterator[Alteration]:
    """Who is new; and who is gone and had no id, so that nothing else asks for it."""
    new, old = revision.comparison.matching.new, revision.comparison.matching.old
    for member in change.new:
        if not member.lives:
            path, name = _standing(new, member.id, None)
            subject = member.id if _has(revision.new.edition.outline, member.id) else name
            if not corrected.cover(subject, [spot.code for spot in member.spots]):
                yield Alteration(subject, name, (), path, None)
    for member in change.old:
        if not (member.lives or _has(revision.old.edition.outline, member.id)):
            before, name = _standing(old, member.id, None)
            path = living_path(old.places.get(member.spots[0].section or ""), new)
            yield Alteration(name, name, (), path, before)


def _has(side: Outline, identifier: str) -> bool:
    return identifier in side.projects or identifier in side.places
