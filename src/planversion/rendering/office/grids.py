"""A grid of the table as the XML of a document for Word (ECMA-376, WordprocessingML)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from planversion.rendering.laying import Column, LaidGrid, LaidRow, Slot
from planversion.rendering.office.fragments import Fragment, fragments
from planversion.rendering.page import Line, line

CELL, HEADER = "TableCell", "TableHeader"
"""The styles of paragraphs in the grid and in its header, by their ids."""
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_REPEATED = "<w:cantSplit/><w:tblHeader/>"
_WHOLE = "<w:cantSplit/>"
_MARGINS = (
    '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
)
_HEADED = '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/><w:vAlign w:val="center"/>'


def grid_xml(grid: LaidGrid, widths: Sequence[int]) -> str:
    """The table: a header that every page repeats, rows that no page break parts."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join((*_header(grid.columns, widths), *(_row(row, widths) for row in grid.rows)))
    return (
        f'<w:tbl xmlns:w="{_NAMESPACE}"><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{_MARGINS}'
        f'<w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
    )


def _header(columns: Sequence[Column], widths: Sequence[int]) -> Iterator[str]:
    """The titles of the columns, above them those of the editions where there are two."""
    both = len({column.side for column in columns} - {None}) > 1
    if both:
        yield _tr(_editions(columns, widths), _REPEATED)
    below = (
        _tc((), width, merge="continue")
        if both and column.side is None
        else _titled(column.title, width)
        for column, width in zip(columns, widths, strict=True)
    )
    yield _tr(below, _REPEATED)


def _editions(columns: Sequence[Column], widths: Sequence[int]) -> Iterator[str]:
    pairs = zip(columns, widths, strict=True)
    for side, some in groupby(pairs, lambda pair: pair[0].side):
        group = list(some)
        width, first = sum(width for _, width in group), group[0][0]
        if side:
            yield _titled(first.heading, width, span=len(group))
        else:
            yield _titled(first.title, width, merge="restart")


def _titled(title: str, width: int, *, span: int = 1, merge: str = "") -> str:
    return _tc((line(title),), width, span=span, merge=merge, style=HEADER)


def _row(row: LaidRow, widths: Sequence[int]) -> str:
    return _tr((_slot(slot, width) for slot, width in zip(row.slots, widths, strict=True)), _WHOLE)


def _slot(slot: Slot | None, width: int) -> str:
    if slot is None:
        return _tc((), width, merge="continue")
    return _tc(slot.lines, width, merge="restart" if slot.rows > 1 else "")


def _tr(cells: Iterable[str], properties: str) -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _tc(
    lines: Iterable[Line], width: int, *, span: int = 1, merge: str = "", style: str = CELL
) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    look = _HEADED if style == HEADER else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{merged}{look}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_runs(fragments(lines))}</w:p></w:tc>'
    )


def _runs(found: Iterable[Fragment]) -> str:
    return "".join(map(_run, found))


def _run(of: Fragment) -> str:
    how = "" if of.underline == "none" else f'<w:rPr><w:u w:val="{of.underline}"/></w:rPr>'
    texts = (f'<w:t xml:space="preserve">{escape(one)}</w:t>' for one in of.text.split("\n"))
    return f"<w:r>{how}{'<w:br/>'.join(texts)}</w:r>"
