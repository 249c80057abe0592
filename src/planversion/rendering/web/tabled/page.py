"""The whole table as one page that needs nothing else: no request, and no script to be read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from planversion.messages import Language, say
from planversion.policy import TableLayout
from planversion.rendering.laying import Laid, LaidPart, lay
from planversion.rendering.page import Line, text
from planversion.rendering.pictures.drawn import Drawn
from planversion.rendering.pictures.pages import FIGURES, figure
from planversion.rendering.table import Table
from planversion.rendering.web.escaping import attributes, shown
from planversion.rendering.web.fragment import in_line
from planversion.rendering.web.frame import Document, Inline, document
from planversion.rendering.web.look import read
from planversion.rendering.web.tabled.anchors import anchors
from planversion.rendering.web.tabled.facets import Facets, facets
from planversion.rendering.web.tabled.form import form
from planversion.rendering.web.tabled.grids import Row, table
from planversion.rendering.whereabouts import Heading

_DEEPEST = 6
_WIDTH = 1120


def html(
    of: Table,
    layout: TableLayout,
    language: Language,
    pictures: tuple[Drawn, ...] = (),
    above: str = "",
) -> str:
    """The page; above the table stand the pictures, to be folded away, the first unfolded.

    `above` is HTML that stands over everything: where the page belongs to.
    """
    laid = lay(of, layout, language)
    writer = _Writer(facets(laid), language)
    main = "\n".join(
        (
            f"<h1>{in_line(laid.title)}</h1>",
            *(f"<p>{in_line(one)}</p>" for one in laid.warnings),
            *_figures(pictures, language),
            writer.contents(laid.parts),
            form(writer.facets, language),
            *writer.parts(laid.parts, _rows(laid)),
            *writer.reorganisations(laid.reorganised, laid.reorganisations),
        )
    )
    return document(
        Document(
            text(laid.title),
            language,
            main,
            before=above,
            styles=(Inline(_style(layout, pictures=bool(pictures))),),
            scripts=(Inline(read("tabled/filters.js")),),
        )
    )


def _rows(laid: Laid) -> list[list[list[Row]]]:
    """The rows of each grid of each part, with whom their address is."""
    known, positions = anchors(laid), count()
    return [
        [
            [Row(one, part.headings[0].id, known.at(next(positions))) for one in grid.rows]
            for grid in part.grids
        ]
        for part in laid.parts
    ]


def _style(layout: TableLayout, *, pictures: bool) -> str:
    paper = f"@page {{ size: {layout.paper.upper()} landscape; margin: 12mm; }}\n"
    return read("tabled/table.css") + paper + (FIGURES if pictures else "")


def _figures(pictures: tuple[Drawn, ...], language: Language) -> Iterator[str]:
    for number, one in enumerate(pictures):
        drawn = figure(one, language, f"picture-{number}", _WIDTH, unfolded=number == 0)
        yield f'<div class="screen">{drawn}</div>'


class _Writer:
    """Writes the sections of one page; an id is given once."""

    def __init__(self, of: Facets, language: Language) -> None:
        self.facets = of
        self._language: Language = language
        self._given: set[str] = set()

    def contents(self, parts: tuple[LaidPart, ...]) -> str:
        """Links to the goals."""
        goals = {part.headings[0].id: part.headings[0] for part in parts}
        links = "".join(
            f'<li><a href="#{shown(one.id)}">{in_line(one.line)}</a></li>' for one in goals.values()
        )
        name = shown(say("Contents").to(self._language))
        return (
            f'<nav class="contents screen" aria-label="{name}"><details><summary>{name}</summary>'
            f"<ol>{links}</ol></details></nav>"
        )

    def parts(self, parts: tuple[LaidPart, ...], rows: list[list[list[Row]]]) -> Iterator[str]:
        """The parts, each within the sections of its headings."""
        before, open_ = None, 0
        for part, grids in zip(parts, rows, strict=True):
            for level, heading in part.below(before):
                yield from ["</section>"] * (open_ - level)
                yield self._opened(level, heading)
                open_ = level + 1
            for grid, some in zip(part.grids, grids, strict=True):
                caption = grid.caption or part.headings[-1].line
                yield table(grid, some, caption, self.facets, self._language)
            before = part
        yield from ["</section>"] * open_

    def _opened(self, level: int, heading: Heading) -> str:
        deep = min(level + 2, _DEEPEST)
        fresh = heading.id not in self._given
        self._given.add(heading.id)
        given = attributes(id=heading.id if fresh else None, class_="part")
        return f"<section{given}><h{deep}>{in_line(heading.line)}</h{deep}>"

    def reorganisations(self, heading: Line, lines: tuple[Line, ...]) -> Iterator[str]:
        """The departments that were reorganised, below the table."""
        if lines:
            yield f"<h2>{in_line(heading)}</h2>"
            yield f"<ul>{''.join(f'<li>{in_line(one)}</li>' for one in lines)}</ul>"
