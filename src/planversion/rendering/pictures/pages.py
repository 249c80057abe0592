"""A picture in a page, with the table of the same numbers."""

from __future__ import annotations

from planversion.messages import Language, Message, say
from planversion.rendering.page import Heading, Page, Paragraph, line
from planversion.rendering.pictures.drawn import Drawn
from planversion.rendering.pictures.style import STYLE
from planversion.rendering.web.escaping import shown
from planversion.rendering.web.fragment import fragment
from planversion.rendering.web.frame import Document, Inline, document, wide

PHONE, TABLET = 360, 640
"""As wide as each shows at its own size."""

FIGURES = f"""{STYLE}
.narrow, .middle {{ display: none; }}
.picture {{ display: block; }}
@media screen and (max-width: 76rem) {{
  .broad {{ display: none; }}
  .middle {{ display: block; }}
}}
@media screen and (max-width: 45rem) {{
  .middle {{ display: none; }}
  .narrow {{ display: block; }}
}}
@media print {{
  .picture {{ max-width: 100%; height: auto; }}
}}
"""
"""The style of a page with pictures."""


def page(of: Drawn, language: Language, width: float) -> str:
    """The page: the picture as wide as asked, another for phones, and the table below."""
    head = fragment(Page((Heading(1, line(of.title)), Paragraph(line(of.told)))))
    heading = f"<h2>{_said(_TABLE, language)}</h2>"
    main = "\n".join((head, _sizes(of, language, "picture", width), heading, _grid(of, language)))
    return document(Document(of.title, language, main, styles=(Inline(FIGURES),)))


def figure(of: Drawn, language: Language, name: str, width: float, *, unfolded: bool) -> str:
    """The picture within another page, to be folded away; its ids begin with `name`."""
    table = f"<details><summary>{_said(_TABLE, language)}</summary>{_grid(of, language)}</details>"
    return (
        f'<details class="figure"{" open" if unfolded else ""}><summary>{shown(of.name)}</summary>'
        f"<p>{shown(of.told)}</p>\n{_sizes(of, language, name, width)}\n{table}</details>"
    )


_TABLE = say("The same as a table")


def _sizes(of: Drawn, language: Language, name: str, width: float) -> str:
    """The picture for a wide page, a tablet and a phone; one of them is shown."""
    hint = say("The picture; it can be moved sideways.").to(language)
    sizes = {"broad": width, "middle": min(width, TABLET), "narrow": min(width, PHONE)}
    return "\n".join(
        f'<div class="{size}">{wide(of.draw(f"{name}-{size}", across), hint)}</div>'
        for size, across in sizes.items()
    )


def _grid(of: Drawn, language: Language) -> str:
    return wide(fragment(Page((of.grid,))), _TABLE.to(language))


def _said(message: Message, language: Language) -> str:
    return shown(message.to(language))
