"""Lanes as a picture: plain SVG, without a script and without a style of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planversion.messages import Message, say
from planversion.rendering import pictures
from planversion.rendering.past.lanes import Lane, Lanes, Link, Mark, Shape
from planversion.rendering.pictures.frame import Frame, framed, lettered
from planversion.rendering.pictures.lettering import Label, Role, fitted, whole, width
from planversion.rendering.pictures.style import themed
from planversion.rendering.speaking import Speaker


def _colours(of: Mapping[str, str]) -> Iterator[str]:
    yield f".picture .life {{ stroke: {of['edge']}; stroke-width: 3; }}"
    yield f".picture .own-life {{ stroke: {of['moved']}; stroke-width: 5; }}"
    yield f".picture .edition {{ stroke: {of['edge']}; stroke-dasharray: 3 3; }}"
    yield f".picture .link {{ stroke: {of['split']}; stroke-width: 2; fill: none; }}"
    yield f".picture .recorded {{ fill: {of['paper']}; stroke: {of['moved']}; stroke-width: 2; }}"
    yield f".picture .changed {{ fill: {of['moved']}; stroke: {of['paper']}; }}"
    yield f".picture .family {{ fill: {of['split']}; stroke: {of['paper']}; }}"
    yield f".picture .gone {{ stroke: {of['ended']}; stroke-width: 3; }}"


STYLE = f"{pictures.STYLE}{themed(_colours)}"
"""Each mark has a shape beside its colour."""

_NAMES, _HEAD, _FOOT, _EDGE, _HIGH = 250, 74, 74, 40, 34
_LEAST, _MOST, _COMMON = 10, 90, 720
_EDITION = 120
"""How wide the label of an edition may be."""
_DATE = 84
_LEGEND_WIDTH = 360
_SIZE = 6
_LEGEND: dict[Shape, Message] = {
    "recorded": say("first recorded"),
    "changed": say("changed"),
    "family": say("came from, or became"),
    "gone": say("file gone"),
}


class Sheet(NamedTuple):
    """How much room there is: the width between two columns, and both sides of the picture."""

    step: float
    width: int
    height: int

    def x(self, column: int) -> float:
        """Where a column stands."""
        return round(_NAMES + _EDGE + column * self.step, 1)

    def y(self, row: int) -> float:
        """Where a lane stands."""
        return _HEAD + row * _HIGH + _HIGH / 2


def drawn(of: Lanes, title: str, told: str, speaker: Speaker) -> str:
    """The picture, with a title and a description for whoever doesn't see it."""
    sheet = _sheet(of)
    parts = (
        *_editions(of, sheet),
        *(_life(row, lane, sheet) for row, lane in enumerate(of.lanes)),
        *(_link(link, sheet) for link in of.links),
        *(_mark(row, one, sheet) for row, lane in enumerate(of.lanes) for one in lane.marks),
        *(_name(row, lane, sheet) for row, lane in enumerate(of.lanes)),
        *_dates(of, sheet),
        *_legend(of, sheet, speaker),
    )
    frame = Frame(title, told, speaker.language, "timeline", sheet.width, sheet.height)
    return framed(frame, parts)


def _sheet(of: Lanes) -> Sheet:
    gaps = max(len(of.events) - 1, 1)
    step = min(max(_COMMON / gaps, _LEAST), _MOST)
    width = _NAMES + 2 * _EDGE + max(gaps * step, _LEGEND_WIDTH)
    return Sheet(step, round(width), _HEAD + len(of.lanes) * _HIGH + _FOOT)


def _editions(of: Lanes, sheet: Sheet) -> Iterator[str]:
    """A dashed line where an edition begins; labels that would overlap stand in turns."""
    ends = [float("-inf")] * 3
    for column, label in of.editions:
        x, lines = sheet.x(column), fitted(label, _EDITION)
        free = (turn for turn, end in enumerate(ends) if x >= end)
        turn = next(free, None)
        yield f'<path class="edition" d="M{x} {_HEAD - 8}V{sheet.height - _FOOT}"/>'
        if turn is not None:
            ends[turn] = x + width(lines[0]) + 12
            yield lettered(Label(x, 18 + turn * 18, lines, whole=whole(label, lines)))


def _life(row: int, lane: Lane, sheet: Sheet) -> str:
    kind = "own-life" if lane.own else "life"
    first, last, y = sheet.x(lane.first), sheet.x(lane.last), sheet.y(row)
    return f'<path class="{kind}" d="M{first} {y}H{max(last, first + 1)}"/>'


def _link(link: Link, sheet: Sheet) -> str:
    x, old, new = sheet.x(link.column), sheet.y(link.old), sheet.y(link.new)
    bow = min(18, sheet.step * 0.8)
    return f'<path class="link" d="M{x} {old}C{x - bow} {old} {x - bow} {new} {x} {new}"/>'


def _mark(row: int, mark: Mark, sheet: Sheet) -> str:
    return _shape(mark.shape, sheet.x(mark.column), sheet.y(row), min(_SIZE, sheet.step / 2))


def _shape(shape: Shape, x: float, y: float, size: float) -> str:
    match shape:
        case "recorded" | "changed":
            return f'<circle class="{shape}" cx="{x}" cy="{y}" r="{size}"/>'
        case "family":
            path = f"M{x} {y - size - 1}l{size + 1} {size + 1}-{size + 1} {size + 1}-{size + 1}"
            return f'<path class="family" d="{path} -{size + 1}z"/>'
        case "gone":
            arms = (
                f"M{x - size} {y - size}l{2 * size} {2 * size}m0 -{2 * size}l-{2 * size} {2 * size}"
            )
            return f'<path class="gone" d="{arms}"/>'


def _name(row: int, lane: Lane, sheet: Sheet) -> str:
    role: Role = "strong" if lane.own else "plain"
    lines = fitted(lane.name, _NAMES - 24, role)
    return lettered(Label(12, sheet.y(row) + 5, lines, "start", role, f"{lane.name} ({lane.id})"))


def _dates(of: Lanes, sheet: Sheet) -> Iterator[str]:
    """As many days as there is room for."""
    free, y = float("-inf"), sheet.height - _FOOT + 18
    for column, event in enumerate(of.events):
        x = sheet.x(column)
        if x >= free and x + _DATE / 2 <= sheet.width:
            free = x + _DATE
            yield lettered(Label(x, y, (event.stride.commit.day,), "middle", "quiet"))


def _legend(of: Lanes, sheet: Sheet, speaker: Speaker) -> Iterator[str]:
    """The shapes that stand in the picture, in words."""
    met = {mark.shape for lane in of.lanes for mark in lane.marks}
    x, y = 18.0, sheet.height - 18
    for shape, message in _LEGEND.items():
        if shape in met:
            word = speaker.word(message)
            yield _shape(shape, x, y - 4, _SIZE)
            yield lettered(Label(x + 14, y, (word,), role="quiet"))
            x += 40 + width(word, "quiet")
