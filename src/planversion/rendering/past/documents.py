"""What a history has to tell as JSON documents, each with the version of its format."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from planversion.commits import Commit
from planversion.comparing import Comparison
from planversion.interchange import plain_diff
from planversion.rendering.past.blame import Field
from planversion.rendering.past.log import Ending, family_names
from planversion.rendering.past.telling import Archive
from planversion.tracing import Event, Followed, Force, Stride, Term, Version, only

Json = dict[str, Any]
_VERSION = 1


def log(followed: Followed, ending: Ending, archive: Archive) -> Json:
    """A project or section through every commit."""
    names = family_names(followed, archive)
    return {
        "version": _VERSION,
        "at": ending.tip.id,
        "unread": [version(one, archive) for one in ending.unread],
        "subject": followed.subject,
        "name": names[followed.subject],
        "ancestors": _named(followed.ancestors, names),
        "heirs": _named(followed.heirs, names),
        "events": [_event(event, archive) for event in followed.events],
    }


def _named(ids: Iterable[str], names: dict[str, str]) -> list[Json]:
    return [{"id": one, "name": names.get(one)} for one in sorted(ids)]


def _event(event: Event, archive: Archive) -> Json:
    changes = only(event.comparison.diff, event.changes) if event.comparison else None
    told = plain_diff(changes)["changes"] if changes else []
    subjects = sorted(event.subjects)
    return {**stride(event.stride, archive), "subjects": subjects, "changes": told}


def stride(of: Stride, archive: Archive) -> Json:
    """A commit, and which version of an edition it made of which."""
    return {
        "commit": commit(of.commit),
        "what": what(of),
        "old": [version(one, archive) for one in of.old],
        "new": version(of.new or of.unread, archive),
    }


def what(of: Stride) -> str:
    """What happened to the file: `recorded`, `follows`, `changed`, `gone` or `unreadable`."""
    if of.unread:
        return "unreadable"
    if of.new is None:
        return "gone"
    if not of.old:
        return "recorded"
    return "follows" if of.begins else "changed"


def version(of: Version | None, archive: Archive) -> Json | None:
    """A state of an edition's file."""
    if of is None:
        return None
    known = archive.imprints(of)
    plan, edition = (known.plan, known.edition) if known else (None, None)
    return {"plan": plan, "edition": edition, "path": of.path, "blob": of.blob}


def commit(of: Commit) -> Json:
    """A commit as it was recorded."""
    return {"id": of.id, "author": of.author, "date": of.date, "subject": of.subject}


def blame(plan: str, edition: str, path: str, tip: Commit, found: Iterable[Field]) -> Json:
    """The commit that last changed each field."""
    return {
        "version": _VERSION,
        "at": tip.id,
        "plan": plan,
        "edition": edition,
        "path": path,
        "fields": [
            {
                "subject": one.subject,
                "code": one.code,
                "field": one.name,
                "value": one.value,
                "commit": commit(one.commit),
            }
            for one in found
        ],
    }


def diff(of: Comparison | None) -> Json | None:
    """A diff, as `planversion diff` writes it."""
    return None if of is None else plain_diff(of.diff)


def history(plan: str, edition: str, tip: Commit, chapters: list[Json]) -> Json:
    """The change log of an edition's file."""
    return {
        "version": _VERSION,
        "at": tip.id,
        "plan": plan,
        "edition": edition,
        "chapters": chapters,
    }


def force(found: Iterable[Force], day: date) -> Json:
    """Which editions are in force on a day."""
    plans = [
        {
            "plan": one.plan,
            "title": one.title,
            "in_force": [_term(term) for term in one.terms],
            "undated": [edition.id for edition in one.undated],
        }
        for one in found
    ]
    return {"version": _VERSION, "on": day.isoformat(), "plans": plans}


def _term(term: Term) -> Json:
    return {
        "edition": term.edition.id,
        "label": term.edition.header.label,
        "from": term.first.isoformat(),
        "to": term.last and term.last.isoformat(),
        "superseded_by": term.superseded_by and term.superseded_by.id,
    }
