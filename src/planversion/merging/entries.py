"""The lists of an edition beside its outline after two edits: departments, lineage, sources …"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from planversion.changes import Part
from planversion.merging.editions import Entries, ThreeEditions
from planversion.merging.outcomes import Outcome, three_way
from planversion.merging.sequences import merged_order
from planversion.merging.values import merged_records
from planversion.model import Lineage, Record


def merged_entries(part: Part, three: ThreeEditions, living: Collection[str]) -> Outcome[Entries]:
    """One list with the edits of both sides, for either way disputes may go.

    `living` are the subjects that the merged outlines hold.
    """
    base, ours, theirs = (side.entries[part] for side in three)
    known = three_way(base, ours, theirs)
    if known is not None and list(ours) == list(theirs):
        return known
    found = {name: _entry(name, base, ours, theirs) for name in {**ours, **theirs}}
    choices = Outcome(
        {name: entry.ours for name, entry in found.items() if entry.ours is not None},
        {name: entry.theirs for name, entry in found.items() if entry.theirs is not None},
    )
    for name, other in _contradictions(base, ours, theirs, living):
        choices.ours.pop(other, None)
        choices.theirs.pop(name, None)
    members: Outcome[Collection[str]] = choices.map(lambda entries: entries.keys())
    order = merged_order(list(base), list(ours), list(theirs), members)
    return Outcome(
        {name: choices.ours[name] for name in order.ours},
        {name: choices.theirs[name] for name in order.theirs},
    )


def _entry(name: str, base: Entries, ours: Entries, theirs: Entries) -> Outcome[Record | None]:
    was, one, other = base.get(name), ours.get(name), theirs.get(name)
    known = three_way(was, one, other)
    if known is not None:
        return known
    if one is None or other is None:
        return Outcome(one, other)
    found: Outcome[Record | None] = merged_records(was, one, other).map(lambda record: record)
    return found


def _contradictions(
    base: Entries, ours: Entries, theirs: Entries, living: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Records of both sides that each say what became of one subject, and say something else.

    What lives on can have given parts to several; what ended became one thing.
    """
    for name, record in ours.items():
        for other, told in theirs.items():
            if name == other or name in base or other in base:
                continue
            if isinstance(record, Lineage) and isinstance(told, Lineage):
                both = frozenset(record.old).intersection(told.old)
                if both.difference(living):
                    yield name, other
