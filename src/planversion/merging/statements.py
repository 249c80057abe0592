"""An edition as single statements, so that it can be told whether any got lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from planversion.comparing.entries import PARTS
from planversion.merging.editions import Parts
from planversion.merging.sequences import Order
from planversion.merging.texts import sentences
from planversion.model import Record
from planversion.model.saying import written

Statement = tuple[str, ...]
"""Which field, and what it says there."""

Said = tuple[Record | None, str]
"""What an edition says of a subject: its record, and the section it stands in."""

_BY_SENTENCE = frozenset({"description", "note", "reason"})


def subjects(parts: Parts) -> dict[str, Said]:
    """Everything that an edition speaks of, but the order of its lists."""
    edition, tables = parts.edition, parts.tables
    found: dict[str, Said] = {"plan": (edition.plan, ""), "edition": (edition.header, "")}
    for part in PARTS:
        found |= {f"{part} {name}": (entry, "") for name, entry in parts.entries[part].items()}
    for identifier, section in tables.sections.items():
        found[identifier] = (section, parts.parents[identifier] or "")
    for identifier, listings in tables.listings.items():
        for place, row in listings.items():
            if row is None:
                found[identifier] = (tables.records[identifier], place)
            else:
                found[f"{identifier} in {place}"] = (row, "")
    return found


def statements(said: Said | None) -> frozenset[Statement]:
    """What is said of one subject, one by one; nothing where nobody speaks of it."""
    return frozenset(_all(said)) if said else frozenset()


def _all(said: Said) -> Iterator[Statement]:
    record, section = said
    yield "is there", ""
    yield "stands in", section
    for key, value in written(record).items() if record else ():
        yield from _said((key,), value)


def _said(path: Statement, value: Any) -> Iterator[Statement]:
    """Each value, each item of a list, each sentence of a longer text."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _said((*path, key), item)
    elif isinstance(value, list) and not any(isinstance(item, dict | list) for item in value):
        yield from ((*path, json.dumps(item, ensure_ascii=False)) for item in value)
    elif isinstance(value, str) and path[-1] in _BY_SENTENCE:
        yield from ((*path, sentence) for sentence in sentences(value))
    else:
        yield (*path, json.dumps(value, ensure_ascii=False))


def orders(parts: Parts) -> dict[str, Order]:
    """The order of every list of an edition."""
    tables = parts.tables
    return {
        **{f"rows {section}": rows for section, rows in tables.rows.items()},
        **{f"sections {above or ''}": below for above, below in tables.below.items()},
        **{part: list(parts.entries[part]) for part in PARTS},
    }
