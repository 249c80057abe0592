"""A path of an edition file in a planner's words: `1(2)② project 3, departments`."""

from __future__ import annotations

from typing import Any

from planversion import numbering
from planversion.messages import Message, say
from planversion.model import Path


def in_words(path: Path, tree: Any) -> Message | None:
    """The path in words, numbers printed as the file's own levels print them; None for the top."""
    if not path:
        return None
    place, rest = _place(path, tree)
    if place and rest[:1] == ("projects",) and len(rest) > 1:
        return _in_a_row(place, int(rest[1]) + 1, _spelt(rest[2:]))
    return say("{place}", place=", ".join(filter(None, (place, _spelt(rest)))))


def _in_a_row(place: str, n: int, field: str) -> Message:
    if field:
        return say("{place} project {n}, {field}", place=place, n=n, field=field)
    return say("{place} project {n}", place=place, n=n)


def _spelt(rest: Path) -> str:
    spelt = ""
    for part in rest:
        spelt += f" {part + 1}" if isinstance(part, int) else f", {part}" if spelt else part
    return spelt


def _place(path: Path, tree: Any) -> tuple[str, Path]:
    """The place code as far as sections go, and what of the path is left below them."""
    levels = tree.get("levels") if isinstance(tree, dict) else None
    code, depth, node = "", 0, tree
    while len(path) > 1 and path[0] == "sections" and isinstance(path[1], int):
        node = node["sections"][path[1]]
        code += _printed(node, levels, depth) or _title(node)
        path, depth = path[2:], depth + 1
    return code, path


def _title(node: Any) -> str:
    title = node.get("title") if isinstance(node, dict) else None
    return f"[{title if isinstance(title, str) else '…'}]"


def _printed(node: Any, levels: Any, depth: int) -> str:
    number = node.get("number") if isinstance(node, dict) else None
    if isinstance(number, bool) or not isinstance(number, int | str | None):
        return ""
    try:
        style = levels[depth]["code"]
        return numbering.print_number(number, style)
    except (KeyError, IndexError, TypeError):
        return f"-{number}" if number is not None and depth else str(number or "")
