"""One edition as plain text, for tools that compare texts: a line for whatever is one thing.

It is the same in every language and locale, so that a text kept from yesterday can be compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from planversion.comparing.departments import printed
from planversion.comparing.spots import printed_name
from planversion.model import Edition
from planversion.model.places import Outline, Place, Placement
from planversion.model.saying import written
from planversion.rendering.safety import on_one_line

_TOLD = frozenset({"id", "name", "departments", "relists", "as", "projects", "sections"})
"""What a line of the outline itself tells."""
_STEP = "  "


def plain(edition: Edition) -> str:
    """The text: what the edition says of itself, its outline, then what is declared of it."""
    said = written(edition)
    before = {key: said.pop(key) for key in list(said) if key in _ABOVE}
    said.pop("sections", None)
    parts = [_fields(before, ""), _outline(edition.outline), _fields(said, "")]
    return "\n".join("".join(f"{on_one_line(line)}\n" for line in part) for part in parts)


_ABOVE = frozenset({"schema", "plan", "edition", "levels", "sources", "departments"})


def _outline(side: Outline) -> Iterator[str]:
    for place in side.places.values():
        indent = _STEP * place.depth
        own = place.code.removeprefix(place.above.code if place.above else "")
        title = f"{own} {place.section.title}".strip()
        yield indent + _identified(title, place.section.id)
        rest = written(place.section)
        yield from _fields(_without(rest, _TOLD | {"number", "title"}), indent + _STEP * 2)
        yield from _rows(side, place, indent + _STEP)


def _rows(side: Outline, place: Place, indent: str) -> Iterator[str]:
    for row in side.listed(place):
        yield indent + _row(side, row)
        yield from _fields(_without(written(row.entry), _TOLD), indent + _STEP * 2)


def _row(side: Outline, row: Placement) -> str:
    departments = ", ".join(printed(side, row))
    told = f"{printed_name(side, row)} | {departments}" if departments else printed_name(side, row)
    return f"{'-' if row.primary else '='} {_identified(told, row.project)}"


def _identified(told: str, known: str | None) -> str:
    return f"{told}  {known}" if known else told


def _fields(said: Mapping[str, Any], indent: str) -> Iterator[str]:
    """A line a value, a line an item; what is nested deeper stands below its key."""
    for key, value in said.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _fields(value, indent + _STEP)
        elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
            yield f"{indent}{key}:"
            yield from (f"{indent}{_STEP}- {_short(one)}" for one in value)
        else:
            yield f"{indent}{key}: {_short(value)}"


def _short(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_short(one)}" for key, one in value.items())
    if isinstance(value, list):
        items = (f"{{{_short(one)}}}" if isinstance(one, dict) else _short(one) for one in value)
        return f"[{', '.join(items)}]"
    return str(value) if isinstance(value, str) else json.dumps(value)


def _without(said: Mapping[str, Any], keys: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in said.items() if key not in keys}
