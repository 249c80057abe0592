"""Departments that carry more and fewer, as a picture."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import Language, say
from planversion.rendering.pictures.balances import Balances
from planversion.rendering.pictures.describing import told_balances
from planversion.rendering.pictures.frame import Frame, framed, lettered, number
from planversion.rendering.pictures.kinds import LOOKS, Kind
from planversion.rendering.pictures.rows import Bar, Bars, Side, arranged
from planversion.rendering.pictures.style import patterns
from planversion.rendering.web.escaping import shown

TOP = 20
"""So many departments have a line of their own."""
WIDE = 960
_KINDS: dict[Side, Kind] = {"gained": "new", "lost": "ended"}


def draw_balances(
    of: Balances,
    language: Language,
    prefix: str = "departments",
    width: float = WIDE,
    top: int = TOP,
) -> str:
    """The picture; ids in it begin with `prefix`, and its style is STYLE of the page."""
    bars = arranged(of, width, language, top)
    title = say("{title}: what its departments carry", title=of.title).to(language)
    told = told_balances(of, language)
    frame = Frame(title, told, language, prefix, bars.width, bars.height)
    return framed(frame, _parts(bars, prefix))


def _parts(of: Bars, prefix: str) -> Iterator[str]:
    yield f"<defs>{''.join(patterns(shown(prefix), _KINDS.values()))}</defs>"
    for bar in (*of.bars, *of.swatches):
        yield _bar(bar, prefix)
    x, top, bottom = map(number, of.axis)
    yield f'<path class="axis" d="M{x} {top}V{bottom}"/>'
    yield from map(lettered, of.labels)


def _bar(bar: Bar, prefix: str) -> str:
    kind = _KINDS[bar.side]
    place = f'x="{number(bar.x)}" y="{number(bar.y)}"'
    size = f'width="{number(bar.width)}" height="{number(bar.height)}"'
    fill = f"url(#{shown(prefix)}-{kind})"
    return f'<rect class="line-{LOOKS[kind].tone}" fill="{fill}" {place} {size}/>'
