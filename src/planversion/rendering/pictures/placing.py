"""A flow on its sheet: boxes, ribbons and labels with their places, before they are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from planversion.messages import Language, Message, say
from planversion.rendering.pictures.describing import counted, numbers
from planversion.rendering.pictures.flows import Flow, Ribbon, totals
from planversion.rendering.pictures.kinds import LOOKS, Kind
from planversion.rendering.pictures.lettering import (
    Label,
    fitted,
    leading,
    whole,
    width,
)
from planversion.rendering.pictures.stacking import Slot, bottom, called, ends, stacked
from planversion.rendering.speaking import Speaker
from planversion.rendering.summary import edition_label

_EDGE = 12
_OUTER, _INNER = 40, 74
"""How wide the boxes are: of the first and last edition, and of those between."""
_TALL, _A_NODE, _THICKEST = 460, 15, 16
_TITLES = 0.27
_WIDEST_TITLE = 300
_LEAST_TITLE = 92
_BETWEEN = 104
_SWATCH = 22


class Box(NamedTuple):
    """A section of an edition: a column and its place in it."""

    column: int
    slot: Slot
    x: float
    width: float


class Band(NamedTuple):
    """A ribbon from one section to another, or to a point where there is none."""

    ribbon: Ribbon
    old: str
    """What the section it comes from is called; empty where it comes from none."""
    new: str
    left: float
    right: float
    start: tuple[float, float]
    end: tuple[float, float]


class Swatch(NamedTuple):
    """A sample of a kind beside its word."""

    kind: Kind
    x: float
    y: float


class Sheet(NamedTuple):
    """Everything that is drawn, with its place."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    bands: tuple[Band, ...]
    labels: tuple[Label, ...]
    swatches: tuple[Swatch, ...]


class _Columns(NamedTuple):
    """How the width is shared out."""

    width: float
    titles: float
    lefts: tuple[float, ...]
    widths: tuple[int, ...]

    @property
    def gaps(self) -> tuple[tuple[float, float], ...]:
        """From where to where ribbons run."""
        ends = [left + wide for left, wide in zip(self.lefts, self.widths, strict=True)]
        return tuple(zip(ends[:-1], self.lefts[1:], strict=True))


def placed(of: Flow, asked: float, language: Language) -> Sheet:
    """The flow on a sheet as wide as asked, or wider where it has too many editions for that."""
    columns = _columns(of, asked)
    title = Label(
        _EDGE,
        28,
        fitted(_title(of).to(language), columns.width - 2 * _EDGE, "head", 3),
        role="head",
    )
    heads, top = _heads(of, columns, title.box[3] + 22, Speaker(language))
    unit = _unit(of)
    stacks = [stacked(one, top, unit, columns.titles) for one in of.columns]
    end = max(bottom(stack, top) for stack in stacks)
    labels = (title, *heads, *_named(stacks, columns), *_counted(stacks, columns))
    bands = tuple(_bands(of, stacks, columns, unit))
    legend, swatches, height = _legend(of, columns, end + 30, Speaker(language))
    return Sheet(
        width=columns.width,
        height=height,
        boxes=tuple(_boxes(stacks, columns)),
        bands=bands,
        labels=(*labels, *_tips(bands, stacks), *legend),
        swatches=swatches,
    )


def _title(of: Flow) -> Message:
    if of.level:
        return say("Where the placements went, by {level}", level=of.level)
    return say("Where the placements went")


def _columns(of: Flow, asked: float) -> _Columns:
    count = len(of.columns)
    titles = min(max(asked * _TITLES, _LEAST_TITLE), _WIDEST_TITLE) - _EDGE
    widths = (_OUTER, *[_INNER] * (count - 2), _OUTER)
    fixed = 2 * (_EDGE + titles + 6) + sum(widths)
    gap = max((asked - fixed) / (count - 1), _BETWEEN)
    lefts = [_EDGE + titles + 6]
    for wide in widths[:-1]:
        lefts.append(lefts[-1] + wide + gap)
    return _Columns(fixed + gap * (count - 1), titles, tuple(lefts), widths)


def _unit(of: Flow) -> float:
    """How thick one placement is."""
    most = max(one.edition.totals.placements for one in of.columns)
    nodes = max(len(one.nodes) for one in of.columns)
    return min(max(_TALL, nodes * _A_NODE) / max(most, 1), _THICKEST)


def _heads(of: Flow, columns: _Columns, top: float, speaker: Speaker) -> tuple[list[Label], float]:
    """The editions above their columns, and where the columns begin."""
    labels: list[Label] = []
    last = len(of.columns) - 1
    room = (columns.width - 2 * _EDGE) / len(of.columns) - 10
    for number, column in enumerate(of.columns):
        x = columns.lefts[number] + columns.widths[number] / 2
        outer = {0: columns.lefts[0] + _OUTER, last: columns.lefts[-1]}
        anchor = "end" if number == 0 else "start" if number == last else "middle"
        own = room if anchor == "middle" else columns.titles + _OUTER
        name = edition_label(column.edition)
        lines = fitted(name, own, "strong", 3)
        labels.append(Label(outer.get(number, x), top, lines, anchor, "strong", whole(name, lines)))
        below = fitted(numbers(column, speaker), own, "quiet", 3)
        under = top + leading("strong") * len(lines)
        labels.append(Label(outer.get(number, x), under, below, anchor, "quiet"))
    return labels, max(label.box[3] for label in labels) + 12


