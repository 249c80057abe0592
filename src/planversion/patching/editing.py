"""A file changed to say another edition: only the lines that must change do.

The two editions are walked together as their files say them. A value that differs is replaced
where it stands; a key or an item that is gone leaves with the comments above it; what is new is
written in canonical form behind its neighbour. A project or section that moved and says the same
is taken along as it is written, comments and all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from planversion.messages import say
from planversion.model import Edition, Path
from planversion.model.saying import written
from planversion.patching.bracketing import Brackets, grows
from planversion.patching.commenting import Comments
from planversion.patching.formatting import Writer
from planversion.patching.pairing import same, steps
from planversion.patching.proofreading import proofread
from planversion.patching.quoting import scalar
from planversion.patching.regions import Regions
from planversion.patching.splicing import Edit, splice
from planversion.yamltext import Source

Mapping = dict[str, Any]
_WRITER = Writer(Comments())


def patch(source: Source, edition: Edition) -> bytes:
    """The bytes of the file of `source`, changed to say `edition`; without a byte order mark.

    Raises RefusedWriteError where the result would not read back as that edition, or would have
    lost a comment of something that stays.
    """
    was, now = written(source.edition), written(edition)
    edits = list(_Patching(source).mapping((), was, now))
    mend = say("Bring the file into form first, with planversion fmt.")
    try:
        text = splice(source.text, edits)
    except ValueError:
        text = ""  # edits that overlap: nothing that could be written
    gone = ((edit.start, edit.end) for edit in edits if not edit.text)
    proofread(source, text, edition, mend, gone)
    return text.encode()


class _Patching:
    """The edits of one file."""

    def __init__(self, source: Source) -> None:
        self._regions = Regions(source)
        self._newline = self._regions.newline
        self._brackets = Brackets(self._regions)
        self._blocks = dict(self._written_items((), written(source.edition)))

    def mapping(self, path: Path, was: Mapping, now: Mapping) -> Iterator[Edit]:
        """What leads from one mapping to the other, in the order of the file."""
        if self._regions.spans[path].flow:
            yield from self._in_brackets(path, was, now)
            return
        kept = [key for key in was if key in now]
        if path and not kept:
            yield from self._replaced(path, now)
            return
        yield from self._cut_keys(path, [key for key in was if key not in now])
        for key in kept:
            if not same(was[key], now[key]):
                yield from self._value((*path, key), was[key], now[key])
        yield from self._put_keys(path, was, now)

    def _in_brackets(self, path: Path, was: Any, now: Any) -> Iterator[Edit]:
        """What is put into a list or a mapping; one that loses something is written anew."""
        if grows(was, now) or not path:
            yield from self._brackets.changed(path, was, now)
        else:
            yield from self._replaced(path, now)

    def _value(self, path: Path, was: Any, now: Any) -> Iterator[Edit]:
        if isinstance(was, dict) and isinstance(now, dict):
            yield from self.mapping(path, was, now)
        elif not (was and now and self._has_items(path, was) and isinstance(now, list)):
            yield from self._replaced(path, now)
        elif self._regions.spans[path].flow:
            yield from self._in_brackets(path, was, now)
        else:
            yield from self._items(path, was, now)

    def _has_items(self, path: Path, value: Any) -> bool:
        """Whether it is a list of which each item is worth keeping as it is written."""
        span = self._regions.spans[path]
        return isinstance(value, list) and (
            any(isinstance(one, dict) for one in value)
            or bool(self._regions.comments(span.start, self._regions.end(path)))
        )

    def _replaced(self, path: Path, now: Any) -> Iterator[Edit]:
        """The value in the place of the one that is there."""
        regions, span = self._regions, self._regions.spans[path]
        indent = regions.indent(path)
        lines = list(self._lines(path, now, indent, []))
        if regions.on_one_line(path) and len(lines) == 1:
            key = len(f"{scalar(path[-1])}: ") if isinstance(path[-1], str) else 0
            space = " " if span.start == span.end else ""
            yield Edit(span.start, span.end, space + lines[0][indent + key :])
            return
        start, end = regions.begins(path), regions.end(path)
        *above, beside = regions.comments(start, end) or [""]
        lines = list(self._lines(path, now, indent, [beside] if beside else []))
        lead = "".join(f"{comment}{self._newline}{' ' * indent}" for comment in above)
        yield Edit(start, end, lead + self._newline.join(lines)[indent:] + self._newline)

    def _lines(self, path: Path, value: Any, indent: int, beside: list[str]) -> Iterator[str]:
        """The lines of a key with its value, or of an item."""
        above, last = path[:-1], path[-1]
        if isinstance(last, str):
            return Writer(Comments(beside={path: beside})).mapping({last: value}, above, indent)
        here = Comments(beside={(*above, 0): beside})
        return Writer(here).items([value], above, indent - 2)

    # Keys

    def _cut_keys(self, path: Path, gone: list[str]) -> Iterator[Edit]:
        regions, keys = self._regions, self._regions.keys(path)
        if gone and keys[0] in gone and not regions.leads((*path, keys[0])):
            # What stays goes up behind the hyphen, with the comments above it.
            staying = next(index for index, key in enumerate(keys) if key not in gone)
            first, stays = (*path, keys[0]), (*path, keys[staying])
            yield Edit(regions.begins(first), regions.start(stays) + regions.indent(stays), "")
            gone = [key for key in gone if key not in keys[:staying]]
        for key in gone:
            yield Edit(regions.start((*path, key)), regions.end((*path, key)), "")

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
        begins, indent = self._regions.begins(beside), self._regions.indent(beside)
        lines = list(_WRITER.mapping(values, beside[:-1], indent))
        if before is not None:
            return self._inserted(self._regions.behind(beside), lines)
        text = "".join(f"{line}{self._newline}" for line in lines)[indent:]
        return Edit(begins, begins, text + " " * indent)

    def _inserted(self, offset: int, lines: Iterable[str]) -> Edit:
        text = "".join(f"{line}{self._newline}" for line in lines)
        whole = self._regions.text
        if offset == len(whole) and not whole.endswith("\n"):
            text = self._newline + text.removesuffix(self._newline)
        return Edit(offset, offset, text)

    # Items

    def _items(self, path: Path, was: list[Any], now: list[Any]) -> Iterator[Edit]:
        regions = self._regions
        indent = regions.spans[path].column - 1
        for kept, a, b, c, d in steps(was, now):
            if kept:
                for old, new in zip(range(a, b), range(c, d), strict=True):
                    if not same(was[old], now[new]):
                        yield from self.mapping((*path, old), was[old], now[new])
                continue
            for old in range(a, b):
                yield Edit(regions.start((*path, old)), regions.end((*path, old)), "")
            offset = regions.start((*path, a)) if a < len(was) else regions.behind((*path, a - 1))
            lines = [line for item in now[c:d] for line in self._item(path, item, indent)]
            yield from [self._inserted(offset, lines)] if lines else []

    def _item(self, path: Path, item: Any, indent: int) -> Iterator[str]:
        """The lines of an item: as they stand elsewhere in the file, or in canonical form."""
        known = self._blocks.get(str(item.get("id"))) if isinstance(item, dict) else None
        if known is None or not same(known[1], item):
            yield from _WRITER.items([item], path, indent)
            return
        here, _ = known
        regions = self._regions
        lines = regions.text[regions.start(here) : regions.end(here)].splitlines()
        by = indent - (regions.spans[here[:-1]].column - 1)
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
