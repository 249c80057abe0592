"""An edition as single statements, so that it can be told whether any got lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from planversion.applying.tables import Tables
from planversion.comparing.entries import PARTS
from planversion.merging.editions import Parts
from planversion.merging.sequences import Order
from planversion.merging.texts import sentences
from planversion.model import Record
from planversion.model.saying import written

Statement = tuple[str, ...]
"""Whose it is, which field, and what it says there."""

_BY_SENTENCE = frozenset({"description", "note", "reason"})


def statements(parts: Parts) -> frozenset[Statement]:
    """Everything that an edition says, but the order of its lists."""
    return frozenset(_all(parts))


def _all(parts: Parts) -> Iterator[Statement]:
    edition, tables = parts.edition, parts.tables
    yield from _of("plan", edition.plan)
    yield from _of("edition", edition.header)
    for part in PARTS:
        for name, entry in parts.entries[part].items():
            yield from _of(f"{part} {name}", entry)
    for identifier, section in tables.sections.items():
        yield from _of(identifier, section)
        yield identifier, "stands in", parts.parents[identifier] or ""
    yield from _of_projects(tables)


def _of_projects(tables: Tables) -> Iterator[Statement]:
    for identifier, record in tables.records.items():
        yield from _of(identifier, record)
        for section, row in tables.listings[identifier].items():
            if row is None:
                yield identifier, "stands in", section
            else:
                yield from _of(f"{identifier} in {section}", row)


def _of(subject: str, record: Record) -> Iterator[Statement]:
    yield subject, "is there", ""
    for key, value in written(record).items():
        yield from _said((subject, key), value)


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
