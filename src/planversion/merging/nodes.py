"""A file as a tree of its own lines: what each key and item says, and how it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any, Literal, NamedTuple

from planversion.merging.lines import shifted, undashed
from planversion.merging.naming import named, names
from planversion.merging.outcomes import ABSENT
from planversion.model import Path, Record
from planversion.model.shapes import keys
from planversion.yamltext import Source, Span
from planversion.yamltext.positions import nested


class Tree:
    """A whole file."""

    def __init__(self, source: Source, value: dict[str, Any]) -> None:
        """The lines of a file, with `value` as what it says."""
        self._text = source.text if source.text.endswith("\n") else source.text + "\n"
        tail = _tail(self._text)
        end = len(self._text) - len(tail)
        self.tail = plain(tail)
        """Comments and blank lines after everything."""
        place = _Place(self, nested(source.text), "file", 0, end)
        self.root = Node(value, plain(self._text[:end]), 0, place)

    def subject(self, name: str) -> Node | None:
        """The section, the project, or a relisting of it, wherever it stands."""
        path = self._subjects.get(name)
        return None if path is None else self._at(path)

    @cached_property
    def _subjects(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for name, path in _walk(self.root.value, ()):
            found.setdefault(name, path)
        return found

    def _at(self, path: Path) -> Node | None:
        node: Node | None = self.root
        for step in path:
            inside = (node and node.inside) or {}
            node = inside.get(step) if isinstance(step, str) else _nth(inside, step)
        return node

    def lines(self, start: int, end: int) -> str:
        return plain(self._text[start:end])

    def before(self, span: Span) -> str:
        """What stands on its line before a key or an item."""
        return self._text[self._text.rfind("\n", 0, span.key) + 1 : span.key]

    def start(self, span: Span, column: int, lowest: int) -> int:
        """Where the lines of a key or item begin, with the comments and blank lines above."""
        start = self._text.rfind("\n", 0, span.key) + 1
        while start > lowest:
            above = self._text.rfind("\n", 0, start - 1) + 1
            line = self._text[above:start]
            indent = len(line) - len(line.lstrip(" "))
            if line.strip() and not (line.lstrip().startswith("#") and indent <= column):
                break
            start = above
        return start

    def beside(self, span: Span) -> str:
        """The comment at the end of its line."""
        end = span.end
        if self._text[end - 1 : end] == "\n":
            return ""
        found = self._text[end : self._text.find("\n", end)].strip()
        return found if found.startswith("#") else ""


def _nth(inside: dict[str, Node], index: int) -> Node | None:
    return next(islice(inside.values(), index, None), None)


def plain(text: str) -> str:
    """The text with one kind of line end."""
    return text.replace("\r\n", "\n")


def _walk(value: dict[str, Any], path: Path) -> Iterator[tuple[str, Path]]:
    for key in ("projects", "sections"):
        for index, item in enumerate(value.get(key, ())):
            here: Path = (*path, key, index)
            yield named(item), here
            yield from _walk(item, here)


def _tail(text: str) -> str:
    """The lines after everything: blank ones, comments that begin the line, the document's end."""
    lines = text.splitlines(keepends=True)
    kept = len(lines)
    while kept and (not lines[kept - 1].strip() or lines[kept - 1].startswith(("#", "..."))):
        kept -= 1
    return "".join(lines[kept:])


# Whatever a record may have and leave out; free-form values are all in what the edition says.
_KEYS = dict.fromkeys(key for record in Record.__subclasses__() for key in keys(record))


Kind = Literal["file", "key", "first key", "item"]
"""The whole file, a key, the first key of an item behind the dash, an item of a list."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a node stands in its file."""

    tree: Tree
    span: Span
    kind: Kind
    start: int
    end: int


@dataclass
class Node:
    """A key with its value, or an item of a list, as a file writes it."""

    value: Any
    """What it says; ABSENT where a default is written out."""
    text: str
    """Its lines, the comments above it first; the lines of a key have no dash."""
    column: int
    """Where its key or its dash stands, from 0."""
    _place: _Place = field(repr=False)

    def at(self, column: int) -> str:
        """Its lines, with its key or its dash in that column."""
        return shifted(self.text, column - self.column)

    def shifted_head(self, column: int) -> str:
        """The lines before what is inside it, with its key in that column."""
        return shifted(self.head, column - self.column)

    @cached_property
    def beside(self) -> str:
        """The comment at the end of its line, where what it says is one value."""
        return self._place.tree.beside(self._place.span)

    @cached_property
    def head(self) -> str:
        """The lines before what is inside it."""
        _, starts = self._cuts
        if not starts:
            return self.text
        head = self._place.tree.lines(self._place.start, starts[0])
        return undashed(head) if head and self._place.kind == "first key" else head

    @cached_property
    def inside(self) -> dict[str, Node] | None:
        """Keys, or items by name; None where it is one value to us."""
        children, starts = self._cuts
        if not starts:
            return None
        ends = (*starts[1:], self._place.end)
        return {
            child.name: self._child(child, start, end)
            for child, start, end in zip(children, starts, ends, strict=True)
        }

    @cached_property
    def _cuts(self) -> tuple[list[_Child], list[int]]:
        """What is inside, and where the lines of each begin."""
        tree, start = self._place.tree, self._place.start
        children = _children(self._place, self.value)
        starts = [tree.start(child.span, child.column, start) for child in children]
        if starts and children[0].kind != "item" and self._place.kind in ("file", "item"):
            # Keys have nothing above them but the line of their own mapping.
            starts[0] = start
        return children, starts

    def _child(self, child: _Child, start: int, end: int) -> Node:
        tree = self._place.tree
        place, text = _Place(tree, child.span, child.kind, start, end), tree.lines(start, end)
        text = undashed(text) if child.kind == "first key" else text
        return Node(child.value, text, child.column, place)


class _Child(NamedTuple):
    """A key or an item inside a node, with lines of its own."""

    name: str
    value: Any
    span: Span
    kind: Kind
    column: int


def _children(place: _Place, value: Any) -> list[_Child]:
    """The keys or items inside that have lines of their own, with what they say."""
    if place.span.flow:
        return []
    if isinstance(value, dict):
        return _with_columns(place.tree, _keys_inside(place, value))
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return _with_columns(place.tree, _items_inside(place, value))
    return []


Found = tuple[str, Any, Span, Kind]


def _keys_inside(place: _Place, value: dict[str, Any]) -> Iterator[Found]:
    """The keys of a mapping as the file has them, those of a default written out as well."""
    for key, span in place.span.inside.items():
        if isinstance(key, str) and (key in value or key in _KEYS):
            leads = place.kind == "item" and span.key == place.span.key
            yield key, value.get(key, ABSENT), span, "first key" if leads else "key"


def _items_inside(place: _Place, value: list[dict[str, Any]]) -> Iterator[Found]:
    for index, (name, item) in enumerate(zip(names(value), value, strict=True)):
        yield name, item, place.span.inside[index], "item"


def _with_columns(tree: Tree, found: Iterable[Found]) -> list[_Child]:
    """What was found, with where each stands; nothing where one has no lines of its own."""
    children = []
    for name, value, span, kind in found:
        before = tree.before(span)
        if before.strip(" ") != ("" if kind == "key" else "-"):
            return []
        column = before.index("-") if kind == "item" else span.key_column - 1
        children.append(_Child(name, value, span, kind, column))
    return children


def same(one: Node, other: Node) -> bool:
    """Whether two nodes are written alike, wherever they stand."""
    if one.column == other.column:
        return one.text == other.text
    return one.at(0) == other.at(0)
