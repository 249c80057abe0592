"""What stands below a flow: every kind in a word and a number, and how to read it."""

from __future__ import annotations

from typing import NamedTuple

from planversion.messages import Language, say
from planversion.rendering.pictures.bundling import ELSEWHERE
from planversion.rendering.pictures.columns import EDGE, Columns
from planversion.rendering.pictures.describing import counted
from planversion.rendering.pictures.flows import Flow, totals
from planversion.rendering.pictures.kinds import LOOKS, Kind
from planversion.rendering.pictures.lettering import Label, fitted, width

SAMPLE, _AIR, _APART, _STEP = 22, 6, 18, 22


class Swatch(NamedTuple):
    """A sample of a kind beside its word."""

    kind: Kind
    x: float
    y: float


class Legend(NamedTuple):
    """Samples with their words, and where what stands below can begin."""

    labels: tuple[Label, ...]
    swatches: tuple[Swatch, ...]
    end: float


def in_lines(words: list[str], right: float, top: float) -> list[Label]:
    """Words side by side, each with room for a sample before it, in as many lines as it takes."""
    labels: list[Label] = []
    x, y = float(EDGE), top
    for word in words:
        wide = SAMPLE + _AIR + width(word, "quiet")
        if x > EDGE and x + wide > right:
            x, y = EDGE, y + _STEP
        labels.append(Label(x + SAMPLE + _AIR, y, (word,), "start", "quiet"))
        x += wide + _APART
    return labels


def before(label: Label) -> tuple[float, float]:
    """Where the sample of a word stands."""
    return label.x - SAMPLE - _AIR, label.y - 10


def kinds(of: Flow, room: Columns, top: float, language: Language) -> Legend:
    """Every kind that is there; with its numbers, where there is one step only."""
    met = totals([one for step in of.steps for one in step])
    words = [LOOKS[kind].word.to(language) for kind in met]
    if len(of.steps) == 1:
        numbers = (counted(kind, both) for kind, both in met.items())
        words = [f"{word} {number}" for word, number in zip(words, numbers, strict=True)]
    labels = in_lines(words, room.width - EDGE, top)
    swatches = (Swatch(kind, *before(one)) for kind, one in zip(met, labels, strict=True))
    return Legend(tuple(labels), tuple(swatches), max((one.y for one in labels), default=top) + 26)


def below_steps(of: Flow, room: Columns, top: float) -> Legend:
    """The numbers of each step below it, where there are several."""
    labels: list[Label] = []
    swatches: list[Swatch] = []
    for ribbons, (left, right) in zip(of.steps, room.gaps, strict=True):
        x = (left + right) / 2 - SAMPLE - _AIR
        for row, (kind, both) in enumerate(totals(ribbons).items()):
            y = top + row * (_STEP - 3)
            swatches.append(Swatch(kind, x, y - 10))
            labels.append(Label(x + SAMPLE + _AIR, y, (counted(kind, both),), "start", "quiet"))
    if len(of.steps) == 1:
        return Legend((), (), top + 4)
    end = max((label.y for label in labels), default=top)
    return Legend(tuple(labels), tuple(swatches), end + 34)


def explained(of: Flow, room: Columns, top: float, language: Language) -> Label:
    """How to read the picture; and that it isn't drawn by the level that was asked for."""
    gathered = any(one.new == ELSEWHERE for step in of.steps for one in step)
    told = [_EXPLAINED, *[_GATHERED] * gathered, *[_RAISED] * (of.depth < of.asked)]
    words = " ".join(one.to(language) for one in told)
    return Label(EDGE, top, fitted(words, room.room, "quiet", 9), "start", "quiet")


_EXPLAINED = say(
    "Thickness is the number of placements, relistings among them. A ribbon that is thinner at one"
    " end is several that became fewer, or fewer that became several; one with a point is new, or"
    " ended."
)
_GATHERED = say(
    "Where few went the same way, only the ends are drawn: →3 went to other sections, 3→ came from"
    " others."
)
_RAISED = say("The level below has too many sections to be drawn.")
