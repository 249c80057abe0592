"""The file of a merge: the lines of both sides, and both versions of what is disputed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from planversion.merging.alignment import aligned, interleaved
from planversion.merging.choosing import Equal, Trio, comments_above, comments_beside, saying, whole
from planversion.merging.hunks import Hunk, Part, dashed_parts
from planversion.merging.lines import lead
from planversion.merging.naming import names
from planversion.merging.nodes import Tree
from planversion.merging.outcomes import ABSENT, Outcome, settled
from planversion.merging.spots import Context
from planversion.patching.commenting import Comments
from planversion.patching.formatting import Writer

_WRITER = Writer(Comments())
Named = Outcome[dict[str, Any]]
"""The items of a list by name, as disputes may go."""


class Weaver:
    """Writes what a merge comes to, from the files of the base and both sides."""

    def __init__(self, *trees: Tree, unwritten: frozenset[str], equal: Equal) -> None:
        """Of base, ours and theirs; `unwritten` are ids given to what has none in any file.

        `equal` says whether two values are the same.
        """
        self._trees = trees
        self._unwritten = unwritten
        self._equal = equal

    def woven(self, want: Outcome[Any]) -> list[Part]:
        """The lines of the whole file."""
        trio = Trio(*(tree.root for tree in self._trees))
        parts = [*self._value(want, trio, trio, Context()), self._tail()]
        return [part for part in parts if part]

    def _tail(self) -> str:
        base, ours, theirs = (tree.tail for tree in self._trees)
        if theirs in (base, ours):
            return ours
        return theirs if ours == base else ours + theirs

    def _value(
        self, want: Outcome[Any], trio: Trio, here: Trio, context: Context
    ) -> Iterator[Part]:
        """The lines of a key or an item; `here` are those at this very place of each file."""
        agreed = self._equal(*want)
        chosen = whole(want.ours, trio, self._equal) if agreed else None
        if chosen:
            yield chosen.at(context.column)
        elif trio.opened and _all_are(want, dict):
            yield from self._mapping(want, trio, context)
        elif trio.opened and _all_are(want, list):
            yield from self._list(want, trio, context)
        elif agreed:
            yield self._leaf(want.ours, trio, context)
        else:
            yield self._hunk(want, trio, here, context)

    def _told(self, want: Any, trio: Trio, context: Context) -> str:
        """The lines of what isn't disputed."""
        parts = self._value(settled(want), trio, trio, context)
        return "".join(part for part in parts if isinstance(part, str))

    def _hunk(self, want: Outcome[Any], trio: Trio, here: Trio, context: Context) -> Hunk:
        base = here.base.at(context.column) if here.base else ""
        ours = self._version(want.ours, trio, trio._replace(theirs=None), context)
        theirs = self._version(want.theirs, trio, trio._replace(ours=None), context)
        return Hunk(base, ours, theirs, context.spot)

    def _version(self, want: Any, trio: Trio, own: Trio, context: Context) -> str:
        """A side's own lines, where these say what that side wants."""
        if want is ABSENT:
            return ""
        return self._told(want, own if saying(want, own, self._equal) else trio, context)

    # Mappings

    def _mapping(self, want: Outcome[Any], trio: Trio, context: Context) -> Iterator[Part]:
        found: list[Part] = [_head(trio, context)]
        column = _column_inside(trio, context)
        for key in _keys(want, trio):
            found += self._key(_pick(want, key), trio.inside(key), context.key(key, column))
        yield from dashed_parts(found, context.column) if context.is_item else found

    def _key(self, want: Outcome[Any], trio: Trio, context: Context) -> Iterator[Part]:
        if want.ours is not ABSENT or want.theirs is not ABSENT:
            yield from self._value(want, trio, trio, context)
        elif default := saying(ABSENT, trio, self._equal):
            yield default.at(context.column)

    # Lists

    def _list(self, want: Outcome[Any], trio: Trio, context: Context) -> Iterator[Part]:
        yield _head(trio, context)
        column = _column_inside(trio, context)
        named = want.map(lambda items: dict(zip(names(items), items, strict=True)))
        before, turned, after = aligned(list(named.ours), list(named.theirs))
        for name in before:
            yield from self._item(name, named, trio, context.item(name, column))
        if turned.ours:
            yield self._turned(turned, named, trio, context._replace(column=column))
        for name in after:
            yield from self._item(name, named, trio, context.item(name, column))

    def _item(self, name: str, named: Named, trio: Trio, context: Context) -> Iterator[Part]:
        here = trio.inside(name)
        yield from self._value(
            _pick(named, name), self._anywhere(name, here, context), here, context
        )

    def _anywhere(self, name: str, here: Trio, context: Context) -> Trio:
        """Of a section or project that some file has elsewhere: where it stands there."""
        if all(here) or not context.of_outline:
            return here
        pairs = zip(here, self._trees, strict=True)
        return Trio(*(node or tree.subject(name) for node, tree in pairs))

    def _turned(
        self, order: Outcome[list[str]], named: Named, trio: Trio, context: Context
    ) -> Hunk:
        """Items whose order is disputed, in the order of each side."""
        ours, theirs = (
            "".join(self._in_turn(name, items[name], trio, context) for name in order_of_side)
            for items, order_of_side in zip(named, order, strict=True)
        )
        known = (trio.base and trio.base.inside) or {}
        among = {*order.ours, *order.theirs}
        base = "".join(node.at(context.column) for name, node in known.items() if name in among)
        return Hunk(base, ours, theirs, context.spot)

    def _in_turn(self, name: str, want: Any, trio: Trio, context: Context) -> str:
        item = context.item(name, context.column)
        return self._told(want, self._anywhere(name, trio.inside(name), item), item)

    # Values

    def _leaf(self, want: Any, trio: Trio, context: Context) -> str:
        chosen = saying(want, trio, self._equal)
        body = chosen.at(context.column) if chosen else self._rewritten(want, context)
        beside = (" " * context.column + one for one in comments_beside(trio, chosen))
        above = [*comments_above(trio, context.column), *beside]
        return _as_lines(above) + body.removeprefix(lead(body))

    def _rewritten(self, want: Any, context: Context) -> str:
        if not context.path:
            # A file that is one mapping in braces has no lines of its own.
            return _as_lines(_WRITER.mapping(without(want, self._unwritten), (), 0))
        *above, last = context.path
        write = _WRITER.mapping if isinstance(last, str) else _WRITER.items
        value = {last: want} if isinstance(last, str) else [want]
        return _as_lines(write(without(value, self._unwritten), tuple(above), context.column))


