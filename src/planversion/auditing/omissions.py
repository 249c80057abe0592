"""What the published table doesn't say: changes without a note, listings without their mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from planversion.auditing.outcomes import WEIGHTS, AuditedNote, Omission, Unmarked, Weight, once
from planversion.auditing.relistings import unmarked
from planversion.auditing.scene import Scene
from planversion.auditing.weighing import PASSES, weighed
from planversion.changes import Change, Relisted

_ORDER = (
    *("moved", "removed", "split", "merged", "absorbed", "replaced", "split_off"),
    *("transferred", "reorganised", "primary_changed", "unlisted", "reassigned", "unmarked"),
    *("reworded", "added", "renamed", "renumbered"),
)
"""By kind, within one weight; then in reading order."""


def omissions(
    notes: tuple[AuditedNote, ...], scene: Scene
) -> tuple[tuple[Omission, ...], Counter[str]]:
    """What no confirmed note speaks of, the weightiest first, and how many changes need no note."""
    found: list[Omission] = []
    passed: Counter[str] = Counter()
    told = {id(change) for change in mentioned(notes)}
    bare = [*unmarked(scene)]
    rows = {(one.project, one.section) for one in bare}
    for change in scene.comparison.diff.changes:
        weight = None if id(change) in told else weighed(change, scene.spellings)
        if weight in PASSES and not _in(rows, change):
            passed[weight] += 1
        elif weight in WEIGHTS:
            found.append(Omission(change.kind, weight, change))
    found += _without_mark(bare, _marked_by_notes(notes))
    return tuple(sorted(found, key=_weight)), passed


def mentioned(notes: Iterable[AuditedNote]) -> tuple[Change, ...]:
    """Every change that a confirmed note speaks of."""
    confirmed = (note for note in notes if note.outcome == "confirmed")
    return once(change for note in confirmed for change in note.changes)


def _in(rows: set[tuple[str, str]], change: Change) -> bool:
    """Whether it is a listing that is told as one without its mark."""
    return isinstance(change, Relisted) and (change.subject, change.new.section) in rows


def _marked_by_notes(notes: tuple[AuditedNote, ...]) -> set[tuple[str, str]]:
    return {
        (row.project, row.section)
        for note in notes
        if note.outcome == "confirmed"
        and any(said.kind in ("relisted", "listed") for said in note.statements)
        for row in note.rows
    }


def _without_mark(rows: list[Unmarked], marked: set[tuple[str, str]]) -> Iterator[Omission]:
    for row in rows:
        if (row.project, row.section) not in marked:
            weight: Weight = "medium" if row.listed_since == "now" else "low"
            yield Omission("unmarked", weight, row)


def _weight(omission: Omission) -> tuple[int, int]:
    return WEIGHTS.index(omission.weight), _ORDER.index(omission.kind)
