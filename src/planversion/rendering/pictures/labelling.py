"""The words of a flow: what it shows, its editions, its sections and their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planversion.messages import Language, say
from planversion.model.labelling import edition_label
from planversion.rendering.pictures.columns import EDGE, Columns
from planversion.rendering.pictures.describing import numbers
from planversion.rendering.pictures.flows import Column, Flow
from planversion.rendering.pictures.lettering import Anchor, Label, fitted, leading, whole
from planversion.rendering.pictures.stacking import Slot, called

Stacks = list[tuple[Slot, ...]]
_AIR = 6
_DOWN = 0.35
"""From the middle of a letter to the line it stands on, in sizes."""


def titled(of: Flow, room: Columns, language: Language) -> Label:
    """What is drawn."""
    level = say("Where the placements went, by {level}", level=of.level)
    said = level if of.level else say("Where the placements went")
    title = said.to(language)
    lines = fitted(title, room.room, "head", 3)
    return Label(EDGE, 28, lines, role="head", whole=whole(title, lines))


class _Spot(NamedTuple):
    """Where an edition's name stands, and how much room it has."""

    x: float
    anchor: Anchor
    room: float


def heads(of: Flow, room: Columns, top: float, language: Language) -> list[Label]:
    """The editions above their columns, with how much they list."""
    spots = _spots(room)
    pairs = zip(of.columns, spots, strict=True)
    return [label for column, spot in pairs for label in _head(column, spot, top, language)]


def _spots(room: Columns) -> list[_Spot]:
    first, last = room.lefts[0] + room.widths[0], room.lefts[-1]
    left, right = room.gaps[0]
    between = [
        _Spot(one + wide / 2, "middle", wide + right - left - 2 * EDGE)
        for one, wide in zip(room.lefts[1:-1], room.widths[1:-1], strict=True)
    ]
    return [
        _Spot(first, "end", first - EDGE),
        *between,
        _Spot(last, "start", room.width - EDGE - last),
    ]


def _head(column: Column, at: _Spot, y: float, language: Language) -> tuple[Label, Label]:
    name, known = edition_label(column.edition), numbers(column, language)
    lines = fitted(name, at.room, "strong", 3)
    below = fitted(known, at.room, "quiet", 3)
    under = y + leading("strong") * len(lines)
    return (
        Label(at.x, y, lines, at.anchor, "strong", whole(name, lines)),
        Label(at.x, under, below, at.anchor, "quiet", whole(known, below)),
    )


def named(stacks: Stacks, room: Columns) -> Iterator[Label]:
    """The titles of the sections, beside the first and the last edition."""
    yield from (_name(slot, room.before, "end") for slot in stacks[0])
    yield from (_name(slot, room.behind, "start") for slot in stacks[-1])


def _name(slot: Slot, x: float, anchor: Anchor) -> Label:
    first = slot.middle + 13 * _DOWN - leading("plain") * (len(slot.title) - 1) / 2
    return Label(x, first, slot.title, anchor, "plain", whole(called(slot.node), slot.title))


def counts(stacks: Stacks, room: Columns) -> Iterator[Label]:
    """How many placements a section has, in its box; between editions with its place code."""
    last = len(stacks) - 1
    for index, (stack, left, wide) in enumerate(zip(stacks, room.lefts, room.widths, strict=True)):
        for slot in stack:
            if 0 < index < last:
                yield from _inside(slot, left + _AIR, left + wide - _AIR)
            else:
                yield _count(slot, left + wide / 2, "middle")


def _inside(slot: Slot, left: float, right: float) -> Iterator[Label]:
    count = _count(slot, right, "end")
    name = slot.node.code or slot.node.title
    written = fitted(name, count.box[0] - left - _AIR, "quiet")
    yield Label(left, count.y, written, "start", "quiet", called(slot.node))
    yield count


def _count(slot: Slot, x: float, anchor: Anchor) -> Label:
    return Label(x, slot.middle + 12 * _DOWN, (str(slot.node.placements),), anchor, "number")
