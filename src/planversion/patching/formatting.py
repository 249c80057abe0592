"""The canonical form of an edition file: one way to write what it says, no comment lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planversion.model import Edition, Path
from planversion.model.saying import written
from planversion.patching.commenting import Comments, comments
from planversion.patching.key_order import ordered
from planversion.patching.proofreading import proofread
from planversion.patching.quoting import block, scalar
from planversion.yamltext import Source
from planversion.yamltext.parsing import parse

WIDTH = 100
"""Columns within which a short list or mapping stays on one line."""

ON_ONE_LINE = frozenset({"levels", "departments", "belongs_to", "period", "budget", "indicators"})
"""Keys below which a mapping stands on one line where it fits."""


def canonical(source: Source) -> str:
    """The text in canonical form.

    Keys in the order of the reference, two spaces a step, one line for what is short, quotes only
    where a reader needs them, and every comment at its node. Raises RefusedWriteError if that
    would not read back as the same edition, or lost a comment.
    """
    tree, _ = parse(source.text)
    found = comments(source.text)
    lines = [*found.first, *Writer(found).mapping(ordered(tree), (), 0), *found.last]
    text = "".join(f"{line}\n" for line in lines)
    proofread(source, text, source.edition)
    return text


def text_of(edition: Edition, name: str) -> str:
    """An edition that no file holds yet, as its file will say it.

    Raises RefusedWriteError if that would not read back as the same edition.
    """
    lines = Writer(Comments()).mapping(written(edition), (), 0)
    text = "".join(f"{line}\n" for line in lines)
    proofread(Source(edition, name, text), text, edition)
    return text


class Writer:
    """Writes values as lines, with the comments that belong to them."""

    def __init__(self, found: Comments) -> None:
        self._comments = found
        self._within = found.within()

    def mapping(self, value: dict[str, Any], path: Path, indent: int) -> Iterator[str]:
        """A block mapping."""
        for key, item in value.items():
            yield from self._above((*path, key), indent)
            yield from self._entry(f"{' ' * indent}{scalar(key)}:", item, (*path, key), indent)
            yield from self._after((*path, key), indent)

    def _entry(self, head: str, value: Any, path: Path, indent: int) -> Iterator[str]:
        """What stands after a key: on its line, or below it."""
        short = self._short(value, path, len(head) + 1)
        if short is not None:
            yield f"{head} {short}{self._beside(path)}"
            return
        if isinstance(value, str):
            yield from self._block_text(head, value, path, indent)
            return
        yield head + self._beside(path)
        below = self.mapping if isinstance(value, dict) else self.items
        yield from below(value, path, indent + 2)

    def _block_text(self, head: str, value: str, path: Path, indent: int) -> Iterator[str]:
        known = block(value)
        assert known is not None
        header, lines = known
        yield f"{head} {header}{self._beside(path)}"
        yield from (f"{' ' * (indent + 2)}{line}" if line else "" for line in lines)

    def items(self, value: list[Any], path: Path, indent: int) -> Iterator[str]:
        for index, item in enumerate(value):
            here: Path = (*path, index)
            yield from self._above(here, indent)
            yield from self._item(item, here, indent)
            yield from self._after(here, indent)

    def _item(self, value: Any, path: Path, indent: int) -> Iterator[str]:
        dash = f"{' ' * indent}-"
        short = self._short(value, path, len(dash) + 1)
        if short is not None:
            yield from self._above(_first(value, path), indent)
            yield f"{dash} {short}{self._beside(path)}"
        elif isinstance(value, str):
            yield from self._block_text(dash, value, path, indent)
        else:
            below = self.mapping if isinstance(value, dict) else self.items
            beside = self._beside(path)
            if beside and self._is_taken(value, path):
                yield f"{' ' * indent}{beside.lstrip()}"
                beside = ""
            yield from _dashed(list(below(value, path, indent + 2)), beside, indent)

    def _is_taken(self, value: Any, path: Path) -> bool:
        """Whether the first line of an item has a comment of what it begins with."""
        here = _first(value, path)
        inside = value[here[-1]]
        deeper = isinstance(value, list) and isinstance(inside, dict | list) and bool(inside)
        return here in self._comments.beside or (deeper and self._is_taken(inside, here))

    def _short(self, value: Any, path: Path, column: int) -> str | None:
        """The value on one line, where it belongs there and fits."""
        if isinstance(value, str):
            return None if block(value) else scalar(value)
        if not isinstance(value, dict | list) or not value:
            return scalar(value) if value not in ({}, []) else str(value)
        # What stands above the first of an item stands above the item.
        above = isinstance(path[-1], int) and _first(value, path) in self._comments.above
        if self._within[path] > above or not _may_be_short(value, path):
            return None
        written = flow(value)
        return written if column + len(written) <= WIDTH else None

    def _above(self, path: Path, indent: int) -> Iterator[str]:
        # One line has room for one comment beside what stands on it.
        more = self._comments.beside.get(path, ())[:-1]
        for comment in (*self._comments.above.get(path, ()), *more):
            yield " " * indent + comment

    def _after(self, path: Path, indent: int) -> Iterator[str]:
        for comment in self._comments.after.get(path, ()):
            yield " " * indent + comment

    def _beside(self, path: Path) -> str:
        beside = self._comments.beside.get(path)
        return f"  {beside[-1]}" if beside else ""


def _first(value: Any, path: Path) -> Path:
    """The first that stands, or could stand, inside a node."""
    return (*path, next(iter(value), 0) if isinstance(value, dict) else 0)


def _dashed(lines: list[str], beside: str, indent: int) -> Iterator[str]:
    """The dash before the first key; a comment above that key goes above the dash."""
    first = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (f"{' ' * indent}{line.lstrip()}" for line in lines[:first])
    yield f"{' ' * indent}- {lines[first][indent + 2 :]}{beside}"
    yield from lines[first + 1 :]


def _may_be_short(value: Any, path: Path) -> bool:
    """Lists of scalars, and mappings that the form wants on one line."""
    if isinstance(value, list):
        return not any(isinstance(item, dict | list) for item in value)
    return bool(ON_ONE_LINE.intersection(map(str, path[-2:])))


def flow(value: Any) -> str:
    """The value on one line, in brackets and braces."""
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(k)}: {flow(v)}" for k, v in value.items()) + "}"
    return scalar(value)
