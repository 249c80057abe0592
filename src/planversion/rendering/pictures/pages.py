"""A picture on a page of its own, with the table of the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from planversion.messages import Language, say
from planversion.rendering.page import Grid, Heading, Page, Paragraph, line
from planversion.rendering.pictures.style import STYLE
from planversion.rendering.web.escaping import shown
from planversion.rendering.web.fragment import fragment
from planversion.rendering.web.frame import Document, Inline, document

_WIDTHS = {"phone": 352, "tablet": 660}
"""As wide as it is shown there at its own size, beside the width that was asked for."""


class Drawn(NamedTuple):
    """A picture before it has a width, and what it says in words and numbers."""

    title: str
    told: str
    draw: Callable[[str, float], str]
    """Draws it, given what its ids begin with, and its width."""
    grid: Grid


def page(of: Drawn, language: Language, width: float) -> str:
    """The page: the picture as wide as asked, another for phones, and the table below."""
    said = fragment(Page((Heading(1, line(of.title)), Paragraph(line(of.told)))))
    main = _MAIN.format(
        said=said,
        pictures="\n".join(_pictures(of, language, width)),
        heading=shown(say("The same as a table").to(language)),
        label=shown(say("The same as a table").to(language)),
        table=fragment(Page((of.grid,))),
    )
    styles = (Inline(STYLE + _STYLE),)
    return document(Document(of.title, language, main, styles=styles))


def _pictures(of: Drawn, language: Language, width: float) -> Iterator[str]:
    """The same picture for every width of a screen; all but one are hidden from everybody."""
    hint = shown(say("The picture; it can be moved sideways.").to(language))
    for name, wide in (*_WIDTHS.items(), ("desktop", width)):
        picture = of.draw(name, min(wide, width))
        yield f'<div class="wide {name}" role="region" tabindex="0" aria-label="{hint}">'
        yield f"{picture}\n</div>"


_MAIN = """\
{said}{pictures}
<h2>{heading}</h2>
<div class="wide" role="region" tabindex="0" aria-label="{label}">
{table}</div>"""
_STYLE = """
.phone, .tablet { display: none; }
.picture { display: block; }
td { min-width: 4.5em; }
td:not(.number) { min-width: 7em; }
@media screen and (max-width: 65rem) {
  .desktop { display: none; }
  .tablet { display: block; }
}
@media screen and (max-width: 45rem) {
  .tablet { display: none; }
  .phone { display: block; }
}
@media print {
  .picture { max-width: 100%; height: auto; }
}
"""
