"""What a project's record says otherwise than before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

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


class Judge:
    """What the two editions agree on, that says how a change is to be judged."""

    def __init__(self, succession: Succession, spellings: spelling.Spellings) -> None:
        # Most changes of departments are one of a few, and each is asked of every row it is in.
        self.basis = cache(succession.explains)
        self._spellings = spellings

    def naming(self, subject: str, step: Step, names: tuple[str, str]) -> Renamed:
        """The change of a name, with its nature."""
        was, now = names
        same = spelling.same_but_for_spelling(was, now, self._spellings)
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


def record_changes(step: Step, was: Project, now: Project, judge: Judge) -> list[SubjectChange]:
    """How two records of one project differ."""
    names, found = unequal(was, now), list[SubjectChange]()
    subject, (old, new) = now.id or "", step
    if "name" in names:
        found.append(judge.naming(subject, step, (was.name, now.name)))
    if "departments" in names:
        one, other = was.departments, now.departments
        basis = judge.basis(one, other)
        found.append(Reassigned(subject=subject, old=old, new=new, was=one, now=other, basis=basis))
    if not _OF_THEIR_OWN.issuperset(names):
        fields, remarks = _parted(was, now, [one for one in names if one not in _OF_THEIR_OWN])
        if fields:
            found.append(Revised(subject=subject, old=old, new=new, fields=fields))
        if remarks:
            found.append(Annotated(subject=subject, old=old, new=new, fields=remarks))
    return found


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
    before, after = was.__dict__, now.__dict__
    # Most fields of most records are at their default, which is one object: no need to ask it.
    names = [
        name
        for name, value in before.items()
        if value is not (other := after[name]) and value != other
    ]
    if before.get("attributes") and "attributes" not in names and not _alike(before, after):
        names.append("attributes")
    return names


def same(was: Entry, now: Entry) -> bool:
    """Whether two rows of one project say the same."""
    before, after = was.__dict__, now.__dict__
    return before == after and not (before.get("attributes") and not _alike(before, after))


def _alike(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether equal free-form values are the same, and not only equal as `true` and `1` are."""
    return json.dumps(before["attributes"]) == json.dumps(after["attributes"])


def _told(was: Record, now: Record, names: list[str]) -> Fields:
    before, after = written(was, names), written(now, names)
    keys = (type(was).model_fields[name].alias or name for name in names)
    return tuple(FieldChange(key, before.get(key), after.get(key)) for key in keys)
