"""What stands in brackets and braces, changed where it stands: all else keeps its place.

Only what is put in and what is replaced is touched; how the rest is laid out, and the comments in
it, stay as they are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from planversion.model import Path
from planversion.patching.formatting import flow
from planversion.patching.pairing import same, steps
from planversion.patching.quoting import quoted
from planversion.patching.regions import Regions
from planversion.patching.splicing import Edit


def grows(was: Any, now: Any) -> bool:
    """Whether a list or a mapping keeps all that it has, so that it can stay where it is."""
    if not was or not now or type(was) is not type(now):
        return False
    if isinstance(was, dict):
        return set(was) <= set(now)
    return isinstance(was, list) and all(one.kept or one.a == one.b for one in steps(was, now))


class Brackets:
    """The edits inside the brackets and braces of one file."""

    def __init__(self, regions: Regions) -> None:
        self._regions = regions
        # A file that is JSON as well stays so.
        self._flow: Callable[[Any], str] = quoted if _is_json(regions.text) else flow

    def changed(self, path: Path, was: Any, now: Any) -> Iterator[Edit]:
        """What leads from one value to the other."""
        if not grows(was, now):
            yield self.replaced(path, now)
        elif isinstance(was, dict):
            yield from self._mapping(path, was, now)
        else:
            yield from self._items(path, was, now)

    def replaced(self, path: Path, now: Any) -> Edit:
        """The value in the place of the one that is there, below the comments that stood in it."""
        span = self._regions.spans[path]
        comments = self._regions.comments(span.start, span.end)
        lines = [f"{comment}{self._regions.newline}" for comment in comments]
        indent = " " * (span.key_column - 1)
        text = "".join(f"{line}{indent}" for line in lines) + self._flow(now)
        apart = bool(comments) or span.start == span.end
        return Edit(span.start, span.end, (self._lead(path) if apart else "") + text)

    def _lead(self, path: Path) -> str:
        """What is missing between a key and a value that stands apart from it."""
        span, text = self._regions.spans[path], self._regions.text
        if path and isinstance(path[-1], str) and ":" not in text[span.key_end : span.start]:
            return ": "
        return "" if text[span.start - 1 : span.start].isspace() else " "

    def _mapping(self, path: Path, was: dict[str, Any], now: dict[str, Any]) -> Iterator[Edit]:
        spans, bare = self._regions.spans, self._bare(path)
        first = self._regions.begins((*path, self._regions.keys(path)[0]))
        yield from [Edit(first, first, "{")] if bare else []
        anchor: int | None = None
        for key, value in now.items():
            if (*path, key) not in spans:
                yield self._put(f"{self._flow(key)}: {self._flow(value)}", anchor, first)
                continue
            anchor = spans[*path, key].end
            if not same(was.get(key), value):
                yield from self.changed((*path, key), was.get(key), value)
        yield from [Edit(spans[path].end, spans[path].end, "}")] if bare else []

    def _items(self, path: Path, was: list[Any], now: list[Any]) -> Iterator[Edit]:
        spans = self._regions.spans
        for kept, a, b, c, d in steps(was, now):
            if not kept:
                anchor = spans[*path, a - 1].end if a else None
                for value in now[c:d]:
                    yield self._put(self._flow(value), anchor, spans[*path, 0].key)
                continue
            for old, new in zip(range(a, b), range(c, d), strict=True):
                if not same(was[old], now[new]):
                    yield from self.changed((*path, old), was[old], now[new])

    @staticmethod
    def _put(text: str, anchor: int | None, first: int) -> Edit:
        """An entry behind the one that ends at `anchor`, or before the first."""
        if anchor is None:
            return Edit(first, first, f"{text}, ")
        return Edit(anchor, anchor, f", {text}")

    def _bare(self, path: Path) -> bool:
        """Whether a mapping of one key stands in a list without braces of its own."""
        return self._regions.text[self._regions.spans[path].start] != "{"


def _is_json(text: str) -> bool:
    if text.lstrip()[:1] != "{":
        return False
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
