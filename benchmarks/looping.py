"""The least a comparison can be: one loop over two dicts by id, that knows fields and names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planversion.model import Edition, Relisting, walk_sections
from planversion.spelling import normalised

ById = dict[str, dict[str, Any]]
Difference = tuple[str, str, str]
"""Whose, which field, and what happened to it."""


def loop(old: ById, new: ById) -> list[Difference]:
    """Who began, who ended, and which fields of everybody else differ."""
    found: list[Difference] = []
    for identifier, now in new.items():
        was = old.get(identifier)
        if was is None:
            found.append((identifier, "", "added"))
        elif was != now:
            found += _fields(identifier, was, now)
    found += [(identifier, "", "removed") for identifier in old if identifier not in new]
    return found


def _fields(identifier: str, was: dict[str, Any], now: dict[str, Any]) -> Iterator[Difference]:
    for field in {**was, **now}:
        one, other = was.get(field), now.get(field)
        if one != other:
            yield identifier, field, _nature(one, other) if field in _NAMES else "revised"


_NAMES = frozenset({"name", "title"})


def _nature(was: str, now: str) -> str:
    return "editorial" if normalised(was) == normalised(now) else "substantive"


def by_id(edition: Edition) -> ById:
    """Projects and sections by id: what the file says of each, and where it stands."""
    found: ById = {}
    above: dict[tuple[str | int, ...], str] = {}
    for section, path in walk_sections(edition.sections):
        identifier = above[path] = section.id or ""
        own = {"number": section.number, "title": section.title, "section": above.get(path[:-2])}
        found[identifier] = own
        for row in section.projects:
            if isinstance(row, Relisting):
                found[f"{row.relists} {identifier}"] = _said(row)
            else:
                found[row.id or ""] = _said(row) | {"section": identifier}
    return found


def _said(record: Any) -> dict[str, Any]:
    return record.model_dump(by_alias=True, exclude_defaults=True)
