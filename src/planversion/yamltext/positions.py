"""Where every node of a file stands: line and column for people, offsets for splicing."""

from __future__ import annotations

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

    line: int
    column: int
    start: int
    end: int
    key: int
    key_end: int
    key_line: int
    key_column: int
    flow: bool


def locate(text: str) -> dict[Path, Span]:
    """The span of every node of a text that parses, by its path."""
    spans: dict[Path, Span] = {}
    step = events(text)
    step()
    step()
    with without_collector():
        _node(step(), (), None, step, spans)
    return spans


def _node(event: Any, path: Path, key: Any, step: Events, spans: dict[Path, Span]) -> None:
    if isinstance(event, ScalarEvent | AliasEvent):
        spans[path] = _span(event.start_mark, event.end_mark, key, flow=True)
    else:
        inside = _mapping if isinstance(event, MappingStartEvent) else _list
        end = inside(path, step, spans)
        spans[path] = _span(event.start_mark, end, key, flow=bool(event.flow_style))


def _span(start: Any, end: Any, key: Any, *, flow: bool) -> Span:
    line, column, index = start.line + 1, start.column + 1, start.index
    if key is None:
        return Span(line, column, index, end.index, index, index, line, column, flow)
    head = key.start_mark
    return Span(
        line,
        column,
        index,
        end.index,
        head.index,
        key.end_mark.index,
        head.line + 1,
        head.column + 1,
        flow,
    )


def _mapping(path: Path, step: Events, spans: dict[Path, Span]) -> Any:
    while True:
        key = step()
        if type(key) is not ScalarEvent:
            if isinstance(key, MappingEndEvent):
                return key.end_mark
            # No key of ours: it and its value are read past, as in the values.
            _node(key, path, None, step, {})
            _node(step(), path, None, step, {})
            continue
        place = (*path, key.value)
        # Of a key that stands twice the first counts, as in the values.
        _node(step(), place, key, step, {} if place in spans else spans)


def _list(path: Path, step: Events, spans: dict[Path, Span]) -> Any:
    index = 0
    while True:
        item = step()
        if isinstance(item, SequenceEndEvent):
            return item.end_mark
        _node(item, (*path, index), None, step, spans)
        index += 1
