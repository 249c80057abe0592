"""A file parsed chapter by chapter, so that of its next version only what differs is parsed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from planversion.yamltext.parsing import DEEPEST_NESTING, Complaint, ComplaintError, parse

# A pattern that begins with a line end is found several times as fast as one for a line's start.
_SECTIONS = re.compile(r"\nsections:[ \t]*(?:#.*)?\r?\n")
_FIRST_ITEM = re.compile(r"(?:[ \t]*(?:#.*)?\r?\n)*( *)- ")
_KEPT = 1 << 8


class _Split(NamedTuple):
    """A text cut before every item of its outline; the pieces together are the text."""

    head: str
    indent: str
    """What stands before the dash of an item."""
    chapters: tuple[str, ...]
    tail: str


def parse_by_chapters(text: str) -> tuple[Any, tuple[Complaint, ...]]:
    """The same as `parse`, from what was parsed before where that is the same text.

    Values are shared between the versions of a file: they are for reading only. Raises
    ComplaintError as `parse` does.
    """
    joined = _joined(text)
    return parse(text) if joined is None else (joined, ())


def _joined(text: str) -> dict[str, Any] | None:
    """The document, where it is certain that it is that of its chapters; else None."""
    split = _split(text)
    frame = split and _frame(split.head, split.indent, split.tail)
    if split is None or frame is None:
        return None
    # An item is one whatever stands around it, if it is one where nothing does.
    chapters = [_chapter(one) for one in split.chapters]
    return None if None in chapters else {**frame, "sections": [one[0] for one in chapters if one]}


def _split(text: str) -> _Split | None:
    """The pieces of a text whose outline is a list of items with lines of their own."""
    heads = [*_SECTIONS.finditer(text)]
    first = _FIRST_ITEM.match(text, heads[0].end()) if len(heads) == 1 else None
    if first is None:
        return None
    indent, start = first[1], first.start(1)
    end = _end(text, first.end(), indent)
    dashes = re.compile(f"\n{indent}- ").finditer(text, start, end)
    starts = [start, *(found.start() + 1 for found in dashes)]
    pieces = zip(starts, [*starts[1:], end], strict=True)
    return _Split(text[:start], indent, tuple(text[one:other] for one, other in pieces), text[end:])


def _end(text: str, start: int, indent: str) -> int:
    """Where the next key behind the outline begins, or the text ends."""
    shallower = rf" {{0,{len(indent) - 1}}}[^ #\r\n]" if indent else r"[^ #\r\n-]"
    found = re.compile(f"\n{shallower}").search(text, start)
    return found.start() + 1 if found else len(text)


@lru_cache(maxsize=_KEPT)
def _frame(head: str, indent: str, tail: str) -> dict[str, Any] | None:
    """What stands around the outline; None where these lines leave no place for one.

    A word that stands nowhere else takes that place, and must be found in it.
    """
    word = "x"
    while word in head or word in tail:
        word += "x"
    frame = _alone(f"{head}{indent}- {word}\n{tail}", DEEPEST_NESTING)
    found = isinstance(frame, dict) and frame.get("sections") == [word]
    return frame if found else None


@lru_cache(maxsize=_KEPT)
def _chapter(text: str) -> list[Any] | None:
    """The lines of an item as a list of one; None where they are no item, or not only one."""
    # The list stands in the mapping of the document, which is one of the levels allowed.
    found = _alone(text, DEEPEST_NESTING - 1)
    return found if isinstance(found, list) and len(found) == 1 else None


def _alone(text: str, room: int) -> Any:
    """What the lines say by themselves; None where there is something to complain of."""
    try:
        found, complaints = parse(text, room)
    except ComplaintError:
        return None
    return None if complaints else found
