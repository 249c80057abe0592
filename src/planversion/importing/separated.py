"""A file of text, its cells parted by commas or tabs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager

from planversion.errors import Location, Problem, UnreadableFileError
from planversion.importing.grids import Cell, File, Grid, Spot
from planversion.importing.inertness import revived
from planversion.importing.packages import MOST_CELLS
from planversion.messages import say

_BOM = b"\xef\xbb\xbf"


def separated(content: bytes, name: str) -> File:
    """The cells of the file; raises UnreadableFileError where it is no such text."""
    text, remarks = _decoded(content, name)
    separator = "\t" if _first_line(text).count("\t") > _first_line(text).count(",") else ","
    # Told before it is parsed: a row of millions of cells is a list of millions of texts.
    if text.count(separator) + text.count("\n") > MOST_CELLS:
        raise _too_many(name)
    cells: dict[int, dict[int, Cell]] = {}
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        with _cells_up_to(len(text)):
            for number, row in enumerate(lines, 1):
                cells[number] = {
                    column: Cell(Spot(None, number, column), revived(value))
                    for column, value in enumerate(row, 1)
                }
    except csv.Error as error:
        raise _broken(name, len(cells) + 1, error) from None
    return File(name, (Grid(None, cells),), remarks, typed=False)


@contextmanager
def _cells_up_to(length: int) -> Iterator[None]:
    """Lets csv read cells of this length; its own limit is lower, and one for all the program."""
    before = csv.field_size_limit()
    csv.field_size_limit(max(before, length))
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _first_line(text: str) -> str:
    return text.partition("\n")[0]


def _decoded(content: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The text, and in which encoding it was found where that was a guess."""
    try:
        return content.removeprefix(_BOM).decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("cp932")
    except UnicodeDecodeError as error:
        what = say(
            "this is neither UTF-8 nor Shift_JIS (CP932), from byte {n} on", n=error.start + 1
        )
        mend = say("Save it as CSV UTF-8, or as .xlsx.")
        raise UnreadableFileError([Problem("encoding", what, mend, Location(name))]) from None
    return text, (Problem("encoding", say("read as Shift_JIS (CP932)"), None, Location(name)),)


def _too_many(name: str) -> UnreadableFileError:
    what = say("the file is larger than any plan")
    limit = say("The limit is {limit} cells, merged ones included.", limit=MOST_CELLS)
    return UnreadableFileError([Problem("too-large", what, limit, Location(name))])


def _broken(name: str, row: int, error: csv.Error) -> UnreadableFileError:
    what = say("row {n} is no row of a CSV file: {error}", n=row, error=error)
    mend = say("A quote within a cell is written twice, and the cell stands in quotes.")
    return UnreadableFileError([Problem("csv", what, mend, Location(name))])
