"""What an edition states beside its outline otherwise than before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from planversion.changes import EditionRevised, EntryRemoved, EntryRevised, FieldChange, Part
from planversion.comparing.entries import PARTS, keyed
from planversion.ids import SUBJECT_PATTERN
from planversion.model import Edition, Lineage
from planversion.rules.looking.alterations import Alteration
from planversion.rules.looking.errata import Errata
from planversion.rules.looking.losses import losses
from planversion.rules.looking.subjects import Revision

_ID = re.compile(SUBJECT_PATTERN.strip("^$"))
_UPKEEP: dict[str, frozenset[str]] = {
    "departments": frozenset({"note", "collective"}),
    "sources": frozenset({"note", "url", "archived", "retrieved_on"}),
    "lineage": frozenset({"note"}),
    "published_notes": frozenset({"note"}),
    "published_totals": frozenset({"note"}),
    "plan": frozenset({"spellings"}),
    # The status has a rule of its own; how long it was in force shows later.
    "edition": frozenset({"note", "status", "in_force_to"}),
}
"""Fields that say how the file was made, or what happened later."""
_MAY_BE_ADDED: dict[str, frozenset[str]] = {
    "plan": frozenset({"jurisdiction"}),
    "edition": frozenset({"previous", "revises", "adopted_on", "in_force_from", "errata"}),
}
"""Facts about an edition that somebody may find out later."""


def stated_alterations(revision: Revision, corrected: Errata) -> Iterator[Alteration]:
    """What isn't stated as it was: head, levels, and the lists beside the outline."""
    old, new = revision.old.edition, revision.now
    if old.levels != new.levels and not corrected.cover("levels"):
        yield Alteration("levels", "levels", (), ("levels",), ("levels",))
    yield from _head(revision, corrected)
    before, after = _positions(old), _positions(new)
    for change in revision.comparison.diff.changes:
        if isinstance(change, EntryRemoved | EntryRevised) and change.part != "levels":
            fields = _altered_fields(change)
            if fields is not None and not _covers(corrected, change):
                part, key = change.part, change.key
                at = after.get((part, key))
                path = (part,) if at is None else (part, at)
                yield Alteration(key, key, fields, path, (part, before[part, key]))
    yield from _lineage(revision, corrected)


def _positions(edition: Edition) -> dict[tuple[str, str], int]:
    return {
        (part, key): index
        for part in PARTS
        for index, key in enumerate(keyed(part, getattr(edition, part)))
    }


def _covers(corrected: Errata, change: EntryRemoved | EntryRevised) -> bool:
    of_lineage = _ID.findall(change.key) if change.part == "lineage" else ()
    return corrected.cover(change.key) or not corrected.ids.isdisjoint(of_lineage)


def _head(revision: Revision, corrected: Errata) -> Iterator[Alteration]:
    for change in revision.comparison.diff.changes:
        if isinstance(change, EditionRevised) and change.part != "schema":
            may = _MAY_BE_ADDED[change.part]
            for field in change.fields:
                added = field.field in may and _adds(field)
                if not (added or field.field in _UPKEEP[change.part] | corrected.keys):
                    path = (change.part, field.field)
                    yield Alteration(field.field, ", ".join(path), (), path, path)
    if revision.old.edition.plan.id != revision.now.plan.id and "id" not in corrected.keys:
        yield Alteration("id", "plan, id", (), ("plan", "id"), ("plan", "id"))


def _adds(field: FieldChange) -> bool:
    """Whether what was said is still said."""
    if isinstance(field.was, list) and isinstance(field.now, list):
        return all(one in field.now for one in field.was)
    return field.was is None


def _altered_fields(change: EntryRemoved | EntryRevised) -> tuple[str, ...] | None:
    """The fields that aren't as they were; none for a whole entry; None where nothing is amiss."""
    part = change.part
    if isinstance(change, EntryRemoved):
        # A department that is declared no more is missed where a project has it, or as an heir.
        plain = part == "departments" and not {"succeeds", "takes_from"} & change.entry.keys()
        return None if plain or part == "lineage" else ()
    fields = tuple(
        field.field
        for field in change.fields
        if not (field.field in _UPKEEP.get(part, ()) or _adds(field) or _lost(part, field))
    )
    return fields or None


def _lost(part: Part, field: FieldChange) -> bool:
    """Whether it is what the rule on lineage that was removed asks for."""
    fewer = field.field == "unsure" or (field.field == "reason" and field.now is None)
    return part == "lineage" and fewer


def _lineage(revision: Revision, corrected: Errata) -> Iterator[Alteration]:
    """Records that neither stand as they were, nor were completed, nor were taken back."""
    old, new = revision.old.edition, revision.now
    taken_back = {loss.at for loss in losses(revision)}
    keys, told_from = keyed("lineage", new.lineage), _told_from(new)
    for index, (key, record) in enumerate(keyed("lineage", old.lineage).items()):
        assert isinstance(record, Lineage)
        ids = (*record.old, *record.new)
        told = index in taken_back or key in keys or not corrected.ids.isdisjoint(ids)
        if not told and not _still_said(record, told_from):
            yield Alteration(key, key, (), ("lineage",), ("lineage", index))


def _told_from(edition: Edition) -> Mapping[str, list[Lineage]]:
    """By id, the records that come from it; those that come from nobody, by an empty one."""
    found: dict[str, list[Lineage]] = defaultdict(list)
    for record in edition.lineage:
        for identifier in record.old or ("",):
            found[identifier].append(record)
    return found


def _still_said(was: Lineage, told_from: Mapping[str, list[Lineage]]) -> bool:
    """Whether the same follows from other records, in one or in several."""
    for identifier in was.old or ("",):
        now = [one for one in told_from[identifier] if _agrees(one, was)]
        reached = {one for record in now for one in record.new}
        ended = not was.new and any(not record.new for record in now)
        if not (ended or (was.new and reached.issuperset(was.new))):
            return False
    return True


def _agrees(now: Lineage, was: Lineage) -> bool:
    said = ((was.reason, now.reason), (was.basis, now.basis), (was.since, now.since))
    return all(one in (None, other) for one, other in said)
