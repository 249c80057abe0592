"""Departments on a sheet: a bar to either side of an axis, before they are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from planversion.messages import Language, Message, say, say_n
from planversion.model.labelling import edition_label
from planversion.rendering.pictures.balances import Balance, Balances
from planversion.rendering.pictures.describing import called, change
from planversion.rendering.pictures.legends import SAMPLE, before, in_lines
from planversion.rendering.pictures.lettering import Label, fitted, leading, whole, width

_EDGE, _AIR = 12, 12
_TITLES, _WIDEST_TITLE = 0.32, 340
_BAR, _LEAST = 14, 26
_NUMBERS = 12
_LEAST_BARS = 60
Side = Literal["gained", "lost"]


class Bar(NamedTuple):
    """What a department gained or lost."""

    side: Side
    x: float
    y: float
    width: float
    height: float


class Bars(NamedTuple):
    """Everything that is drawn, with its place."""

    width: float
    height: float
    axis: tuple[float, float, float]
    """Where the axis stands, and from where to where it goes down."""
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    swatches: tuple[Bar, ...]


class _Columns(NamedTuple):
    """How the width is shared out."""

    width: float
    titles: float
    axis: float
    unit: float
    """How long one placement is."""
    counts: float
    """Where `39 → 52` ends."""

    @property
    def end(self) -> float:
        """Where the difference ends."""
        return self.width - _EDGE


def shown_lines(of: Balances, top: int) -> tuple[Balance, ...]:
    """The departments of which most changed, in the order of the value."""
    changed = [one for one in of.lines if one.gained or one.lost]
    most = sorted(changed, key=lambda one: (-abs(one.more), -one.gained - one.lost))[:top]
    return tuple(one for one in changed if one in most)


def arranged(of: Balances, asked: float, language: Language, top: int) -> Bars:
    """The departments on a sheet as wide as asked, or wider where the numbers need it."""
    lines = shown_lines(of, top)
    columns = _columns(lines, asked)
    head = fitted(_TITLE.to(language), columns.width - 2 * _EDGE, "head", 3)
    title = Label(_EDGE, 28, head, role="head")
    between = f"{edition_label(of.old)} → {edition_label(of.new)}"
    below = fitted(between, columns.width - 2 * _EDGE, "quiet", 3)
    editions = Label(_EDGE, title.box[3] + 14, below, role="quiet", whole=whole(between, below))
    begin = editions.box[3] + 14
    labels, bars, y = _lines(lines, columns, begin, language)
    legend, swatches, height = _legend(of, lines, columns, y + 26, language)
    return Bars(
        *(columns.width, height, (columns.axis, begin - 4, y)),
        *(tuple(bars), (title, editions, *labels, *legend), swatches),
    )


_TITLE = say("Placements that each department carries more or fewer")


def _columns(lines: tuple[Balance, ...], asked: float) -> _Columns:
    titles = min(asked * _TITLES, _WIDEST_TITLE)
    both = [one for one in lines if one.gained and one.lost]
    before = _widest([f"−{one.lost}" for one in both]) + _AIR
    behind = _widest([f"+{one.gained}" for one in both]) + _AIR
    counts = _widest([_counts(one) for one in lines])
    more = _widest([change(one.more) for one in lines]) + _NUMBERS
    fixed = _EDGE + titles + before + behind + counts + more + _EDGE
    room = max(asked - fixed, _LEAST_BARS)
    lost = max((one.lost for one in lines), default=0)
    unit = room / max(lost + max((one.gained for one in lines), default=0), 1)
    axis = _EDGE + titles + before + lost * unit
    return _Columns(fixed + room, titles, axis, unit, fixed + room - _EDGE - more)


def _widest(texts: list[str]) -> float:
    return max((width(one, "number") for one in texts), default=0)


def _counts(one: Balance) -> str:
    return f"{one.was} → {one.now}"


def _lines(
    lines: tuple[Balance, ...], columns: _Columns, y: float, language: Language
) -> tuple[list[Label], list[Bar], float]:
    labels: list[Label] = []
    bars: list[Bar] = []
    for one in lines:
        name = called(one, language)
        written = fitted(name, columns.titles, "plain", 3)
        high = max(_LEAST, leading("plain") * len(written) + 8)
        middle = y + high / 2
        first = middle + 4.6 - leading("plain") * (len(written) - 1) / 2
        labels += [
            Label(_EDGE + columns.titles, first, written, "end", "plain", whole(name, written)),
            Label(columns.counts, middle + 4.4, (_counts(one),), "end", "quiet"),
            Label(columns.end, middle + 4.4, (change(one.more),), "end", "number"),
        ]
        bars += _bars(one, columns, middle)
        labels += _ends(one, columns, middle)
        y += high
    return labels, bars, y


def _ends(one: Balance, columns: _Columns, middle: float) -> Iterator[Label]:
    """What was gained and what was lost, where it isn't the difference."""
    if one.gained and one.lost:
        left, right = (
            columns.axis - one.lost * columns.unit,
            columns.axis + one.gained * columns.unit,
        )
        yield Label(left - 4, middle + 4.2, (f"−{one.lost}",), "end", "quiet")
        yield Label(right + 4, middle + 4.2, (f"+{one.gained}",), "start", "quiet")


def _bars(one: Balance, columns: _Columns, middle: float) -> Iterator[Bar]:
    y = middle - _BAR / 2
    if one.lost:
        long = one.lost * columns.unit
        yield Bar("lost", columns.axis - long, y, long, _BAR)
    if one.gained:
        yield Bar("gained", columns.axis, y, one.gained * columns.unit, _BAR)


def _legend(
    of: Balances, lines: tuple[Balance, ...], columns: _Columns, y: float, language: Language
) -> tuple[list[Label], tuple[Bar, ...], float]:
    labels = in_lines([word.to(language) for word in _SIDES.values()], columns.width - _EDGE, y)
    swatches = tuple(
        Bar(side, *before(label), SAMPLE, 12) for side, label in zip(_SIDES, labels, strict=True)
    )
    told = " ".join(one.to(language) for one in _rest(of, lines))
    written = fitted(told, columns.width - 2 * _EDGE, "quiet", 8)
    labels.append(Label(_EDGE, labels[-1].y + 26, written, "start", "quiet"))
    return labels, swatches, labels[-1].box[3] + 10


_SIDES: dict[Side, Message] = {
    "lost": say("placements lost"),
    "gained": say("placements gained"),
}


def _rest(of: Balances, lines: tuple[Balance, ...]) -> Iterator[Message]:
    """Whoever has no line of its own, and what the numbers mean."""
    others = [one for one in of.lines if one not in lines and (one.gained or one.lost)]
    if others:
        yield say_n(
            "{n} more department changed: +{gained}, −{lost}.",
            "{n} more departments changed: +{gained}, −{lost}.",
            len(others),
            gained=sum(one.gained for one in others),
            lost=sum(one.lost for one in others),
        )
    same = len(of.lines) - len(lines) - len(others)
    if same:
        yield say_n(
            "{n} department carries what it carried.",
            "{n} departments carry what they carried.",
            same,
        )
    yield say(
        "A placement that names several departments counts for each of them; departments that"
        " were reorganised are one line."
    )
