"""A file as a tree of its own lines: what each key and item says, and how it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

from planversion.merging.lines import shifted, undashed
from planversion.merging.naming import named, names
from planversion.merging.outcomes import ABSENT
from planversion.model import Path, Record
from planversion.model.shapes import keys
from planversion.yamltext import Source, Span


class Tree:
    """A whole file."""

    def __init__(self, source: Source, value: dict[str, Any]) -> None:
        """The lines of a file, with `value` as what it says."""
        self._text = source.text if source.text.endswith("\n") else source.text + "\n"
        self._source = source
        tail = _tail(self._text)
        end = len(self._text) - len(tail)
        self.tail = plain(tail)
        """Comments and blank lines after everything."""
        self.root = Node(value, plain(self._text[:end]), 0, _Place(self, (), 0, end))

    @cached_property
    def spans(self) -> dict[Path, Span]:
        """Where every node stands."""
        return self._source.positions

    def keys(self, path: Path, value: dict[str, Any]) -> list[str]:
        """The keys of a mapping as the file has them, those of a default written out as well."""
        there = [key for key in {**value, **_KEYS} if (*path, key) in self.spans]
        return sorted(there, key=lambda key: self.spans[*path, key].key)

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

    def before(self, path: Path) -> str:
        """What stands on its line before a key or an item."""
        key = self.spans[path].key
        return self._text[self._text.rfind("\n", 0, key) + 1 : key]

    def start(self, path: Path, lowest: int) -> int:
        """Where the lines of a key or item begin, with the comments and blank lines above."""
        column = self.column(path)
        start = self._text.rfind("\n", 0, self.spans[path].key) + 1
        while start > lowest:
            above = self._text.rfind("\n", 0, start - 1) + 1
            line = self._text[above:start]
            indent = len(line) - len(line.lstrip(" "))
            if line.strip() and not (line.lstrip().startswith("#") and indent <= column):
                break
            start = above
        return start

    def column(self, path: Path) -> int:
        """Where the key stands, or the dash of an item."""
        if isinstance(path[-1], int):
            return self.before(path).index("-")
        return self.spans[path].key_column - 1

    def beside(self, path: Path) -> str:
        """The comment at the end of its line."""
        end = self.spans[path].end
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


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a node stands in its file."""

    tree: Tree
    path: Path
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
        return self._place.tree.beside(self._place.path)

    @cached_property
    def head(self) -> str:
        """The lines before what is inside it."""
        _, starts = self._cuts
        if not starts:
            return self.text
        head = self._place.tree.lines(self._place.start, starts[0])
        return undashed(head) if head and _leads_item(self._place) else head

    @cached_property
    def inside(self) -> dict[str, Node] | None:
        """Keys, or items by name; None where it is one value to us."""
        children, starts = self._cuts
        if not starts:
            return None
        ends = (*starts[1:], self._place.end)
        return {
            name: self._child(path, said, start, end)
            for (name, (path, said)), start, end in zip(children.items(), starts, ends, strict=True)
        }

    @cached_property
    def _cuts(self) -> tuple[dict[str, tuple[Path, Any]], list[int]]:
        """What is inside, and where the lines of each begin."""
        tree, start = self._place.tree, self._place.start
        children = _children(tree, self._place.path, self.value)
        starts = [tree.start(path, start) for path, _ in children.values()]
        if starts and not isinstance(next(iter(children.values()))[0][-1], int):
            # Keys have nothing above them but the line of their own mapping.
            above = self._place.path and isinstance(self._place.path[-1], str)
            starts[0] = starts[0] if above else start
        return children, starts

    def _child(self, path: Path, value: Any, start: int, end: int) -> Node:
        tree = self._place.tree
        place, text = _Place(tree, path, start, end), tree.lines(start, end)
        text = undashed(text) if _leads_item(place) else text
        return Node(value, text, tree.column(path), place)


def _leads_item(place: _Place) -> bool:
    """Whether it is the first key of an item, behind the dash."""
    path = place.path
    if len(path) < 2 or not isinstance(path[-2], int):  # noqa: PLR2004 - an item, and its key
        return False
    return place.tree.spans[path].key == place.tree.spans[path[:-1]].key


def _children(tree: Tree, path: Path, value: Any) -> dict[str, tuple[Path, Any]]:
    """The keys or items inside that have lines of their own, with what they say."""
    if tree.spans[path].flow:
        return {}
    if isinstance(value, dict):
        keys = {key: ((*path, key), value.get(key, ABSENT)) for key in tree.keys(path, value)}
        return keys if all(_has_lines(tree, place) for place, _ in keys.values()) else {}
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        return {}
    items = {
        name: ((*path, index), item)
        for index, (name, item) in enumerate(zip(names(value), value, strict=True))
    }
    return items if all(_has_lines(tree, place) for place, _ in items.values()) else {}


def _has_lines(tree: Tree, path: Path) -> bool:
    """Whether its line holds nothing before it but the dash of its item."""
    before = tree.before(path).strip(" ")
    if isinstance(path[-1], int):
        return before == "-"
    leads = len(path) > 1 and tree.spans[path].key == tree.spans[path[:-1]].key
    return before == ("-" if leads and isinstance(path[-2], int) else "")


def same(one: Node, other: Node) -> bool:
    """Whether two nodes are written alike, wherever they stand."""
    if one.column == other.column:
        return one.text == other.text
    return one.at(0) == other.at(0)
