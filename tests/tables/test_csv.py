"""The table as CSV: a line a row, nothing that a spreadsheet computes, everything reads back."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from golden import Golden
from planversion import compare, read_edition, table
from planversion.rendering.flat import COLUMNS
from planversion.rendering.flat import csv as written
from planversion.rendering.safety import on_one_line
from tabled import HOSTILE, hostile, real, run

CASE = Path(__file__).parents[1] / "cases/compare/several-at-once"


def read(content: bytes) -> list[dict[str, str]]:
    """The rows as the guide tells to read them: one apostrophe at the beginning is taken off."""
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [{key: value.removeprefix("'") for key, value in row.items()} for row in rows]


def several(cell: str) -> list[str]:
    """The values of a cell: semicolons between them, a backslash before one that belongs to one."""
    found, escaped = [""], False
    for character in cell:
        if escaped or character not in ";\\":
            found[-1] += character
            escaped = False
        elif character == "\\":
            escaped = True
        else:
            found.append("")
    return found


def test_the_file_is_as_it_was_read(golden: Golden) -> None:
    old, new = (read_edition((CASE / f"{n}.yaml").read_bytes(), n).edition for n in ("old", "new"))
    shown = written(table(compare(old, new)), "ja").decode()
    golden(Path(__file__).parent / "several-at-once.csv", shown)


def test_every_row_of_both_editions_stands_in_it_once() -> None:
    rows = read(written(table(real()), "ja"))
    for side, count in (("old", 156), ("new", 183)):
        there = [row for row in rows if row[f"{side}_project_id"]]
        places = {(row[f"{side}_project_id"], row[f"{side}_section_id"]) for row in there}
        assert len(there) == len(places) == count
    assert {row["kinds"] for row in rows} >= {"", "added", "moved;renamed", "reassigned"}


def test_it_is_utf_8_with_a_mark_and_ends_its_lines_as_the_standard_says() -> None:
    content = written(table(real()), "ja")
    assert content.startswith(b"\xef\xbb\xbfline,kinds,")
    assert content.count(b"\r\n") == content.count(b"\n") == len(read(content)) + 1


def test_no_cell_is_a_formula_and_all_read_back() -> None:
    content = written(table(hostile()), "ja")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row if cell.startswith(tuple("=+-@＝\t\r"))]
    assert [row["new_project"] for row in read(content)] == [on_one_line(n) for n in HOSTILE]
    for row, name in zip(read(content), HOSTILE, strict=True):
        assert several(row["new_departments"]) == [on_one_line(name)]


def test_the_columns_are_documented() -> None:
    guide = Path(__file__).parents[2] / "docs/guide/tables.md"
    told = guide.read_text("utf-8")
    either = [(f"`{name}`", f"`…{name[3:]}`") for name in COLUMNS]
    assert [names for names in either if not any(name in told for name in names)] == []


def test_the_ending_of_the_file_says_the_format(tmp_path: Path) -> None:
    file = tmp_path / "表.CSV"
    assert run("4", "5-draft-2", "-o", str(file)) == (0, b"")
    assert file.read_bytes() == run("4", "5-draft-2", "-f", "csv")[1]
    assert run("4", "5-draft-2", "-f", "text", "-o", str(file)) == (0, b"")
    assert not file.read_bytes().startswith(b"\xef\xbb\xbf")
