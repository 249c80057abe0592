"""An edition taken apart for merging: its outline in tables, its other lists by what is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from planversion.applying.tables import Tables, taken_apart
from planversion.changes import Part
from planversion.comparing.entries import PARTS, keyed
from planversion.model import Edition, Lineage, Record

Entries = dict[str, Record]


@dataclass(slots=True)
class Parts:
    """One edition, taken apart."""

    edition: Edition
    tables: Tables
    parents: dict[str, str | None]
    entries: dict[Part, Entries] = field(default_factory=dict)


class ThreeEditions(NamedTuple):
    """The editions of a merge, taken apart."""

    base: Parts
    ours: Parts
    theirs: Parts


def parts(edition: Edition, base: Parts | None = None) -> Parts:
    """The parts of an edition; entries whose own name changed have the one that the base has."""
    tables = taken_apart(edition)
    parents = {child: above for above, below in tables.below.items() for child in below}
    found = Parts(edition, tables, parents)
    for part in PARTS:
        entries = keyed(part, getattr(edition, part))
        found.entries[part] = _renamed(part, entries, base.entries[part]) if base else entries
    return found


def _renamed(part: Part, entries: Entries, base: Entries) -> Entries:
    """Entries by the names that the base knows them by, where their own say what changed."""
    if part == "levels" and len(entries) == len(base):
        # A level is what stands at its depth, whatever it is called.
        return dict(zip(base, entries.values(), strict=True))
    if part != "lineage":
        return entries
    gone = {name: entry for name, entry in base.items() if name not in entries}
    return {
        name if name in base else _same_lineage(name, entry, gone): entry
        for name, entry in entries.items()
    }


def _same_lineage(name: str, entry: Record, gone: Entries) -> str:
    """The one that is gone and told of the same subjects before the edit, else its own name."""
    assert isinstance(entry, Lineage)
    told = frozenset(entry.old)
    like = [
        other
        for other, was in gone.items()
        if isinstance(was, Lineage) and told.intersection(was.old)
    ]
    if len(like) != 1:
        return name
    del gone[like[0]]
    return like[0]
