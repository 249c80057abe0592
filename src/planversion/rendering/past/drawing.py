"""Lanes as a picture: plain SVG, without a script and without a style of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planversion.messages import Message, say
from planversion.rendering.past.lanes import Lane, Lanes, Link, Mark, Shape
from planversion.rendering.speaking import Speaker
from planversion.rendering.terminal import cells_of
from planversion.rendering.web.escaping import shown

STYLE = """
.timeline { font: 13px system-ui, "Hiragino Sans", "Noto Sans CJK JP", "Yu Gothic", sans-serif; }
.timeline text { fill: #1a1a1a; }
.timeline .paper { fill: #ffffff; }
.timeline .quiet { fill: #555555; font-size: 11px; }
.timeline .own { font-weight: bold; }
.timeline .life { stroke: #8a8a8a; stroke-width: 3; }
.timeline .own-life { stroke: #0b5cad; stroke-width: 5; }
.timeline .edition { stroke: #8a8a8a; stroke-dasharray: 3 3; }
.timeline .link { stroke: #a8480a; stroke-width: 2; fill: none; }
.timeline .recorded { fill: #ffffff; stroke: #0b5cad; stroke-width: 2; }
.timeline .changed { fill: #0b5cad; stroke: #ffffff; }
.timeline .family { fill: #a8480a; stroke: #ffffff; }
.timeline .gone { stroke: #b00020; stroke-width: 3; }
@media (prefers-color-scheme: dark) {
  .timeline text { fill: #ececec; }
  .timeline .paper { fill: #16181c; }
  .timeline .quiet { fill: #b5b5b5; }
  .timeline .own-life { stroke: #6cb2f5; }
  .timeline .link { stroke: #f2a365; }
  .timeline .recorded { fill: #16181c; stroke: #6cb2f5; }
  .timeline .changed { fill: #6cb2f5; stroke: #16181c; }
  .timeline .family { fill: #f2a365; stroke: #16181c; }
  .timeline .gone { stroke: #ff8a9a; }
}
"""
"""Contrast is at least 4.5 to 1 on either paper, and each mark has a shape beside its colour."""

_NAMES, _HEAD, _FOOT, _EDGE, _HIGH = 250, 74, 74, 40, 34
_LEAST, _MOST, _COMMON = 10, 90, 720
_NAME_CELLS, _EDITION_CELLS = 32, 18
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
    return _FRAME.format(
        width=sheet.width,
        height=sheet.height,
        lang=speaker.language,
        title=shown(title),
        told=shown(told),
        parts="\n".join(parts),
    )


_FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" class="timeline" role="img" lang="{lang}"
 aria-labelledby="timeline-title timeline-told" width="{width}" height="{height}"
 viewBox="0 0 {width} {height}">
<title id="timeline-title">{title}</title>
<desc id="timeline-told">{told}</desc>
<rect class="paper" width="{width}" height="{height}"/>
{parts}
</svg>"""


def _sheet(of: Lanes) -> Sheet:
    gaps = max(len(of.events) - 1, 1)
    step = min(max(_COMMON / gaps, _LEAST), _MOST)
    width = _NAMES + 2 * _EDGE + max(gaps * step, _LEGEND_WIDTH)
    return Sheet(step, round(width), _HEAD + len(of.lanes) * _HIGH + _FOOT)


def _editions(of: Lanes, sheet: Sheet) -> Iterator[str]:
    """A dashed line where an edition begins; labels that would overlap stand in turns."""
    ends = [float("-inf")] * 3
    for column, label in of.editions:
        x, text = sheet.x(column), _cut(label, _EDITION_CELLS)
        free = (turn for turn, end in enumerate(ends) if x >= end)
        turn = next(free, None)
        yield f'<path class="edition" d="M{x} {_HEAD - 8}V{sheet.height - _FOOT}"/>'
        if turn is not None:
            ends[turn] = x + cells_of(text) * 7 + 12
            yield f'<text x="{x}" y="{18 + turn * 18}">{shown(text)}</text>'


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
    kind = ' class="own"' if lane.own else ""
    text = shown(_cut(lane.name, _NAME_CELLS))
    whole = shown(f"{lane.name} ({lane.id})")
    return f'<text{kind} x="12" y="{sheet.y(row) + 5}">{text}<title>{whole}</title></text>'


def _dates(of: Lanes, sheet: Sheet) -> Iterator[str]:
    """As many days as there is room for."""
    free, y = float("-inf"), sheet.height - _FOOT + 18
    for column, event in enumerate(of.events):
        x = sheet.x(column)
        if x >= free and x + _DATE / 2 <= sheet.width:
            free = x + _DATE
            day = shown(event.stride.commit.day)
            yield f'<text class="quiet" text-anchor="middle" x="{x}" y="{y}">{day}</text>'


def _legend(of: Lanes, sheet: Sheet, speaker: Speaker) -> Iterator[str]:
    """The shapes that stand in the picture, in words."""
    met = {mark.shape for lane in of.lanes for mark in lane.marks}
    x, y = 18.0, sheet.height - 18
    for shape, message in _LEGEND.items():
        if shape in met:
            word = speaker.word(message)
            yield _shape(shape, x, y - 4, _SIZE)
            yield f'<text class="quiet" x="{x + 14}" y="{y}">{shown(word)}</text>'
            x += 40 + cells_of(word) * 7


def _cut(text: str, cells: int) -> str:
    """The text, no wider than so many character cells."""
    if cells_of(text) <= cells:
        return text
    kept = text
    while cells_of(kept) >= cells:
        kept = kept[:-1]
    return f"{kept}…"
