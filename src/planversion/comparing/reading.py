"""Changes of the outline in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from planversion.changes import LineageChange, SubjectChange, Unlisted
from planversion.comparing.order import Reading, ReadingOrder
from planversion.matching.families import Kind

OutlineChange = SubjectChange | LineageChange

KINDS: tuple[str, ...] = (
    *get_args(Kind),
    *("renumbered", "moved", "primary_changed", "renamed", "reordered", "reassigned", "revised"),
    *("reworded", "relisted", "unlisted", "annotated"),
)
"""The order in which changes of one subject are told."""

_RANKS = {kind: rank for rank, kind in enumerate(KINDS)}


def in_reading_order(changes: Iterable[OutlineChange], order: ReadingOrder) -> list[OutlineChange]:
    """The changes by where the new edition has their subjects; what ended, after its neighbour."""
    return sorted(changes, key=lambda change: (*place(change, order), _RANKS[change.kind]))


def place(change: OutlineChange, order: ReadingOrder) -> Reading:
    """Where the change is told."""
    if isinstance(change, LineageChange):
        return _family_place(change, order)
    if isinstance(change, Unlisted):
        return order.of_row(change.old, ended=True)
    if change.subject.startswith("s-"):
        return order.of_section(change.subject)
    return order.of_row(change.new, ended=False)


def _family_place(change: LineageChange, order: ReadingOrder) -> Reading:
    """Where the first who is new stands, else who lives on; else where the first stood."""
    fresh = [member for member in change.new if not member.lives]
    members = fresh or change.new or change.old
    if change.of == "sections":
        return min(order.of_section(member.id) for member in members)
    spots = [spot for member in members for spot in member.spots]
    return min(order.of_row(spot, ended=not change.new) for spot in spots)
