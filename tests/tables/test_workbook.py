"""The table as a workbook, opened again: cells, merged ranges, underlined runs, print settings."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock

from planversion import Comparison, compare, read_edition, table
from planversion.errors import UsageError
from planversion.messages import Language
from planversion.rendering.laying import layout
from planversion.rendering.office.workbook import workbook
from planversion.rendering.safety import on_one_line
from programs import converted
from tabled import HOSTILE, hostile, plan, real, run


def made(
    of: Comparison, name: str = "side-by-side", language: Language = "ja", **own: Any
) -> bytes:
    chosen = layout(language, name).model_copy(update=own)
    return workbook(table(of), of.diff, chosen, language)


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content), rich_text=True)


def cells(sheet: Any) -> list[Any]:
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def runs(cell: Any, how: str) -> list[str]:
    """The runs of a cell that are underlined so."""
    if isinstance(cell.value, CellRichText):
        blocks = [block for block in cell.value if isinstance(block, TextBlock)]
        return [block.text for block in blocks if block.font.u == how]
    return [str(cell.value)] if cell.font.u == how else []


def underlined(sheet: Any, how: str) -> list[str]:
    return [run for cell in cells(sheet) for run in runs(cell, how)]


def test_there_is_a_sheet_to_publish_one_for_machines_and_one_of_numbers() -> None:
    book = opened(made(real()))
    assert book.sheetnames == ["新旧対照表", "データ", "集計"]
    official, data, numbers = book.worksheets
    assert data.max_row == 1 + sum(len(part.lines) for part in table(real()).parts)
    assert not data.merged_cells.ranges
    totals = [[cell.value for cell in row] for row in numbers.iter_rows(max_row=3)]
    assert totals[1] == ["掲載(延べ)", 156, 183, 27]
    assert official["A1"].value == "西東京市地域福祉計画 新旧対照表(第4期・第5期 素案(たたき台)(2))"


def test_changed_characters_are_underlined_inside_the_cell() -> None:
    found = underlined(opened(made(real())).worksheets[0], "single")
    assert {"開催", "実施", "西東京市", "関す", "係"} <= set(found)
    assert not underlined(opened(made(real())).worksheets[0], "double")


def test_what_is_new_gone_or_moved_is_underlined_twice() -> None:
    sheet = opened(made(real(), "national")).worksheets[0]
    assert {"音訳ボランティアの養成", "交流の場・居場所づくりの支援"} <= set(
        underlined(sheet, "double")
    )


def test_a_measure_is_one_cell_beside_all_of_its_rows() -> None:
    sheet = opened(made(real())).worksheets[0]
    [start] = [c for c in cells(sheet) if str(c.value).startswith("1(2)① ") and c.column == 1]
    [merged] = [r for r in sheet.merged_cells.ranges if start.coordinate in r]
    assert merged.size["rows"] == 8
    names = [sheet.cell(row, 5).value for row in range(merged.min_row, merged.max_row + 1)]
    assert "生活支援コーディネーターによる、地域活動の場の把握" in map(str, names)


@pytest.mark.parametrize(("paper", "size"), [("a4", 9), ("a3", 8)])
def test_it_is_printed_in_landscape_as_wide_as_the_paper_with_its_header_on_every_page(
    paper: str, size: int
) -> None:
    sheet = opened(made(real(), paper=paper)).worksheets[0]
    setup = sheet.page_setup
    assert (setup.orientation, int(setup.paperSize)) == ("landscape", size)
    assert (setup.fitToWidth, setup.fitToHeight) == (None, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$2:$3"
    assert [sheet.cell(2, column).value for column in (1, 4, 7)] == ["第4期", "第5期(素案)", "備考"]
    assert [sheet.cell(3, column).value for column in (1, 2, 3)] == ["施策", "事業", "所管課"]


def test_text_is_wrapped_in_a_japanese_font_in_rows_high_enough() -> None:
    sheet = opened(made(real())).worksheets[0]
    for cell in cells(sheet):
        assert cell.font.name == "游ゴシック"
        assert cell.alignment.wrap_text
    long = next(c for c in cells(sheet) if "保育課\n文化振興課" in str(c.value))
    assert sheet.row_dimensions[long.row].height >= 4 * 9 * 1.3


@pytest.mark.parametrize("name", ["side-by-side", "city", "national"])
def test_nothing_hostile_is_a_formula_an_address_or_markup(name: str) -> None:
    book = opened(made(hostile(), name))
    for sheet in book.worksheets:
        assert {cell.data_type for cell in cells(sheet)} <= {"s", "n"}
        assert not [cell for cell in cells(sheet) if cell.hyperlink]
    official = "\n".join(str(cell.value) for cell in cells(book.worksheets[0]))
    data = {str(cell.value) for cell in cells(book.worksheets[1])}
    for hostile_name in HOSTILE:
        shown = on_one_line(hostile_name)
        assert shown in official
        assert shown in data or ";" in shown


ESCAPES = (
    ("_x0041_課", "_x0041_室"),
    ("甲_x0041_x0042_", "乙_x0041_x0042_"),
    ("<r>_x000D_</r>", "<r>_x000A_</r>"),
    ("図_x1_y2", "図_x1_y3"),
    ("表_x00_x0041_", "表_x00_x0041_"),
)
"""Names before and after that hold what a program takes for an escaped character."""


def test_what_looks_like_an_escape_stays_the_same_text_in_runs(tmp_path: Path) -> None:
    old, new = zip(*ESCAPES, strict=True)
    editions = plan("1", "", old), plan("2", "1", new)
    content = made(compare(*(read_edition(one.encode(), "a.yaml").edition for one in editions)))
    shown = cells(opened(content).worksheets[0])
    assert any(isinstance(cell.value, CellRichText) for cell in shown)
    (tmp_path / "table.xlsx").write_bytes(content)
    in_utf_8 = "csv:Text - txt - csv (StarCalc):44,34,76"
    by_libreoffice = converted(tmp_path / "table.xlsx", in_utf_8, tmp_path).read_text("utf-8")
    for told in ("\n".join(str(cell.value) for cell in shown), by_libreoffice):
        assert [name for name in (*old, *new) if name not in told] == []
        assert "x005F" not in told


def test_a_text_longer_than_a_cell_is_refused() -> None:
    with pytest.raises(UsageError, match="32767"):
        made(hostile(("長" * 32_768,)))
    assert opened(made(hostile(("𠮷" * 8_000,))))


@pytest.mark.parametrize("name", ["side-by-side", "city"])
def test_the_same_bytes_on_every_run(name: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.xlsx" for n in range(2)]
    for seed, file in enumerate(files):
        env = {"PYTHONHASHSEED": str(seed), "TZ": f"UTC+{seed * 9}", "LC_ALL": "C.UTF-8"}
        done = run("4", "5-draft-2", "--layout", name, "-o", str(file), env=env)
        assert done == (0, b"")
    one, other = (file.read_bytes() for file in files)
    assert one == other


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_a_file_needs_a_name(form: str) -> None:
    code, told = run("4", "5-draft-2", "-f", form, "--lang", "en")
    assert (code, told.decode()) == (
        2,
        f"{form} is a file, and can't be shown here. Name a file: -o table.{form} [usage]\n",
    )
    code, content = run("4", "5-draft-2", "-f", form, "-o", "-")
    assert (code, content[:2]) == (0, b"PK")


@pytest.mark.parametrize(("form", "package"), [("xlsx", "xlsxwriter"), ("docx", "docx")])
def test_a_missing_extra_is_named(form: str, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from planversion.rendering.office.needing import need  # noqa: PLC0415

    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(UsageError, match=r"planversion\[office\]"):
        need(package, form)
