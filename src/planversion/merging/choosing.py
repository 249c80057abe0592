"""Which side's lines say a value: whoever wrote it, with the comments of both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from planversion.merging.lines import comments
from planversion.merging.nodes import Node, same

Equal = Callable[[Any, Any], bool]
"""Whether two values of files are the same."""


class Trio(NamedTuple):
    """One key or item as the base and both sides write it; None where one doesn't."""

    base: Node | None
    ours: Node | None
    theirs: Node | None

    def map(self, function: Callable[[Node], Node | None]) -> Trio:
        """The same of what each writes."""
        return Trio(*(None if node is None else function(node) for node in self))

    def inside(self, name: str) -> Trio:
        """A key or item inside."""
        return self.map(lambda node: (node.inside or {}).get(name))

    @property
    def sides(self) -> list[Node]:
        """Those of both sides that write it."""
        return [node for node in (self.ours, self.theirs) if node is not None]

    @property
    def opened(self) -> list[Node]:
        """Those of both sides whose inside has lines of its own."""
        return [node for node in self.sides if node.inside is not None]


def whole(want: Any, trio: Trio, equal: Equal) -> Node | None:
    """The side whose lines can stand as they are, for the other didn't touch them."""
    base, ours, theirs = trio
    if ours and equal(ours.value, want) and (theirs is None or _untouched(theirs, ours, base)):
        return ours
    if theirs and equal(theirs.value, want) and (ours is None or _untouched(ours, theirs, base)):
        return theirs
    return None


def _untouched(other: Node, one: Node, base: Node | None) -> bool:
    """Whether the other is written as this one, or as the base."""
    return same(other, one) or (base is not None and same(other, base))


def saying(want: Any, trio: Trio, equal: Equal) -> Node | None:
    """A side whose lines say the value."""
    return next((node for node in trio.sides if equal(node.value, want)), None)


def comments_above(trio: Trio, column: int) -> list[str]:
    """The comments and blank lines above: the edit of one side, or what both put there."""
    _, ours, theirs = trio
    was, one, other = (comments(node.at(column)) if node else [] for node in trio)
    if theirs is None or (ours is not None and other == was):
        return one
    if ours is None or one == was:
        return other
    return [*one, *(comment for comment in other if comment not in {*was, *one})]


def comments_beside(trio: Trio, chosen: Node | None) -> list[str]:
    """The comments at the end of its line that stay and aren't those of who is chosen."""
    was = trio.base.beside if trio.base else ""
    found = {node.beside for node in trio.sides}
    taken_away = {was} if len(found) > 1 else set()
    return sorted(found - taken_away - {"", chosen.beside if chosen else ""})
