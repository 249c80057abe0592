"""The old/new table as a document for Word."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from planversion.messages import Language
from planversion.policy import TableLayout
from planversion.rendering.laying import Laid, LaidGrid, lay
from planversion.rendering.office.fragments import fragments, plain
from planversion.rendering.office.grids import grid_xml
from planversion.rendering.office.needing import need
from planversion.rendering.office.typography import across, set_paper, set_styles
from planversion.rendering.office.widths import widths
from planversion.rendering.page import Line
from planversion.rendering.table import Table

_CREATED = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
"""A document of the same editions is the same to the byte."""
_DATE = (1980, 1, 1, 0, 0, 0)


def document(table: Table, layout: TableLayout, language: Language) -> bytes:
    """The file."""
    need("docx", "python-docx")
    import docx  # noqa: PLC0415 - an extra

    made, laid = docx.Document(), lay(table, layout, language)
    set_paper(made, layout.paper)
    set_styles(made)
    _name(made, laid, language)
    share = across(layout.paper) / sum(widths(laid, layout.paper))
    _write(made, laid, [int(width * share) for width in widths(laid, layout.paper)])
    content = io.BytesIO()
    made.save(content)
    return _dated(content)


def _name(made: Any, laid: Laid, language: Language) -> None:
    """What the document says of itself, without a clock and a person."""
    about = made.core_properties
    about.title, about.language = _text(laid.title), "ja-JP" if language == "ja" else "en"
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = _CREATED


def _write(made: Any, laid: Laid, wide: Sequence[int]) -> None:
    made.add_heading(_text(laid.title), 1)
    for warning in laid.warnings:
        made.add_paragraph(_text(warning))
    before = None
    for part in laid.parts:
        for level, heading in part.below(before):
            made.add_heading(_text(heading.line), min(level + 2, 9))
        for grid in part.grids:
            _add_grid(made, grid, wide)
        before = part
    if laid.reorganisations:
        made.add_heading(_text(laid.reorganised), 2)
        for one in laid.reorganisations:
            made.add_paragraph(_text(one), "List Bullet")


def _add_grid(made: Any, grid: LaidGrid, wide: Sequence[int]) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415 - an extra

    if grid.caption:
        caption = made.add_paragraph()
        caption.add_run(_text(grid.caption)).bold = True
        caption.paragraph_format.keep_with_next = True
    # Word needs a paragraph behind each table, or takes two of them for one.
    made.add_paragraph()._p.addprevious(parse_xml(grid_xml(grid, wide)))  # noqa: SLF001


def _text(line: Line) -> str:
    return plain(fragments((line,)))


def _dated(content: io.BytesIO) -> bytes:
    """The same archive, each of its members of one date."""
    written = io.BytesIO()
    with ZipFile(content) as made, ZipFile(written, "w") as dated:
        for name in made.namelist():
            dated.writestr(ZipInfo(name, _DATE), made.read(name), ZIP_DEFLATED)
    return written.getvalue()
