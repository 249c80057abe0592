"""The lines of a key or an item: what stands above it, and where its dash is."""

from __future__ import annotations

import re

_LEAD = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")


def lead(text: str) -> str:
    """The comments and blank lines that the text begins with."""
    found = _LEAD.match(text)
    return found[0] if found else ""


def comments(text: str) -> list[str]:
    """The lines of a lead."""
    return lead(text).splitlines()


def shifted(text: str, by: int) -> str:
    """The lines moved to the right, or to the left as far as they can be."""
    if not by:
        return text
    return "".join(_shifted(line, by) for line in text.splitlines(keepends=True))


def _shifted(line: str, by: int) -> str:
    if by > 0:
        return " " * by + line if line.strip() else line
    return line[-by:] if not line[:-by].strip(" ") else line.lstrip(" ")


def dashed(text: str, column: int) -> str:
    """The lines of keys as those of an item: with a dash before the first key."""
    place = len(lead(text)) + column
    return f"{text[:place]}-{text[place + 1 :]}"


def undashed(text: str) -> str:
    """The lines of an item as those of its keys."""
    dash = text.index("-", len(lead(text)))
    return f"{text[:dash]} {text[dash + 1 :]}"
