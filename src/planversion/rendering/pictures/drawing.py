"""A flow as a picture."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import Language, say
from planversion.rendering.pictures.describing import told_flow, way
from planversion.rendering.pictures.flows import Flow
from planversion.rendering.pictures.frame import Frame, framed, lettered, number
from planversion.rendering.pictures.kinds import LOOKS, ORDER
from planversion.rendering.pictures.legends import SAMPLE, Swatch
from planversion.rendering.pictures.placing import Box, Sheet, placed
from planversion.rendering.pictures.style import patterns
from planversion.rendering.pictures.tips import Band
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
    met = [kind for kind in ORDER if kind in sheet.kinds]
    yield f"<defs>{''.join(patterns(shown(prefix), met))}</defs>"
    # What stays lies below, and what is thin above what is thick.
    bands = sorted(sheet.bands, key=lambda one: (one.ribbon.kind != "kept", -one.thickness))
    yield from (_band(band, prefix, language) for band in bands)
    yield from map(_box, sheet.boxes)
    yield from (_swatch(swatch, prefix) for swatch in sheet.swatches)
    yield from map(lettered, sheet.labels)


def _band(band: Band, prefix: str, language: Language) -> str:
    look = LOOKS[band.ribbon.kind]
    return (
        f'<path class="line-{look.tone}" fill="url(#{shown(prefix)}-{band.ribbon.kind})"'
        f' d="{_outline(band)}">'
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
        f' x="{number(swatch.x)}" y="{number(swatch.y)}" width="{SAMPLE}" height="12"/>'
    )
