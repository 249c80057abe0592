"""The sections of a change log that are ours, between marks; what people wrote stays as it is."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

from planversion.errors import Location, Problem, UsageError
from planversion.messages import Message, say

_MARK = re.compile(
    r"^<!-- (?:planversion: (?P<name>\S+)|/planversion) -->[ \t]*(?=\r?$)", re.MULTILINE
)
_CHAPTER = re.compile(r"^## ", re.MULTILINE)
_FENCED = re.compile(
    r"^(?P<fence>(?P<sign>[`~])(?P=sign){2,}+)(?!(?<=`)[^\n]*`)[^\n]*\n"
    r"(?s:.*?)^ {0,3}(?P=fence)(?P=sign)*[ \t]*\r?$",
    re.MULTILINE,
)
"""One that is indented belongs to an item of a list, and no line of its holds a mark of ours."""
_IN_LINE = re.compile(r"[^\r\n]")


class Section(NamedTuple):
    """A section of ours: the edition it is about, what it says, and where it stands."""

    name: str
    """The edition as plan@edition."""
    body: str
    start: int
    end: int


def sections(text: str, file: str) -> tuple[Section, ...]:
    """Our sections in their order; raises UsageError where a mark has no other to go with."""
    found: list[Section] = []
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(_without_examples(text)):
        if (mark["name"] is None) is (opened is None):
            wrong = opened or mark
            raise _broken(say("this mark has none to go with"), text, wrong.start(), file)
        if opened is not None:
            body = text[opened.end() : mark.start()]
            found.append(Section(opened["name"], _plain(body), opened.start(), mark.end()))
        opened = None if opened else mark
    if opened is not None:
        raise _broken(say("this mark has none to go with"), text, opened.start(), file)
    if twice := _twice(found):
        raise _broken(say("{name} has two sections", name=twice.name), text, twice.start, file)
    return tuple(found)


def with_section(text: str, name: str, body: str, file: str, *, later: Container[str] = ()) -> str:
    """The text with its section of that name: where it stands, else before those of older editions.

    `later` are the sections that a new one comes after. Raises UsageError where the body holds a
    mark itself, and could not be found again.
    """
    if found := _MARK.search(body):
        raise _broken(say("what would be written holds a mark itself"), body, found.start(), file)
    newline = "\r\n" if "\r\n" in text else "\n"
    marked = f"<!-- planversion: {name} -->\n\n{body.strip()}\n\n<!-- /planversion -->"
    written = marked.replace("\n", newline)
    known = sections(text, file)
    own = next((one for one in known if one.name == name), None)
    if own:
        return text[: own.start] + written + text[own.end :]
    at = _place(known, text, later)
    before, after = text[:at].rstrip(), text[at:].lstrip("\r\n")
    whole = (newline * 2).join(part for part in (before, written, after) if part)
    return whole if after else whole + newline


def _place(known: tuple[Section, ...], text: str, later: Container[str]) -> int:
    newer = [one for one in known if one.name in later]
    if newer:
        return newer[-1].end
    if known:
        return known[0].start
    chapter = _CHAPTER.search(_without_examples(text))
    return chapter.start() if chapter else len(text)


def _without_examples(text: str) -> str:
    """The text of the same length, with nothing in its fenced blocks: there, marks are examples."""
    return _FENCED.sub(lambda fenced: _IN_LINE.sub(" ", fenced[0]), text)


def _plain(body: str) -> str:
    return body.replace("\r\n", "\n").strip()


def _twice(found: list[Section]) -> Section | None:
    names = [one.name for one in found]
    return next((one for at, one in enumerate(found) if one.name in names[:at]), None)


def _broken(what: Message, text: str, at: int, file: str) -> UsageError:
    where = Location(file, text.count("\n", 0, at) + 1)
    mend = say("Sections stand between <!-- planversion: … --> and <!-- /planversion -->.")
    return UsageError([Problem("changelog", what, mend, where)])
