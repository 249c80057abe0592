"""The style of every picture: the colours of pages, written out so that any reader of SVG has them.

Word processors and the maker of PNGs know no custom properties of CSS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from planversion.rendering.pictures.kinds import LOOKS, Kind
from planversion.rendering.web.palette import DARK, LIGHT

_FONTS = (
    'system-ui, "Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", "Noto Sans JP", sans-serif'
)
_SHAPES = f"""
.picture text {{ font-family: {_FONTS}; }}
.picture .plain {{ font-size: 13px; }}
.picture .strong {{ font-size: 13px; font-weight: bold; }}
.picture .quiet {{ font-size: 12px; }}
.picture .number {{ font-size: 12px; font-weight: bold; }}
.picture .number {{ stroke-width: 3px; stroke-linejoin: round; paint-order: stroke; }}
.picture .head {{ font-size: 16px; font-weight: bold; }}
"""
_TONES = tuple(dict.fromkeys(look.tone for look in LOOKS.values()))


def _colours(of: Mapping[str, str]) -> Iterator[str]:
    yield f".picture text {{ fill: {of['ink']}; }}"
    yield f".picture .quiet {{ fill: {of['quiet']}; }}"
    yield f".picture .number {{ stroke: {of['paper']}; }}"
    yield f".picture .paper {{ fill: {of['paper']}; }}"
    yield f".picture .box {{ fill: {of['tint']}; stroke: {of['edge']}; }}"
    yield f".picture .axis {{ stroke: {of['edge']}; }}"
    for tone in _TONES:
        yield f".picture .fill-{tone} {{ fill: {of[tone]}; }}"
        yield f".picture .line-{tone} {{ stroke: {of[tone]}; }}"


def themed(colours: Callable[[Mapping[str, str]], Iterable[str]]) -> str:
    """Rules for light paper, and those for dark paper where a screen asks for it."""
    light, dark = "\n".join(colours(LIGHT)), "\n".join(colours(DARK))
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}\n"


STYLE = f"{_SHAPES}{themed(_colours)}"
"""For a page that pictures stand in; a picture alone has it inside."""


def standalone(picture: str, style: str = STYLE) -> str:
    """The picture as a file of its own."""
    head, _, rest = picture.partition("<title")
    return f"{head}<style>{style}</style>\n<title{rest}\n"


def patterns(prefix: str, kinds: Iterable[Kind]) -> Iterator[str]:
    """The fillings of those kinds: a colour that differs, with lines that differ."""
    for kind in kinds:
        look = LOOKS[kind]
        yield (
            f'<pattern id="{prefix}-{kind}" width="6" height="6" patternUnits="userSpaceOnUse">'
            f'<rect class="fill-{look.tone}" fill-opacity="{look.tint}" width="6" height="6"/>'
            f"{_lines(look.lines, look.tone)}</pattern>"
        )


def _lines(path: str, tone: str) -> str:
    if not path:
        return ""
    return f'<path class="line-{tone}" fill="none" stroke-width="1.2" d="{path}"/>'
