"""A flow as a picture."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import Language, say
from planversion.rendering.pictures.describing import told_flow, way
from planversion.rendering.pictures.flows import Flow
from planversion.rendering.pictures.frame import Frame, framed, lettered, number
from planversion.rendering.pictures.kinds import LOOKS, ORDER
from planversion.rendering.pictures.placing import Band, Box, Sheet, Swatch, placed
from planversion.rendering.pictures.style import patterns
from planversion.rendering.web.escaping import shown

WIDE = 960


def draw_flow(of: Flow, language: Language, prefix: str = "flow", width: float = WIDE) -> str:
    """The picture; ids in it begin with `prefix`, and its style is STYLE of the page."""
    sheet = placed(of, width, language)
    title = say("{title}: what became of it", title=of.title).to(language)
    told = told_flow(of, language)
    frame = Frame(title, told, language, prefix, sheet.width, sheet.height)
    return framed(frame, _parts(sheet, prefix, language))


def _parts(sheet: Sheet, prefix: str, language: Language) -> Iterator[str]:
    met = {band.ribbon.kind for band in sheet.bands}
    shown_kinds = {kind: None for kind in ORDER if kind in met}
    yield f"<defs>{''.join(patterns(shown(prefix), shown_kinds))}</defs>"
    for band in sorted(sheet.bands, key=_thickness):
        yield _band(band, prefix, language)
    yield from map(_box, sheet.boxes)
    for swatch in sheet.swatches:
        yield _swatch(swatch, prefix)
    yield from map(lettered, sheet.labels)


def _thickness(band: Band) -> tuple[bool, float]:
    """What stays lies below, and what is thin above what is thick."""
    kept = band.ribbon.kind == "kept"
    return not kept, -max(band.start[1] - band.start[0], band.end[1] - band.end[0])


def _band(band: Band, prefix: str, language: Language) -> str:
    look = LOOKS[band.ribbon.kind]
    return (
        f'<path class="line-{look.tone}" fill="url(#{shown(prefix)}-{band.ribbon.kind})"'
        f' stroke-width="{0.5 if band.ribbon.kind == "kept" else 1}" d="{_outline(band)}">'
        f"<title>{shown(way(band.ribbon, band.old, band.new, language))}</title></path>"
    )


def _outline(band: Band) -> str:
    (top, bottom), (high, low) = band.start, band.end
    x, end = number(band.left), number(band.right)
    mid = number((band.left + band.right) / 2)
    a, b, c, d = map(number, (top, bottom, high, low))
    return f"M{x} {a}C{mid} {a} {mid} {c} {end} {c}V{d}C{mid} {d} {mid} {b} {x} {b}Z"


def _box(box: Box) -> str:
    x, y = number(box.x), number(box.slot.top)
    wide, high = number(box.width), number(max(box.slot.height, 1))
    return f'<rect class="box" x="{x}" y="{y}" width="{wide}" height="{high}"/>'


def _swatch(swatch: Swatch, prefix: str) -> str:
    tone = LOOKS[swatch.kind].tone
    return (
        f'<rect class="line-{tone}" fill="url(#{shown(prefix)}-{swatch.kind})"'
        f' x="{number(swatch.x)}" y="{number(swatch.y)}" width="22" height="12"/>'
    )
