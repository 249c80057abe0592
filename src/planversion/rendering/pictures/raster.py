"""A picture as PNG, with the fonts of this system."""

from __future__ import annotations

from importlib.util import find_spec

from planversion.errors import Problem, UsageError
from planversion.messages import say
from planversion.rendering.pictures.glyphs import missing
from planversion.rendering.pictures.style import STYLE, standalone

_SHARP = 2
"""Pixels of the PNG for each of the picture, for print and for dense screens."""
_NAMED = 10


def png(picture: str) -> bytes:
    """The picture on light paper, the same bytes each time on one system.

    Raises UsageError where resvg isn't here, or no font has the characters: boxes in their place
    would look like text.
    """
    _needed()
    absent = missing(picture, STYLE, _draw)
    if absent:
        raise UsageError([_unwritable(absent)])
    return _draw(standalone(picture), _SHARP)


def _draw(svg: str, zoom: float = 1) -> bytes:
    import resvg_py  # noqa: PLC0415 - an extra, imported where it is used

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=zoom, languages=["ja", "en"]))


def _needed() -> None:
    if find_spec("resvg_py") is None:
        what = say("PNG needs {name}, which isn't here", name="resvg_py")
        mend = say("Install it: pip install 'planversion[plot]'. SVG and HTML need nothing.")
        raise UsageError([Problem("missing-extra", what, mend)])


def _unwritable(absent: list[str]) -> Problem:
    more = "…" if len(absent) > _NAMED else ""
    what = say("no font here has {characters}", characters="".join(absent[:_NAMED]) + more)
    mend = say("Install one that does, Noto Sans CJK JP for example; or write SVG or HTML.")
    return Problem("fonts", what, mend)
