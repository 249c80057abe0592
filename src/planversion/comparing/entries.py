"""What happened to the lists of an edition beside its outline, and to what it says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, count
from typing import Any, get_args

from planversion.changes import (
    Change,
    EditionRevised,
    EntryAdded,
    EntryRemoved,
    EntryReordered,
    EntryRevised,
    Part,
)
from planversion.comparing.order import unsteady
from planversion.comparing.records import differing
from planversion.model import Edition, Record
from planversion.model.saying import written

PARTS: tuple[Part, ...] = get_args(Part)

_KEYS: dict[str, Callable[[Any], str]] = {
    "departments": lambda department: department.name,
    "levels": lambda level: level.name,
    "sources": lambda source: source.id,
    "lineage": lambda record: f"{','.join(record.old)}→{','.join(record.new)}",
    "explanations": lambda explanation: explanation.id,
    "returned": lambda returned: returned.id,
    "published_notes": lambda note: f"{note.text} {note.printed_at or ''}".rstrip(),
    "published_totals": lambda total: _joined(
        total.of, total.level, total.section, total.printed_at
    ),
}


def _joined(*words: str | None) -> str:
    return " ".join(filter(None, words))


def edition_changes(old: Edition, new: Edition) -> Iterator[EditionRevised]:
    """What changed in what the editions say of their plan and of themselves."""
    fields = differing(old, new, frozenset(Edition.model_fields) - {"schema_version"})
    if fields:
        yield EditionRevised(part="schema", fields=fields)
    if fields := differing(old.plan, new.plan):
        yield EditionRevised(part="plan", fields=fields)
    if fields := differing(old.header, new.header):
        yield EditionRevised(part="edition", fields=fields)


def entry_changes(old: Edition, new: Edition, part: Part) -> Iterator[Change]:
    """What happened to the entries of one list."""
    one, other = getattr(old, part), getattr(new, part)
    if one == other:
        return
    was, now = keyed(part, one), keyed(part, other)
    moved = unsteady(list(was), list(now))
    positions = {key: index for index, key in enumerate(was)}
    yield from _removed(part, was, now)
    for index, (key, entry) in enumerate(now.items()):
        if key not in was:
            yield EntryAdded(part=part, key=key, index=index, entry=written(entry))
            continue
        if fields := differing(was[key], entry):
            yield EntryRevised(part=part, key=key, fields=fields)
        if key in moved:
            yield EntryReordered(part=part, key=key, old=positions[key], new=index)


def _removed(part: Part, was: dict[str, Record], now: dict[str, Record]) -> Iterator[EntryRemoved]:
    for index, (key, entry) in enumerate(was.items()):
        if key not in now:
            yield EntryRemoved(part=part, key=key, index=index, entry=written(entry))


def keyed(part: Part, entries: tuple[Record, ...]) -> dict[str, Record]:
    """The entries by what they are known by; a second of the same key is numbered."""
    found: dict[str, Record] = {}
    for entry in entries:
        name = _KEYS[part](entry)
        numbered = (f"{name} #{number}" for number in count(2))
        found[next(key for key in chain([name], numbered) if key not in found)] = entry
    return found
