"""What happened to the sections that both editions have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planversion.changes import Annotated, FieldChange, Moved, Renumbered, Reordered, SubjectChange
from planversion.comparing.order import unsteady
from planversion.comparing.records import Judge
from planversion.comparing.spots import section_spot
from planversion.matching import Matching
from planversion.model import Section
from planversion.model.places import Place

Sections = tuple[Section, ...]


def section_changes(was: Place, now: Place, judge: Judge) -> Iterable[SubjectChange]:
    """How a section differs from itself in the old edition, but for what is below it."""
    one, other, moved = was.section, now.section, was.parent != now.parent
    same = one.title == other.title and one.number == other.number and one.note == other.note
    return () if same and not moved else _changes(was, now, judge, moved=moved)


def _changes(was: Place, now: Place, judge: Judge, *, moved: bool) -> Iterator[SubjectChange]:
    one, other, old, new = was.section, now.section, section_spot(was), section_spot(now)
    if one.title != other.title:
        yield judge.naming(now.id, (old, new), (one.title, other.title))
    if one.number != other.number:
        yield Renumbered(subject=now.id, old=old, new=new, was=one.number, now=other.number)
    if moved:
        yield Moved(subject=now.id, old=old, new=new)
    if one.note != other.note:
        note = FieldChange("note", one.note, other.note)
        yield Annotated(subject=now.id, old=old, new=new, fields=(note,))


def reordered(was: Sections, now: Sections, matching: Matching) -> Iterator[Reordered]:
    """Sections that change their order among those that stay below one section."""
    for one in unsteady(_ids(was), _ids(now)) if was and now else ():
        spots = section_spot(matching.old.places[one]), section_spot(matching.new.places[one])
        yield Reordered(subject=one, old=spots[0], new=spots[1])


def _ids(sections: Sections) -> list[str]:
    return [section.id or "" for section in sections]
