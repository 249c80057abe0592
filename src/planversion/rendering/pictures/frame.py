"""What stands around every picture: its size, its name, and what it says in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from planversion.messages import Language
from planversion.rendering.pictures.lettering import Label, leading
from planversion.rendering.web.escaping import shown


class Frame(NamedTuple):
    """Whose picture it is, before anything is drawn in it."""

    title: str
    told: str
    """What it shows, for whoever doesn't see it."""
    language: Language
    prefix: str
    """What the ids in it begin with, so that several pictures can stand in one page."""
    width: float
    height: float


def framed(frame: Frame, parts: Iterable[str]) -> str:
    """The picture; its style is that of the page, or put in by `standalone`."""
    return _FRAME.format(
        lang=frame.language,
        prefix=shown(frame.prefix),
        width=number(frame.width),
        height=number(frame.height),
        title=shown(frame.title),
        told=shown(frame.told),
        parts="\n".join(parts),
    )


_FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" class="picture" role="img" lang="{lang}"
 aria-labelledby="{prefix}-title {prefix}-told" width="{width}" height="{height}"
 viewBox="0 0 {width} {height}">
<title id="{prefix}-title">{title}</title>
<desc id="{prefix}-told">{told}</desc>
<rect class="paper" width="{width}" height="{height}"/>
{parts}
</svg>"""


def lettered(label: Label) -> str:
    """A label as text that can be selected."""
    x, y = number(label.x), number(label.y)
    anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
    whole = f"<title>{shown(label.whole)}</title>" if label.whole else ""
    first, *more = label.lines
    step = number(leading(label.role))
    rest = "".join(f'<tspan x="{x}" dy="{step}">{shown(one)}</tspan>' for one in more)
    return f'<text class="{label.role}" x="{x}" y="{y}"{anchor}>{shown(first)}{rest}{whole}</text>'


def number(value: float) -> str:
    """A length as it is written: two decimals at the most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
