"""The tables of a document of Word as grids of cells."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

from planversion.errors import Location, Problem, UnreadableFileError
from planversion.importing.damage import DAMAGE, MEND_IN_WORD, damaged_package
from planversion.importing.grids import Cell, File, Grid, Merge, Spot, Told
from planversion.importing.packages import needed, package
from planversion.messages import say, say_n

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TABLE, _ROW, _CELL, _PARAGRAPH = (f"{_W}{name}" for name in ("tbl", "tr", "tc", "p"))
_RUN, _TEXT, _RUBY, _BASE = (f"{_W}{name}" for name in ("r", "t", "ruby", "rubyBase"))
_GONE = frozenset({f"{_W}del", f"{_W}moveFrom"})
_CHANGES = frozenset({*_GONE, f"{_W}ins", f"{_W}moveTo"})
_BREAKS = frozenset({f"{_W}br", f"{_W}cr"})
_STRUCK = (f"{_W}strike", f"{_W}dstrike", f"{_W}vanish")
_OFF = frozenset({"0", "false", "off", "none"})


def document(content: bytes, name: str) -> File:
    """Every table of the document; raises UnreadableFileError.

    Tracked changes are read as if they were accepted, and counted.
    """
    needed("docx", "python-docx")
    body = _body(content, name)
    tables = list(_outer(body))
    if nested := [number for number, table in enumerate(tables, 1) if _has_nested(table)]:
        raise UnreadableFileError([_nested(number, name) for number in nested])
    grids = tuple(_grid(table, number) for number, table in enumerate(tables, 1))
    return File(name, grids, tuple(_tracked(body, name)), typed=False)


def _body(content: bytes, name: str) -> Any:
    from docx import Document  # noqa: PLC0415 - an extra

    opened = package(content, name)
    try:
        return Document(io.BytesIO(content)).element.body
    except DAMAGE as error:
        raise damaged_package(opened, name, error, MEND_IN_WORD) from None


def _outer(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == _TABLE:
            yield child
        else:
            yield from _outer(child)


def _has_nested(table: Any) -> bool:
    return any(True for _ in table.iterdescendants(_TABLE))


def _nested(number: int, name: str) -> Problem:
    what = say("there is a table inside a cell of table {n}", n=number)
    mend = say("Make one table of the two.")
    return Problem("nested-table", what, mend, Location(name))


def _tracked(body: Any, name: str) -> Iterator[Problem]:
    count = sum(1 for _ in body.iterdescendants(*_CHANGES))
    if count:
        what = say_n(
            "{n} tracked change is read as if it were accepted",
            "{n} tracked changes are read as if they were accepted",
            count,
        )
        mend = say("Accept or reject them in Word to be sure.")
        yield Problem("tracked-changes", what, mend, Location(name))


class _Found(NamedTuple):
    row: int
    column: int
    width: int
    goes_on: bool
    cell: Cell


def _grid(table: Any, number: int) -> Grid:
    found = [one for row, tr in enumerate(_rows(table), 1) for one in _cells(tr, row, number)]
    cells: dict[int, dict[int, Cell]] = {}
    for one in found:
        cells.setdefault(one.row, {})[one.column] = one.cell
    return Grid(number, cells, tuple(_merges(found))).with_merges()


def _rows(table: Any) -> Iterator[Any]:
    """The rows that are left once tracked changes are accepted."""
    for row in table.iterdescendants(_ROW):
        if row.find(f"{_W}trPr/{_W}del") is None:
            yield row


def _cells(row: Any, number: int, table: int) -> Iterator[_Found]:
    column = 1 + _count(row.find(f"{_W}trPr/{_W}gridBefore"), default=0)
    for cell in row.iterdescendants(_CELL):
        width = _count(cell.find(f"{_W}tcPr/{_W}gridSpan"), default=1)
        merged = cell.find(f"{_W}tcPr/{_W}vMerge")
        goes_on = merged is not None and merged.get(f"{_W}val", "continue") == "continue"
        spot = Spot(table, number, column)
        yield _Found(number, column, width, goes_on, _read(cell, spot))
        column += width


def _count(element: Any, *, default: int) -> int:
    # Word itself has 63 columns at most.
    said = element.get(f"{_W}val", "") if element is not None else ""
    return min(int(said), 1000) if said.isdecimal() else default


def _merges(found: list[_Found]) -> Iterator[Merge]:
    """Cells that go on from the row above, or over several columns."""
    growing: dict[int, Merge] = {}
    for one in found:
        right = one.column + one.width - 1
        above = growing.get(one.column)
        if one.goes_on and above and above.bottom == one.row - 1:
            growing[one.column] = above._replace(bottom=one.row)
            continue
        if above and (above.bottom > above.top or above.right > above.left):
            yield above
        growing[one.column] = Merge(one.row, one.column, one.row, right)
    yield from (m for m in growing.values() if m.bottom > m.top or m.right > m.left)


def _read(cell: Any, spot: Spot) -> Cell:
    paragraphs = list(cell.iterdescendants(_PARAGRAPH))
    kept = "\n".join("".join(_texts(one, struck=False)) for one in paragraphs)
    struck = "".join(text for one in paragraphs for text in _texts(one, struck=True))
    doubts: list[Told] = []
    if struck:
        doubts.append(("struck", say("struck-through text is left out: {text}", text=struck), None))
    if cell.find(f".//{_W}commentReference") is not None:
        doubts.append(("comment", say("the comment of this cell is not taken"), None))
    gone = bool(struck) and not kept.strip()
    return Cell(spot, kept or None, doubts=tuple(doubts), struck=gone)


def _texts(element: Any, *, struck: bool) -> Iterator[str]:
    """The text in reading order: what is struck through, or all that isn't."""
    for child in element:
        if child.tag in _GONE:
            continue
        if child.tag == _RUN and _is_struck(child) != struck:
            continue
        if child.tag == _RUBY:
            # Beside it stands how it is read aloud.
            yield from _texts(child.find(_BASE), struck=struck)
        elif child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag == f"{_W}tab":
            yield "\t"
        else:
            yield from _texts(child, struck=struck)


def _is_struck(run: Any) -> bool:
    found = (run.find(f"{_W}rPr/{name}") for name in _STRUCK)
    return any(one is not None and one.get(f"{_W}val", "1") not in _OFF for one in found)
