"""A file changed to say another edition: only the lines that must change do.

The two editions are walked together as their files say them. A value that differs is replaced
where it stands; a key or an item that is gone leaves with the comments above it; what is new is
written in canonical form behind its neighbour. A project or section that moved and says the same
is taken along as it is written, comments and all.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any

from planversion.errors import Location, PlanversionError, Problem, RefusedWriteError
from planversion.messages import say
from planversion.model import Edition, Path
from planversion.model.saying import written
from planversion.patching.commenting import Comments
from planversion.patching.formatting import Writer, flow
from planversion.patching.quoting import scalar
from planversion.patching.regions import Regions
from planversion.patching.splicing import Edit, splice
from planversion.yamltext import Source, read_edition

Mapping = dict[str, Any]
_WRITER = Writer(Comments())


def patch(source: Source, edition: Edition) -> bytes:
    """The bytes of the file of `source`, changed to say `edition`; without a byte order mark.

    Raises RefusedWriteError where the result would not read back as that edition.
    """
    was, now = written(source.edition), written(edition)
    try:
        text = splice(source.text, _Patching(source).mapping((), was, now))
    except ValueError:
        text = ""  # edits that overlap: nothing that could be written
    if _read(text, source.name) != edition:
        what = say("the file would not have read back as meant, so nothing was written")
        raise RefusedWriteError([Problem("refused", what, None, Location(source.name))])
    return text.encode()


def _read(text: str, name: str) -> Edition | None:
    try:
        return read_edition(text.encode(), name).edition
    except PlanversionError:
        return None


class _Patching:
    """The edits of one file."""

    def __init__(self, source: Source) -> None:
        self._regions = Regions(source)
        self._newline = "\r\n" if "\r\n" in source.text else "\n"
        self._blocks = dict(self._written_items((), written(source.edition)))

    def mapping(self, path: Path, was: Mapping, now: Mapping) -> Iterator[Edit]:
        """What leads from one mapping to the other, in the order of the file."""
        if self._regions.spans[path].flow:
            yield from self._in_braces(path, was, now)
            return
        kept = [key for key in was if key in now]
        if path and not kept:
            yield from self._replaced(path, now)
            return
        yield from self._cut_keys(path, [key for key in was if key not in now])
        for key in kept:
            if not _same(was[key], now[key]):
                yield from self._value((*path, key), was[key], now[key])
        yield from self._put_keys(path, was, now)

    def _in_braces(self, path: Path, was: Mapping, now: Mapping) -> Iterator[Edit]:
        """A mapping on one line: what is new at its beginning is put in, else it is replaced."""
        fresh = {key: value for key, value in now.items() if key not in was}
        if not was or list(now) != [*fresh, *was] or not _same(now, {**fresh, **was}):
            yield from self._replaced(path, now)
            return
        first = self._regions.spans[*path, self._regions.keys(path)[0]].key
        yield Edit(first, first, "".join(f"{scalar(k)}: {flow(v)}, " for k, v in fresh.items()))

    def _value(self, path: Path, was: Any, now: Any) -> Iterator[Edit]:
        if isinstance(was, dict) and isinstance(now, dict):
            yield from self.mapping(path, was, now)
        elif _of_mappings(was) and _of_mappings(now) and not self._regions.spans[path].flow:
            yield from self._items(path, was, now)
        else:
            yield from self._replaced(path, now)

    def _replaced(self, path: Path, now: Any) -> Iterator[Edit]:
        """The value in the place of the one that is there."""
        regions, span = self._regions, self._regions.spans[path]
        indent = span.key_column - 1
        lines = self._lines(path, now, indent)
        if regions.on_one_line(path) and len(lines) == 1:
            key = len(f"{scalar(path[-1])}: ") if isinstance(path[-1], str) else 0
            space = " " if span.start == span.end else ""
            yield Edit(span.start, span.end, space + lines[0][indent + key :])
        else:
            text = self._newline.join(lines)[indent:]
            yield Edit(span.key, regions.end(path), text + self._newline)

    def _lines(self, path: Path, value: Any, indent: int) -> list[str]:
        """The lines of a key with its value, or of an item."""
        above, last = path[:-1], path[-1]
        if isinstance(last, str):
            return list(_WRITER.mapping({last: value}, above, indent))
        return list(_WRITER.items([value], above, indent - 2))

    # Keys

    def _cut_keys(self, path: Path, gone: list[str]) -> Iterator[Edit]:
        spans = self._regions.spans
        staying = [key for key in self._regions.keys(path) if key not in gone]
        for key in gone:
            here = (*path, key)
            if self._regions.leads(here):
                yield Edit(self._regions.start(here), self._regions.end(here), "")
            elif key == self._regions.keys(path)[0]:
                # The keys that follow the hyphen go up to the first that stays.
                yield Edit(spans[here].key, spans[*path, staying[0]].key, "")

    def _put_keys(self, path: Path, was: Mapping, now: Mapping) -> Iterator[Edit]:
        """New keys behind the one that comes before them in the order of the format."""
        behind: dict[str | None, list[str]] = {}
        anchor: str | None = None
        for key in now:
            if key in was:
                anchor = key
            elif (*path, key) in self._regions.spans:
                yield from self._replaced((*path, key), now[key])
            else:
                behind.setdefault(anchor, []).append(key)
        for before, keys in behind.items():
            staying = [key for key in self._regions.keys(path) if key in now or key not in was]
            yield self._put((*path, before or staying[0]), {key: now[key] for key in keys}, before)

    def _put(self, beside: Path, values: Mapping, before: str | None) -> Edit:
        """Keys put in behind the one `beside`, or in front of it where none comes before them."""
        span = self._regions.spans[beside]
        indent = span.key_column - 1
        lines = list(_WRITER.mapping(values, beside[:-1], indent))
        if before is not None:
            return self._inserted(self._regions.end(beside), lines)
        text = "".join(f"{line}{self._newline}" for line in lines)[indent:]
        return Edit(span.key, span.key, text + " " * indent)

    def _inserted(self, offset: int, lines: Iterable[str]) -> Edit:
        text = "".join(f"{line}{self._newline}" for line in lines)
        whole = self._regions.text
        if offset == len(whole) and not whole.endswith("\n"):
            text = self._newline + text.removesuffix(self._newline)
        return Edit(offset, offset, text)

    # Items

    def _items(self, path: Path, was: list[Mapping], now: list[Mapping]) -> Iterator[Edit]:
        regions = self._regions
        indent = regions.spans[*path, 0].key_column - 3
        matcher = SequenceMatcher(None, _known_by(was, now), _known_by(now, was), autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag == "equal":
                for old, new in zip(range(a, b), range(c, d), strict=True):
                    if not _same(was[old], now[new]):
                        yield from self.mapping((*path, old), was[old], now[new])
                continue
            for old in range(a, b):
                yield Edit(regions.start((*path, old)), regions.end((*path, old)), "")
            offset = regions.start((*path, a)) if a < len(was) else regions.end((*path, a - 1))
            lines = [line for item in now[c:d] for line in self._item(path, item, indent)]
            yield from [self._inserted(offset, lines)] if lines else []

    def _item(self, path: Path, item: Mapping, indent: int) -> Iterator[str]:
        """The lines of an item: as they stand elsewhere in the file, or in canonical form."""
        known = self._blocks.get(str(item.get("id")))
        if known is None or not _same(known[1], item):
            yield from _WRITER.items([item], path, indent)
            return
        here, _ = known
        regions = self._regions
        lines = regions.text[regions.start(here) : regions.end(here)].splitlines()
        by = indent - (regions.spans[here].key_column - 3)
        yield from (_shifted(line, by) for line in lines)

    def _written_items(self, path: Path, value: Any) -> Iterator[tuple[str, tuple[Path, Mapping]]]:
        """Every section and project that has an id, with where it stands and what it says."""
        for key in ("sections", "projects"):
            for index, item in enumerate(value.get(key, ())):
                here: Path = (*path, key, index)
                if "id" in item and not self._regions.spans[here].flow:
                    yield item["id"], (here, item)
                yield from self._written_items(here, item)


def _shifted(line: str, by: int) -> str:
    if by >= 0:
        return " " * by + line if line.strip() else line
    return line[-by:] if not line[:-by].strip() else line.lstrip()


def _of_mappings(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _same(one: Any, other: Any) -> bool:
    return bool(one == other) and json.dumps(one) == json.dumps(other)


def _known_by(items: list[Mapping], others: list[Mapping]) -> list[tuple[str, int]]:
    """What each item is known by, if it can be by what the others have too; numbered if twice."""
    there = {(key, str(one[key])) for one in others for key in _NAMES if key in one}
    seen: Counter[str] = Counter()
    found = []
    for item in items:
        named = [(key, str(item[key])) for key in _NAMES if key in item]
        shared = next((name for name in named if name in there), None)
        name = " ".join(shared or (named[0] if named else (json.dumps(item),)))
        seen[name] += 1
        found.append((name, seen[name]))
    return found


_NAMES = ("id", "relists", "name", "title", "year", "text", "project", "scheme")
