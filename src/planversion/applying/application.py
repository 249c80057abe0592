"""A diff applied: the new edition, from the old one and everything that changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planversion.applying.arranging import Arrangement, Container
from planversion.applying.holding import hold
from planversion.applying.outlines import rebuilt
from planversion.applying.refusing import refused
from planversion.applying.updating import updated, validated
from planversion.changes import (
    Diff,
    EditionRevised,
    EntryAdded,
    EntryRemoved,
    EntryRevised,
    FieldChange,
    Part,
)
from planversion.comparing.entries import PARTS, keyed
from planversion.errors import InapplicableError
from planversion.matching.lacking import lacking
from planversion.messages import say
from planversion.model import Edition, Record
from planversion.model.saying import written
from planversion.model.shapes import below


def apply(edition: Edition, diff: Diff) -> Edition:
    """The edition that `diff` leads to from `edition`.

    Raises InapplicableError where anything that the diff says of its old edition isn't so: its
    totals, what a changed field said, where that stood and what it was called. A diff says nothing
    of what didn't change, so an edition that differs from the old one only there is taken, and
    keeps what it says.
    """
    if (edition.plan.id, edition.id) != (diff.old.plan, diff.old.id):
        raise refused(say("the diff begins at {id}", id=f"{diff.old.plan}@{diff.old.id}"))
    if without := list(lacking(edition)):
        raise InapplicableError(without)
    hold(edition, diff, "old")
    arrangement = Arrangement(diff.changes)
    parts: dict[str, Any] = {
        part: _entries(part, getattr(edition, part), diff, arrangement) for part in PARTS
    }
    parts["sections"] = rebuilt(edition, diff, arrangement)
    parts["plan"] = updated(edition.plan, _said(diff, "plan"))
    parts["header"] = updated(edition.header, _said(diff, "edition"))
    for change in _said(diff, "schema"):
        parts["schema_version"] = change.now
    now = validated(Edition, {**edition.__dict__, **parts})
    hold(now, diff, "new")
    return now


def _said(diff: Diff, part: str) -> tuple[FieldChange, ...]:
    return tuple(
        field
        for change in diff.changes
        if isinstance(change, EditionRevised) and change.part == part
        for field in change.fields
    )


def _entries(
    part: Part, entries: tuple[Record, ...], diff: Diff, arrangement: Arrangement
) -> tuple[Record, ...]:
    known = keyed(part, entries)
    order = arrangement.arranged(Container("entries", part), list(known))
    for change in _of_part(diff, part):
        if isinstance(change, EntryRemoved):
            if written(known[change.key]) != change.entry:
                said = say("{field} doesn't say what the diff says it did", field=change.key)
                raise refused(said)
        elif isinstance(change, EntryAdded):
            known[change.key] = validated(below(Edition, part)[0], change.entry)
        elif change.key in known:
            known[change.key] = updated(known[change.key], change.fields)
        else:
            raise refused(say("{id} is not where the diff has it", id=change.key))
    return tuple(known[key] for key in order)


def _of_part(diff: Diff, part: Part) -> Sequence[EntryAdded | EntryRemoved | EntryRevised]:
    return [
        change
        for change in diff.changes
        if isinstance(change, EntryAdded | EntryRemoved | EntryRevised) and change.part == part
    ]
