"""The outline of the new edition, from the old one's tables and the changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planversion.applying.arranging import Arrangement
from planversion.applying.refusing import refused
from planversion.applying.tables import Tables, put_together, taken_apart
from planversion.applying.updating import updated
from planversion.changes import (
    Annotated,
    Change,
    Diff,
    FieldChange,
    LineageChange,
    Member,
    Moved,
    PrimaryChanged,
    Reassigned,
    Relisted,
    Renamed,
    Renumbered,
    Revised,
    Reworded,
    SubjectChange,
    Unlisted,
)
from planversion.messages import say
from planversion.model import Edition, Project, Section


def rebuilt(edition: Edition, diff: Diff, arrangement: Arrangement) -> tuple[Section, ...]:
    """The sections of the new edition; raises InapplicableError where the diff doesn't fit."""
    tables = taken_apart(edition)
    try:
        _populate(tables, diff.changes)
        _arrange(tables, arrangement)
        _relist(tables, diff.changes)
        _update(tables, diff.changes)
        _refuse_losses(tables, diff.changes)
        return put_together(tables)
    except KeyError as error:
        raise refused(say("{id} is not where the diff has it", id=error.args[0])) from None


def _populate(tables: Tables, changes: Iterable[Change]) -> None:
    """Who is new gets its tables; who ended keeps its until nothing stands there any more."""
    for change in changes:
        if isinstance(change, LineageChange):
            for member in change.new:
                _bring(tables, member)
            for member in change.old:
                _end(tables, member)


def _bring(tables: Tables, member: Member) -> None:
    match member.record:
        case Section() as section:
            tables.sections[member.id] = section
            tables.rows[member.id] = []
            tables.below[member.id] = []
        case Project() as project:
            if len(member.spots) != len(member.listings):
                raise refused(say("{id} can't stand where the diff puts it", id=member.id))
            sections = (spot.section or "" for spot in member.spots)
            tables.records[member.id] = project
            tables.listings[member.id] = dict(zip(sections, member.listings, strict=True))
        case None:
            pass


def _end(tables: Tables, member: Member) -> None:
    match member.record:
        case Project() as project:
            if tables.records.pop(member.id) != project:
                raise refused(say("{field} doesn't say what the diff says it did", field=member.id))
            del tables.listings[member.id]
        case Section() as section:
            if tables.sections[member.id] != section:
                raise refused(say("{field} doesn't say what the diff says it did", field=member.id))
        case None:
            pass


def _refuse_losses(tables: Tables, changes: Iterable[Change]) -> None:
    """Whatever stood in a section that ended must have gone elsewhere, or have ended itself."""
    ended = [m.id for c in changes if isinstance(c, LineageChange) for m in c.old if not m.lives]
    for identifier in ended:
        left = (*tables.rows.get(identifier, ()), *tables.below.get(identifier, ()))
        if left:
            raise refused(say("{id} is not where the diff has it", id=left[0]))


def _arrange(tables: Tables, arrangement: Arrangement) -> None:
    for container in arrangement.containers:
        if container.of == "rows":
            rows = tables.rows[container.owner or ""]
            tables.rows[container.owner or ""] = arrangement.arranged(container, rows)
        elif container.of == "sections":
            below = tables.below[container.owner]
            tables.below[container.owner] = arrangement.arranged(container, below)


def _relist(tables: Tables, changes: Iterable[Change]) -> None:
    """The listings follow their rows; then the record goes where it stands now."""
    moves = [c for c in changes if isinstance(c, Moved) and c.subject.startswith("p-")]
    for gone in (change for change in changes if isinstance(change, Unlisted)):
        if tables.listings[gone.subject].pop(gone.old.section or "") != gone.listing:
            raise refused(say("{field} doesn't say what the diff says it did", field=gone.subject))
    for move in moves:
        listings = tables.listings[move.subject]
        listings[move.new.section or ""] = listings.pop(move.old.section or "")
    for come in (change for change in changes if isinstance(change, Relisted)):
        tables.listings[come.subject][come.new.section or ""] = come.listing
    for crossing in (change for change in changes if isinstance(change, PrimaryChanged)):
        _cross(tables, crossing)


def _cross(tables: Tables, change: PrimaryChanged) -> None:
    listings = tables.listings[change.subject]
    if listings.get(change.new.section or "") != change.was:
        raise refused(say("{field} doesn't say what the diff says it did", field=change.subject))
    for section in listings:
        if listings[section] is None:
            listings[section] = change.now
    listings[change.new.section or ""] = None


def _update(tables: Tables, changes: Iterable[Change]) -> None:
    for change in changes:
        if isinstance(change, SubjectChange):
            fields = tuple(_fields(change))
            if fields:
                _update_subject(tables, change, fields)


def _update_subject(tables: Tables, change: SubjectChange, fields: tuple[FieldChange, ...]) -> None:
    subject = change.subject
    if subject.startswith("s-"):
        tables.sections[subject] = updated(tables.sections[subject], fields)
    elif isinstance(change, Reworded) or (isinstance(change, Annotated) and change.listing):
        section = change.new.section or ""
        listing = tables.listings[subject][section]
        if listing is None:
            raise refused(say("{id} is not where the diff has it", id=subject))
        tables.listings[subject][section] = updated(listing, fields)
    else:
        tables.records[subject] = updated(tables.records[subject], fields)


def _fields(change: SubjectChange) -> Iterator[FieldChange]:
    """What the change says of single fields, by the file's keys."""
    match change:
        case Renamed(subject=subject, was=was, now=now):
            yield FieldChange("title" if subject.startswith("s-") else "name", was, now)
        case Renumbered(was=number, now=other):
            yield FieldChange("number", number, other)
        case Reassigned(was=old, now=new):
            yield FieldChange("departments", list(old) or None, list(new) or None)
        case Revised(fields=fields) | Annotated(fields=fields) | Reworded(fields=fields):
            yield from fields
        case _:
            return
