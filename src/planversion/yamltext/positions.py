"""Where every node of a file stands: line and column for people, offsets for splicing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from planversion.collector import without_collector
from planversion.model import Path
from planversion.yamltext.parsing import Events, events


class Span(NamedTuple):
    """A node: where its value starts and ends, and where its key starts; lines from 1.

    Offsets count characters of the text; for an item of a list the key is the value itself.
    """

    # The parser's marks as they are: of most nodes of a file nobody asks where they stand.
    value_begins: Any
    value_ends: Any
    key_begins: Any
    key_ends: Any
    flow: bool
    """Whether it is a scalar, or stands in braces or brackets."""
    inside: Mapping[str | int, Span]
    """The nodes inside, by key or by position from 0."""

    @property
    def line(self) -> int:
        """The line of the value."""
        return int(self.value_begins.line) + 1

    @property
    def column(self) -> int:
        """The column of the value."""
        return int(self.value_begins.column) + 1

    @property
    def start(self) -> int:
        """The offset of the value."""
        return int(self.value_begins.index)

    @property
    def end(self) -> int:
        """The offset behind the value."""
        return int(self.value_ends.index)

    @property
    def key(self) -> int:
        """The offset of the key."""
        return int(self.key_begins.index)

    @property
    def key_end(self) -> int:
        """The offset behind the key."""
        return int(self.key_ends.index)

    @property
    def key_line(self) -> int:
        """The line of the key."""
        return int(self.key_begins.line) + 1

    @property
    def key_column(self) -> int:
        """The column of the key."""
        return int(self.key_begins.column) + 1


_NOTHING: Mapping[str | int, Span] = MappingProxyType({})


def locate(text: str) -> dict[Path, Span]:
    """The span of every node of a text that parses, by its path; what is inside a node first."""
    found: dict[Path, Span] = {}
    _gather(nested(text), (), found)
    return found


def _gather(span: Span, path: Path, found: dict[Path, Span]) -> None:
    for name, inside in span.inside.items():
        _gather(inside, (*path, name), found)
    found[path] = span


def nested(text: str) -> Span:
    """The span of a text that parses, with those of all its nodes inside."""
    step = events(text)
    step()
    step()
    with without_collector():
        return _node(step(), None, step)


def _node(event: Any, key: Any, step: Events) -> Span:
    kind, begins = type(event), event.start_mark
    inside: Mapping[str | int, Span] = _NOTHING
    if kind is ScalarEvent or kind is AliasEvent:
        ends, flow = event.end_mark, True
    else:
        inside, ends = (_mapping if kind is MappingStartEvent else _list)(step)
        flow = bool(event.flow_style)
    if key is None:
        return Span(begins, ends, begins, begins, flow, inside)
    return Span(begins, ends, key.start_mark, key.end_mark, flow, inside)


def _mapping(step: Events) -> tuple[dict[str | int, Span], Any]:
    inside: dict[str | int, Span] = {}
    while True:
        key = step()
        if type(key) is not ScalarEvent:
            if type(key) is MappingEndEvent:
                return inside, key.end_mark
            # No key of ours: it and its value are read past, as in the values.
            _node(key, None, step)
            _node(step(), None, step)
            continue
        # Of a key that stands twice the first counts, as in the values.
        inside.setdefault(key.value, _node(step(), key, step))


def _list(step: Events) -> tuple[dict[str | int, Span], Any]:
    inside: dict[str | int, Span] = {}
    while True:
        item = step()
        if type(item) is SequenceEndEvent:
            return inside, item.end_mark
        inside[len(inside)] = _node(item, None, step)
