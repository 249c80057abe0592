"""What a project's record says otherwise than before."""

from __future__ import annotations

import json
from collections.abc import Iterator

from planversion import spelling
from planversion.changes import (
    Annotated,
    Basis,
    FieldChange,
    Nature,
    Reassigned,
    Renamed,
    Revised,
    Reworded,
    Spot,
    SubjectChange,
)
from planversion.matching import Succession
from planversion.model import Entry, Project, Record, Relisting
from planversion.model.saying import written

REMARKS = frozenset({"note", "inferred", "moved_from"})
"""Fields in which the editors of the file remark on it; the plan itself doesn't say them."""

_OF_THEIR_OWN = frozenset({"id", "name", "departments"})
Step = tuple[Spot, Spot]
"""Where a subject stood and stands."""


def naming(
    subject: str, step: Step, names: tuple[str, str], spellings: spelling.Spellings
) -> Renamed:
    """The change of a name, with its nature."""
    was, now = names
    same = spelling.same_but_for_spelling(was, now, spellings)
    nature: Nature = "editorial" if same else "substantive"
    return Renamed(
        subject=subject,
        old=step[0],
        new=step[1],
        was=was,
        now=now,
        nature=nature,
        stage=None if same else spelling.stages(was, now),
    )


def record_changes(
    step: Step,
    was: Project,
    now: Project,
    succession: Succession,
    spellings: spelling.Spellings,
) -> Iterator[SubjectChange]:
    """How two records of one project differ."""
    subject, (old, new) = now.id or "", step
    names = unequal(was, now)
    if "name" in names:
        yield naming(subject, step, (was.name, now.name), spellings)
    if "departments" in names:
        one, other = was.departments, now.departments
        basis = succession.explains(one, other)
        yield Reassigned(subject=subject, old=old, new=new, was=one, now=other, basis=basis)
    others = [name for name in names if name not in _OF_THEIR_OWN]
    if others:
        fields, remarks = _parted(was, now, others)
        if fields:
            yield Revised(subject=subject, old=old, new=new, fields=fields)
        if remarks:
            yield Annotated(subject=subject, old=old, new=new, fields=remarks)


def relisting_changes(
    step: Step, was: Relisting, now: Relisting, basis: Basis | None
) -> Iterator[SubjectChange]:
    """How two relistings of one project differ; `basis` explains their other departments."""
    subject, (old, new) = now.relists, step
    fields, remarks = _parted(was, now, unequal(was, now))
    if fields:
        basis = basis if [field.field for field in fields] == ["departments"] else None
        yield Reworded(subject=subject, old=old, new=new, fields=fields, basis=basis)
    if remarks:
        yield Annotated(subject=subject, old=old, new=new, fields=remarks, listing=True)


Fields = tuple[FieldChange, ...]


def _parted(was: Record, now: Record, names: list[str]) -> tuple[Fields, Fields]:
    """These fields, before and after: those of the plan, and remarks on it."""
    changes = _told(was, now, names)
    fields = tuple(change for change in changes if change.field not in REMARKS)
    return fields, tuple(change for change in changes if change.field in REMARKS)


def differing(was: Record, now: Record, but: frozenset[str] = frozenset()) -> Fields:
    """The fields in which two records of one type differ, in the order of the file format."""
    names = [name for name in unequal(was, now) if name not in but]
    return _told(was, now, names) if names else ()


def unequal(was: Record, now: Record) -> list[str]:
    """The names of the fields in which two records of one type differ."""
    after = now.__dict__
    names = [name for name, value in was.__dict__.items() if value != after[name]]
    if not _alike(was, now) and "attributes" not in names:
        names.append("attributes")
    return names


def same(was: Entry, now: Entry) -> bool:
    """Whether two rows of one project say the same."""
    return was.__dict__ == now.__dict__ and _alike(was, now)


def _alike(was: Record, now: Record) -> bool:
    """Whether the free-form values are the same, and not only equal as `true` and `1` are."""
    one, other = was.__dict__.get("attributes"), now.__dict__.get("attributes")
    return not (one and other) or json.dumps(one) == json.dumps(other)


def _told(was: Record, now: Record, names: list[str]) -> Fields:
    before, after = written(was, names), written(now, names)
    keys = (type(was).model_fields[name].alias or name for name in names)
    return tuple(FieldChange(key, before.get(key), after.get(key)) for key in keys)
