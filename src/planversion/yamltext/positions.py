"""Where every node of a file stands: line and column for people, offsets for splicing."""

from __future__ import annotations

from typing import Any, NamedTuple

from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

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
    _node(step(), (), None, step, spans)
    return spans


def _node(event: Any, path: Path, key: Any, step: Events, spans: dict[Path, Span]) -> None:
    end = event.end_mark
    if isinstance(event, MappingStartEvent):
        end = _mapping(path, step, spans)
    elif not isinstance(event, ScalarEvent) and hasattr(event, "flow_style"):
        end = _list(path, step, spans)
    spans[path] = _span(event, end, key)


def _span(event: Any, end: Any, key: Any) -> Span:
    start = event.start_mark
    head, head_end = (key.start_mark, key.end_mark) if key else (start, start)
    return Span(
        start.line + 1,
        start.column + 1,
        start.index,
        end.index,
        head.index,
        head_end.index,
        head.line + 1,
        head.column + 1,
        bool(getattr(event, "flow_style", True)),
    )


def _mapping(path: Path, step: Events, spans: dict[Path, Span]) -> Any:
    while True:
        key = step()
        if isinstance(key, MappingEndEvent):
            return key.end_mark
        if not isinstance(key, ScalarEvent):
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
