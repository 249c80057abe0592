"""A flow on its sheet: boxes, ribbons and labels with their places, before they are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from planversion.messages import Language
from planversion.rendering.pictures.bundling import bundled
from planversion.rendering.pictures.columns import Columns, columns
from planversion.rendering.pictures.flows import Flow, Ribbon
from planversion.rendering.pictures.kinds import Kind
from planversion.rendering.pictures.labelling import counts, heads, named, titled
from planversion.rendering.pictures.legends import Swatch, below_steps, explained, kinds
from planversion.rendering.pictures.lettering import Label
from planversion.rendering.pictures.stacking import Slot, bottom, called, ends, stacked
from planversion.rendering.pictures.tips import LONGEST_STUB, STUB, Band, needed, tips

_TALL, _A_NODE, _THICKEST = 460, 15, 16
_LAST = float("inf")


class Box(NamedTuple):
    """A section of an edition, as high as it has placements."""

    slot: Slot
    x: float
    width: float


class Sheet(NamedTuple):
    """Everything that is drawn, with its place."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    bands: tuple[Band, ...]
    labels: tuple[Label, ...]
    swatches: tuple[Swatch, ...]

    @property
    def kinds(self) -> frozenset[Kind]:
        """Whatever became of anything here."""
        return frozenset(band.ribbon.kind for band in self.bands)


def placed(whole: Flow, asked: float, language: Language) -> Sheet:
    """The flow on a sheet as wide as asked, or wider where it has too many editions for that."""
    of = bundled(whole)
    room = columns(len(of.columns), asked, needed(of))
    title = titled(of, room, language)
    above = heads(of, room, title.box[3] + 22, language)
    top, unit = max(label.box[3] for label in above) + 12, _unit(of)
    stacks = [stacked(one, top, unit, room.titles) for one in of.columns]
    steps = tuple(_bands(of, stacks, room, unit))
    numbers = below_steps(of, room, max(bottom(stack, top) for stack in stacks) + 26)
    legend = kinds(of, room, numbers.end, language)
    words = explained(of, room, legend.end, language)
    points = (label for step in steps for label in tips(step))
    inside = (*named(stacks, room), *counts(stacks, room), *points)
    return Sheet(
        *(room.width, words.box[3] + 10),
        boxes=tuple(_boxes(stacks, room)),
        bands=tuple(band for step in steps for band in step),
        labels=(title, *above, *inside, *numbers.labels, *legend.labels, words),
        swatches=(*numbers.swatches, *legend.swatches),
    )


def _unit(of: Flow) -> float:
    """How thick one placement is."""
    most = max(one.edition.totals.placements for one in of.columns)
    nodes = max(len(one.nodes) for one in of.columns)
    return min(max(_TALL, nodes * _A_NODE) / max(most, 1), _THICKEST)


def _boxes(stacks: list[tuple[Slot, ...]], room: Columns) -> Iterator[Box]:
    for stack, left, wide in zip(stacks, room.lefts, room.widths, strict=True):
        yield from (Box(slot, left, wide) for slot in stack)


def _bands(
    of: Flow, stacks: list[tuple[Slot, ...]], room: Columns, unit: float
) -> Iterator[tuple[Band, ...]]:
    for ribbons, (old, new), gap in zip(of.steps, pairwise(stacks), room.gaps, strict=True):
        yield tuple(_step(ribbons, old, new, gap, unit))


def _step(
    ribbons: tuple[Ribbon, ...],
    old: tuple[Slot, ...],
    new: tuple[Slot, ...],
    gap: tuple[float, float],
    unit: float,
) -> Iterator[Band]:
    above = {slot.node.id: slot.top for slot in new}
    before = {slot.node.id: slot.top for slot in old}
    leaving = sorted(ribbons, key=lambda one: above.get(one.new or "", _LAST))
    arriving = sorted(ribbons, key=lambda one: before.get(one.old or "", _LAST))
    starts = ends(old, ((one, one.old or None, one.was * unit) for one in leaving))
    arrivals = ends(new, ((one, one.new or None, one.now * unit) for one in arriving))
    names = {slot.node.id: called(slot.node) for slot in (*old, *new)}
    left, right = gap
    stub = min((right - left) * STUB, LONGEST_STUB)
    for one in ribbons:
        start, end = starts.get(one), arrivals.get(one)
        yield Band(
            *(one, names.get(one.old or "", ""), names.get(one.new or "", "")),
            left=left if start else right - stub,
            right=right if end else left + stub,
            start=start or _point(end),
            end=end or _point(start),
        )


def _point(other: tuple[float, float] | None) -> tuple[float, float]:
    assert other is not None
    middle = (other[0] + other[1]) / 2
    return middle, middle
