"""What the items of a list are known by, so that they are found again in another edit of it."""

from __future__ import annotations

import json
from typing import Any

_KNOWN_BY = ("id", "name", "year", "text", "project", "what")


def names(items: list[dict[str, Any]]) -> list[str]:
    """A name for each item; a second of the same name is numbered."""
    found: dict[str, None] = {}
    for item in items:
        name = numbered = named(item)
        number = 1
        while numbered in found:
            number += 1
            numbered = f"{name} #{number}"
        found[numbered] = None
    return list(found)


def named(item: dict[str, Any]) -> str:
    """What one item is known by."""
    if "relists" in item:
        return f"relists {item['relists']}"
    if "from" in item or "to" in item:
        return f"{','.join(item.get('from', ()))}→{','.join(item.get('to', ()))}"
    known = next((key for key in _KNOWN_BY if key in item), None)
    if known is None:
        return json.dumps(item, ensure_ascii=False)
    return f"{item[known]} {item.get('printed_at', '')}".rstrip()
