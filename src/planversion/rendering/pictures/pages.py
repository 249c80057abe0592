"""A picture on a page of its own, with the table of the same numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from planversion.messages import Language, say
from planversion.rendering.page import Grid, Heading, Page, Paragraph, line
from planversion.rendering.pictures.style import STYLE
from planversion.rendering.web.escaping import shown
from planversion.rendering.web.fragment import fragment
from planversion.rendering.web.frame import Document, Inline, document

PHONE = 352
"""As wide as a phone shows at its own size."""


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
        hint=shown(say("The picture; it can be moved sideways.").to(language)),
        broad=of.draw("broad", width),
        narrow=of.draw("narrow", min(width, PHONE)),
        heading=shown(say("The same as a table").to(language)),
        label=shown(say("The same as a table").to(language)),
        table=fragment(Page((of.grid,))),
    )
    styles = (Inline(STYLE + _STYLE),)
    return document(Document(of.title, language, main, styles=styles))


_MAIN = """\
{said}<div class="wide broad" role="region" tabindex="0" aria-label="{hint}">
{broad}
</div>
<div class="wide narrow" role="region" tabindex="0" aria-label="{hint}">
{narrow}
</div>
<h2>{heading}</h2>
<div class="wide" role="region" tabindex="0" aria-label="{label}">
{table}</div>"""
_STYLE = """
.narrow { display: none; }
.picture { display: block; }
td { min-width: 4.5em; }
td:not(.number) { min-width: 7em; }
@media screen and (max-width: 45rem) {
  .broad { display: none; }
  .narrow { display: block; }
}
@media print {
  .picture { max-width: 100%; height: auto; }
}
"""