def _pick(want: Outcome[Any], name: str) -> Outcome[Any]:
    return want.map(lambda values: values.get(name, ABSENT))


def _all_are(want: Outcome[Any], kind: type) -> bool:
    """Whether both versions are mappings, or lists of mappings."""
    if not all(isinstance(value, kind) and value for value in want):
        return False
    return kind is dict or all(isinstance(item, dict) for value in want for item in value)


def _head(trio: Trio, context: Context) -> str:
    """The lines before what is inside: a key, and the comments above it."""
    first = trio.opened[0]
    head = first.shifted_head(context.column)
    if not head:
        return ""
    return _as_lines(comments_above(trio, context.column)) + head.removeprefix(lead(head))


def _column_inside(trio: Trio, context: Context) -> int:
    first = trio.opened[0]
    child = next(iter((first.inside or {}).values()))
    return context.column + child.column - first.column


def _as_lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _keys(want: Outcome[dict[str, Any]], trio: Trio) -> list[str]:
    """The keys as the files have them, each new one behind the one before it."""
    ours, theirs = (list((node and node.inside) or {}) for node in (trio.ours, trio.theirs))
    found = interleaved(ours, theirs)
    for values in want:
        before = 0
        for key in values:
            if key not in found:
                found.insert(before, key)
            before = found.index(key) + 1
    return found


def without(value: Any, ids: frozenset[str]) -> Any:
    """The value without ids that no file has."""
    if isinstance(value, list):
        return [without(item, ids) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: without(item, ids)
        for key, item in value.items()
        if key != "id" or not isinstance(item, str) or item not in ids
    }
