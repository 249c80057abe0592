"""Bytes of YAML to plain values, by way of libyaml's events, with bounds as they stream in.

The builder reads a document once and keeps no positions: reading is fast, and only a file with
a problem is walked again, by `planversion.yamltext.positions`, to say where.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from planversion.collector import without_collector
from planversion.messages import Message, say
from planversion.yamltext.scalars import meaning

# A PyYAML built without libyaml parses in Python: slower, and the same events.
_PARSER: Any = getattr(yaml, "CLoader", yaml.SafeLoader)

LARGEST_FILE = 45 * 2**20
"""Bytes: a plan of 100,000 projects fits, a slip doesn't."""
DEEPEST_NESTING = 100
"""Mappings and lists inside one another: some forty levels of sections."""

TOO_DEEP = (
    say("nested more than {n} deep", n=DEEPEST_NESTING),
    say("No plan is nested like this."),
)

# The events of PyYAML are typed too loosely to help here.
Events = Callable[[], Any]


class Complaint(NamedTuple):
    """Something YAML allows and we don't, or that is no YAML; line and column from 1."""

    code: str
    what: Message
    mend: Message | None
    line: int
    column: int


class ComplaintError(Exception):
    """No document can be had from this text."""

    def __init__(self, complaint: Complaint) -> None:
        self.complaint = complaint
        super().__init__(str(complaint.what))


def events(text: str) -> Events:
    """The next event of `text` at each call."""
    next_event: Events = _PARSER(text).get_event
    return next_event


def parse(text: str, room: int = DEEPEST_NESTING) -> tuple[Any, tuple[Complaint, ...]]:
    """The document's plain values, and all that was wrong but could be read past.

    It may be nested `room` deep. Raises ComplaintError where there is no document to be had.
    """
    with _syntax_told(text), without_collector():
        builder = _Builder(events(text))
        return builder.document(room), tuple(builder.complaints)


@contextmanager
def _syntax_told(text: str) -> Iterator[None]:
    try:
        yield
    except yaml.MarkedYAMLError as error:
        from planversion.yamltext.syntax import syntax  # noqa: PLC0415 - where there is an error

        raise ComplaintError(syntax(error, text)) from None
    except yaml.reader.ReaderError:
        what = say("a control character that no text file may hold")
        mend = say("Delete the character.")
        raise ComplaintError(Complaint("syntax", what, mend, *_first_unprintable(text))) from None


def _first_unprintable(text: str) -> tuple[int, int]:
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    before = text[: found.start()] if found else ""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


class _Builder:
    """Makes values of events; what is refused but harmless is noted and read past."""

    def __init__(self, next_event: Events) -> None:
        self.next = next_event
        self.complaints: list[Complaint] = []

    def document(self, room: int) -> Any:
        self.next()
        start = self.next()
        if not isinstance(start, DocumentStartEvent):
            self._stop(start, "empty-file", say("the file is empty"), say("Write an edition."))
        if start.version is not None or start.tags:
            what = say("a directive (%) stands before the document")
            self._note(start, "directive", what, say("Delete it; edition files are YAML 1.2."))
        value = self._value(self.next(), room)
        self.next()
        end = self.next()
        if not isinstance(end, StreamEndEvent):
            what = say("a second document begins here")
            self._note(end, "documents", what, say("One file holds one edition."))
        return value

    def _value(self, event: Any, room: int) -> Any:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent:
            self._alias(event)
            return None
        if event.anchor is not None or event.tag is not None:
            self._plainness(event)
        if room == 0:
            self._stop(event, "too-deep", *TOO_DEEP)
        return self._mapping(room - 1) if kind is MappingStartEvent else self._list(room - 1)

    def _mapping(self, room: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        step, value = self.next, self._value
        while True:
            event = step()
            if type(event) is MappingEndEvent:
                return mapping
            if type(event) is not ScalarEvent:
                self._no_key(event, room)
                continue
            if event.anchor is not None or event.tag is not None:
                self._plainness(event)
            key = event.value
            if key in mapping:
                what = say("the key {key} stands here a second time", key=key)
                self._note(event, "duplicate-key", what, say("Delete one of the two."))
                value(step(), room)
            else:
                mapping[key] = value(step(), room)

    def _list(self, room: int) -> list[Any]:
        items: list[Any] = []
        step, value = self.next, self._value
        while True:
            event = step()
            if type(event) is SequenceEndEvent:
                return items
            items.append(value(event, room))

    def _scalar(self, event: ScalarEvent) -> Any:
        if event.anchor is not None or event.tag is not None:
            self._plainness(event)
        if not event.implicit[0]:
            return event.value
        try:
            return meaning(event.value)
        except ValueError:
            what = say("{number} is no number a plan can hold", number=event.value[:20])
            self._note(event, "number", what, say("Put it in quotes if it is text."))
            return None

    def _no_key(self, event: Any, room: int) -> None:
        what = say("a key must be a word, not a list, a mapping or an alias")
        self._note(event, "key", what, say("Write key: value."))
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            self._value(event, room)
        self._value(self.next(), room)

    def _alias(self, event: AliasEvent) -> None:
        what = say("*{anchor} is an alias", anchor=event.anchor)
        self._note(event, "alias", what, say("Write the value out."))

    def _plainness(self, event: Any) -> None:
        if event.anchor is not None:
            what = say("&{anchor} is an anchor", anchor=event.anchor)
            self._note(event, "anchor", what, say("Delete it, and write each value out."))
        if event.tag is not None:
            what = say("{tag} is a tag", tag=event.tag)
            self._note(event, "tag", what, say("Delete it; put text in quotes."))

    def _note(self, event: Any, code: str, what: Message, mend: Message) -> None:
        mark = event.start_mark
        self.complaints.append(Complaint(code, what, mend, mark.line + 1, mark.column + 1))

    def _stop(self, event: Any, code: str, what: Message, mend: Message) -> None:
        mark = event.start_mark
        raise ComplaintError(Complaint(code, what, mend, mark.line + 1, mark.column + 1))