def _boxes(stacks: list[tuple[Slot, ...]], columns: _Columns) -> Iterator[Box]:
    for number, stack in enumerate(stacks):
        for slot in stack:
            yield Box(number, slot, columns.lefts[number], columns.widths[number])


def _named(stacks: list[tuple[Slot, ...]], columns: _Columns) -> Iterator[Label]:
    """The titles beside the first and the last edition."""
    for slot in stacks[0]:
        yield _name(slot, columns.lefts[0] - 6, "end")
    for slot in stacks[-1]:
        yield _name(slot, columns.lefts[-1] + _OUTER + 6, "start")


def _name(slot: Slot, x: float, anchor: str) -> Label:
    step = leading("plain")
    y = slot.middle + 4.6 - step * (len(slot.title) - 1) / 2
    side = "end" if anchor == "end" else "start"
    return Label(x, y, slot.title, side, "plain", whole(called(slot.node), slot.title))


def _counted(stacks: list[tuple[Slot, ...]], columns: _Columns) -> Iterator[Label]:
    """How many placements, in every box; between editions the number of the section before it."""
    last = len(stacks) - 1
    for number, stack in enumerate(stacks):
        x = columns.lefts[number] + columns.widths[number] / 2
        for slot in stack:
            inner = 0 < number < last
            known = f"{slot.node.code or slot.node.title} " if inner else ""
            told = f"{known}{slot.node.count}"
            fits = width(told, "number") <= columns.widths[number] - 4
            count = told if fits else f"{slot.node.count}"
            name = f"{called(slot.node)} {slot.node.count}" if inner else None
            yield Label(x, slot.middle + 4.2, (count,), "middle", "number", name)


def _bands(
    of: Flow, stacks: list[tuple[Slot, ...]], columns: _Columns, unit: float
) -> Iterator[Band]:
    for ribbons, (old, new), gap in zip(of.steps, pairwise(stacks), columns.gaps, strict=True):
        yield from _step(ribbons, old, new, gap, unit)


def _step(
    ribbons: tuple[Ribbon, ...],
    old: tuple[Slot, ...],
    new: tuple[Slot, ...],
    gap: tuple[float, float],
    unit: float,
) -> Iterator[Band]:
    tops = {slot.node.id: slot.top for slot in new}
    froms = {slot.node.id: slot.top for slot in old}
    last = float("inf")
    starts = ends(
        old, ribbons, unit, lambda r: (r.old, r.was), lambda r: tops.get(r.new or "", last)
    )
    arrive = ends(
        new, ribbons, unit, lambda r: (r.new, r.now), lambda r: froms.get(r.old or "", last)
    )
    names = {slot.node.id: called(slot.node) for slot in (*old, *new)}
    left, right = gap
    stub = (right - left) * 0.22
    for ribbon in ribbons:
        start, end = starts.get(ribbon), arrive.get(ribbon)
        yield Band(
            ribbon,
            names.get(ribbon.old or "", ""),
            names.get(ribbon.new or "", ""),
            left if start else right - stub,
            right if end else left + stub,
            start or _point(end),
            end or _point(start),
        )


def _point(other: tuple[float, float] | None) -> tuple[float, float]:
    assert other is not None
    middle = (other[0] + other[1]) / 2
    return middle, middle


def _tips(bands: tuple[Band, ...], stacks: list[tuple[Slot, ...]]) -> Iterator[Label]:
    """How many are new, and how many ended, one number a section."""
    came: dict[tuple[float, str], list[Band]] = {}
    went: dict[tuple[float, str], list[Band]] = {}
    for band in bands:
        if band.ribbon.old is None:
            came.setdefault((band.left, band.ribbon.new or ""), []).append(band)
        if band.ribbon.new is None:
            went.setdefault((band.right, band.ribbon.old or ""), []).append(band)
    for (x, _), some in came.items():
        y = (some[0].end[0] + some[-1].end[1]) / 2 + 4.2
        count = sum(band.ribbon.now for band in some)
        yield Label(x - 3, y, (f"+{count}",), "end", "number")
    for (x, _), some in went.items():
        y = (some[0].start[0] + some[-1].start[1]) / 2 + 4.2
        count = sum(band.ribbon.was for band in some)
        yield Label(x + 3, y, (f"−{count}",), "start", "number")


def _legend(
    of: Flow, columns: _Columns, top: float, speaker: Speaker
) -> tuple[list[Label], tuple[Swatch, ...], float]:
    """Every kind that is there, in a word; with its numbers below each step, where there are several."""
    labels: list[Label] = []
    swatches: list[Swatch] = []
    met = totals([ribbon for step in of.steps for ribbon in step])
    alone = len(of.steps) == 1
    x, y = float(_EDGE), top
    for kind, both in met.items():
        word = speaker.word(LOOKS[kind].word)
        told = f"{word} {counted(kind, both)}" if alone else word
        wide = _SWATCH + 6 + width(told, "quiet")
        if x > _EDGE and x + wide > columns.width - _EDGE:
            x, y = _EDGE, y + 22
        swatches.append(Swatch(kind, x, y - 10))
        labels.append(Label(x + _SWATCH + 6, y, (told,), "start", "quiet"))
        x += wide + 18
    lines = fitted(speaker.word(_EXPLAINED), columns.width - 2 * _EDGE, "quiet", 6)
    labels.append(Label(_EDGE, y + 26, lines, "start", "quiet"))
    return labels, tuple(swatches), labels[-1].box[3] + 10


_EXPLAINED = say(
    "Thickness is the number of placements, relistings among them. A ribbon that is thinner at one"
    " end is several that became fewer, or fewer that became several; one with a point is new, or"
    " ended."
)
