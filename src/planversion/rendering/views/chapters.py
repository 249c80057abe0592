"""A chapter of the change log: what it is about, and its changes in groups."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from planversion.messages import Message, say_n
from planversion.rendering.page import Line, line
from planversion.rendering.speaking import Speaker
from planversion.rendering.summary import counted
from planversion.rendering.views.groups import GROUPS, Named, OutlineChange, grouped

View = Literal["goal", "department", "kind"]
"""What the chapters are about."""


class Group(NamedTuple):
    """Changes under one heading."""

    name: Line
    changes: tuple[OutlineChange, ...]


class Chapter(NamedTuple):
    """Changes under one heading, in groups; the groups leave out what is minor."""

    name: Line
    changes: tuple[OutlineChange, ...]
    groups: tuple[Group, ...]
    remarks: tuple[Line, ...] = ()
    """What is said of the chapter as a whole, before its changes."""


def numbers(changes: Collection[OutlineChange], speaker: Speaker) -> Line:
    """How many changes there are, and of which kinds."""
    kinds = counted(changes, speaker)
    said = say_n("{n} change: {kinds}", "{n} changes: {kinds}", len(changes), kinds=kinds)
    return speaker.fill(said)


def by_question(
    changes: Iterable[OutlineChange], speaker: Speaker, groups: Iterable[Named] = GROUPS
) -> tuple[Group, ...]:
    """The changes in the groups that citizens ask for."""
    return tuple(_named(name, found, speaker) for name, found in grouped(changes, groups))


def _named(name: Message, changes: tuple[OutlineChange, ...], speaker: Speaker) -> Group:
    return Group(line(speaker.word(name)), changes)
