"""The table as a document for Word, opened again: headings, rows, underlines, fonts, dates."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from planversion import Comparison, table
from planversion.rendering.laying import layout
from planversion.rendering.office.document import document
from planversion.rendering.safety import on_one_line
from tabled import HOSTILE, hostile, real, run


def opened(of: Comparison, name: str = "side-by-side", **own: Any) -> Any:
    chosen = layout("ja", name).model_copy(update=own)
    return docx.Document(io.BytesIO(document(table(of), chosen, "ja")))


def runs(of: Any) -> list[Any]:
    return [
        run
        for grid in of.tables
        for row in grid.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
    ]


def headings(of: Any, level: int) -> list[str]:
    return [p.text for p in of.paragraphs if p.style.name == f"Heading {level}"]


def test_goals_and_directions_are_headings_and_each_direction_has_a_table() -> None:
    made = opened(real())
    assert headings(made, 1) == ["西東京市地域福祉計画 新旧対照表(第4期・第5期 素案(たたき台)(2))"]
    assert len(headings(made, 2)) == 6 + 1
    assert len(headings(made, 3)) == len(made.tables) == 17


def test_every_row_is_there_with_its_notes() -> None:
    made = opened(real())
    rows = [row for grid in made.tables for row in grid.rows[2:]]
    lines = [line for part in table(real()).parts for line in part.lines]
    assert len(rows) == len(lines)
    assert [cell.text for cell in made.tables[0].rows[1].cells] == [
        *("施策", "事業", "所管課", "施策", "事業", "所管課", "備考")
    ]
    assert "所管変更" in [row.cells[-1].text for row in made.tables[0].rows]


def test_the_header_is_repeated_and_no_row_is_parted() -> None:
    for grid in opened(real()).tables:
        marks = [(row._tr.trPr is not None and _marks(row)) for row in grid.rows]
        assert marks[:2] == [{"cantSplit", "tblHeader"}] * 2
        assert set(map(frozenset, marks[2:])) == {frozenset({"cantSplit"})}


def _marks(row: Any) -> set[str]:
    return {child.tag.rpartition("}")[2] for child in row._tr.trPr}


def test_changed_characters_are_underlined_and_whole_rows_twice() -> None:
    from docx.enum.text import WD_UNDERLINE  # noqa: PLC0415

    once = {run.text for run in runs(opened(real())) if run.underline is True}
    assert {"開催", "実施", "西東京市"} <= once
    found = runs(opened(real(), "national"))
    twice = {run.text for run in found if run.underline == WD_UNDERLINE.DOUBLE}
    assert {"音訳ボランティアの養成", "交流の場・居場所づくりの支援"} <= twice


@pytest.mark.parametrize(("paper", "millimetres"), [("a4", (297, 210)), ("a3", (420, 297))])
def test_it_lies_on_its_side_and_the_tables_fit(paper: str, millimetres: tuple[int, int]) -> None:
    made = opened(real(), paper=paper)
    section = made.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == millimetres
    inside = section.page_width - section.left_margin - section.right_margin
    for grid in made.tables:
        assert 0.98 * inside <= sum(column.width for column in grid.columns) <= inside


def test_fonts_and_language_are_japanese() -> None:
    made = opened(real())
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3"):
        fonts = made.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == "游ゴシック"
        assert not [key for key in fonts.attrib if "heme" in key]
    [language] = made.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:eastAsia")) == "ja-JP"
    assert made.core_properties.language == "ja-JP"


def test_hostile_names_come_through_inert_and_whole() -> None:
    made = opened(hostile())
    shown = {cell.text for grid in made.tables for row in grid.rows for cell in row.cells}
    for name in HOSTILE:
        assert on_one_line(name) in shown


def test_the_same_bytes_on_every_run_and_no_clock(tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.docx" for n in range(2)]
    for seed, file in enumerate(files):
        env = {"PYTHONHASHSEED": str(seed), "TZ": f"UTC+{seed * 9}", "LC_ALL": "C.UTF-8"}
        assert run("4", "5-draft-2", "-o", str(file), env=env) == (0, b"")
    assert files[0].read_bytes() == files[1].read_bytes()
    with ZipFile(files[0]) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    about = docx.Document(str(files[0])).core_properties
    assert about.created == about.modified == dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
    assert about.author == about.last_modified_by == ""
