"""What offices have becomes an edition: sheets, CSV files, tables of Word, layouts of their own."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from offices import (
    EDITION,
    FIRST,
    HEAD,
    LAYOUT,
    ROWS,
    Change,
    by_xlsxwriter,
    document,
    merge,
    put,
    resaved,
    saved,
    text,
    with_member,
    workbook,
)
from planversion import Edition, PlanversionError, Project, Relisting, mint, read_edition
from planversion.importing import (
    Imported,
    Layout,
    empty_template,
    imported,
    packages,
    template,
)
from planversion.model.saying import written
from planversion.patching import text_of
from planversion.yamltext.parsing import parse

ROOT = Path(__file__).parents[1]
EDITIONS = sorted((ROOT / "editions").rglob("*.yaml"))
WORD = Layout.model_validate(parse(LAYOUT)[0])


def found(content: bytes, layout: Layout | None = None, name: str = "一覧.xlsx") -> Imported:
    return imported(content, name, layout)


def edition(content: bytes, layout: Layout | None = None) -> Edition:
    return found(content, layout).edition


def remarks(content: bytes, layout: Layout | None = None) -> list[str]:
    return [remark.to("en") for remark in found(content, layout).remarks]


def outline(of: Edition) -> list[str]:
    """Every section and row as a line."""
    lines = []
    for place in of.outline.places.values():
        lines.append(f"{place.code} {place.section.title}")
        for row in of.outline.listed(place):
            entry = row.entry
            if isinstance(entry, Relisting):
                name = entry.wording or of.outline.record(entry.relists).name
                lines.append(f"  again {name}{' (marked)' if entry.marked else ''}")
            else:
                lines.append(f"  {entry.name} [{' '.join(entry.departments)}]")
    return lines


EXPECTED = [
    "1 支え合うまち",
    "1(1) 相談の充実",
    "  健康相談の実施 [健康課]",
    "  住まいの相談 [住宅課 生活福祉課]",
    "1(2) 見守りの推進",
    "  見守り [生活福祉課]",
    "  again 健康相談の実施 (marked)",
]
KINDS = {
    "openpyxl": workbook(),
    "xlsxwriter": by_xlsxwriter(),
    "csv": text(),
    "csv-with-mark": text(encoding="utf-8-sig"),
    "cp932": text(encoding="cp932"),
    "tabs": text().replace(b'"', b"").replace(b",", b"\t"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_says_the_same(kind: str) -> None:
    made = edition(KINDS[kind])
    assert outline(made) == EXPECTED
    assert made.plan.title == "まちの計画"
    assert made.header.status == "draft"
    assert [level.code for level in made.levels] == ["{n}", "({n})"]
    assert [one.name for one in made.departments] == ["健康課", "住宅課", "生活福祉課"]


def test_a_table_of_word_says_the_same() -> None:
    assert outline(edition(document(), WORD)) == EXPECTED


def test_the_guess_at_an_encoding_is_said() -> None:
    assert remarks(KINDS["cp932"]) == ["一覧.xlsx: read as Shift_JIS (CP932) [encoding]"]
    assert remarks(KINDS["csv"]) == []


def test_ids_are_those_that_mint_would_write() -> None:
    made = edition(workbook(rows=ROWS[:3]))
    tree = written(made)
    _without_ids(tree["sections"])
    bare = Edition.model_validate(tree)
    source = read_edition(text_of(bare, "1.yaml").encode(), "1.yaml")
    assert read_edition(mint(source).text.encode(), "1.yaml").edition == made


def _without_ids(rows: Any) -> None:
    for row in rows:
        row.pop("id", None)
        _without_ids((*row.get("sections", ()), *row.get("projects", ())))


# -- levels ----------------------------------------------------------------------------------


def test_merged_cells_hand_their_value_down() -> None:
    rows = (
        FIRST,
        ("", "", "住まいの相談", None, None),
        (None, "(2) 見守り", "見守り", "住宅課", None),
    )
    content = workbook(merge("A2:A4"), merge("B2:B3"), merge("D2:D3"), rows=rows)
    assert outline(edition(content)) == [
        "1 支え合うまち",
        "1(1) 相談の充実",
        "  健康相談の実施 [健康課]",
        "  住まいの相談 [健康課]",
        "1(2) 見守り",
        "  見守り [住宅課]",
    ]


def test_levels_may_be_said_again_in_every_row() -> None:
    rows = [list(row) for row in ROWS]
    for row, (goal, measure) in zip(rows, ((0, 0), (0, 0), (0, 2), (0, 2)), strict=True):
        row[0], row[1] = ROWS[goal][0], ROWS[measure][1]
    assert outline(edition(workbook(rows=map(tuple, rows)))) == EXPECTED


def test_sections_may_have_rows_of_their_own_across_the_table() -> None:
    rows = (
        ("1 支え合うまち", None, None, None, None),
        (None, "(1) 相談の充実", None, None, None),
        (None, None, "健康相談の実施", "健康課", None),
        (None, "(2) 空の施策", None, None, "これから"),
    )
    made = edition(workbook(merge("A2:E2"), merge("B3:E3"), rows=rows))
    assert outline(made) == [*EXPECTED[:3], "1(2) 空の施策"]
    assert made.sections[0].sections[1].note == "これから"


def test_one_project_over_several_rows_has_the_departments_of_all() -> None:
    rows = (FIRST, (None, None, None, "住宅課", None))
    made = edition(workbook(merge("C2:C3"), rows=rows))
    assert outline(made)[-1] == "  健康相談の実施 [健康課 住宅課]"


@pytest.mark.parametrize(
    ("cells", "codes", "printed"),
    [
        (("1", "２"), "{n}", ["1", "2"]),
        ((1, 2), "{n}", ["1", "2"]),
        (("①", "②"), "{n:circled}", ["①", "②"]),
        (("（１）", "（２）"), "（{n:fullwidth}）", ["（１）", "（２）"]),
        (("第1章", "第2章"), "第{n}章", ["第1章", "第2章"]),
        (("Ⅰ", "Ⅱ"), "{n}", ["Ⅰ", "Ⅱ"]),
        (("1", "2の2"), "{n}", ["1", "2の2"]),
    ],
)
def test_numbers_in_a_column_are_read_as_they_are_printed(
    cells: tuple[Any, Any], codes: str, printed: list[str]
) -> None:
    rows = ((cells[0], "甲", "事業", "課"), (cells[1], "乙", "別の事業", "課"))
    content = workbook(
        lambda sheet: sheet.delete_rows(1, 9),
        lambda sheet: sheet.append(("目標 番号", "目標", "事業名", "所管課")),
        *((lambda sheet, row=row: sheet.append(row)) for row in rows),
    )
    made = edition(content)
    assert [made.levels[0].code, made.levels[0].name] == [codes, "目標"]
    assert [place.code for place in made.outline.places.values()] == printed


def test_a_figure_at_the_beginning_of_a_title_is_no_number() -> None:
    rows = (
        ("24時間の見守り", "(1) 相談", "甲", "課", None),
        ("地域づくり", "(1) 場", "乙", "課", None),
    )
    made = edition(workbook(rows=rows))
    assert [one.title for one in made.sections] == ["24時間の見守り", "地域づくり"]
    assert made.sections[0].number is None


def test_half_of_the_titles_decide_how_numbers_are_printed() -> None:
    rows = (
        *ROWS,
        (None, "その他", "丙", "課", None),
        (None, "（３） 足りない施策", "丁", "課", None),
    )
    made = edition(workbook(rows=rows))
    assert [one.number for one in made.sections[0].sections] == [1, 2, None, 3]
    assert [one.title for one in made.sections[0].sections][2:] == ["その他", "足りない施策"]


def numbered(goal: str, *measures: str) -> list[str]:
    """The sections of a table with one goal, as lines."""
    rows = [
        (goal if not n else None, one, f"事業{n}", "課", None) for n, one in enumerate(measures)
    ]
    lines = outline(edition(workbook(rows=rows)))
    return [line for line in lines if not line.startswith(" ")]


@pytest.mark.parametrize(
    ("goal", "measures", "lines"),
    [
        ("1 目標", ("1-1 相談", "1-2 場"), ["1 目標", "1-1 相談", "1-2 場"]),
        ("１　目標", ("１－１　相談", "１－２　場"), ["１ 目標", "１－１ 相談", "１－２ 場"]),
        ("1 目標", ("1-(1)相談", "1-(2) 場"), ["1 目標", "1-(1) 相談", "1-(2) 場"]),
        ("1 目標", ("1.1 相談", "1.2. 場"), ["1 目標", "1.1 相談", "1.2 場"]),
        ("1 目標", ("1-1 相談", "１－２　場"), ["1 目標", "1-1 相談", "1-2 場"]),
        ("第3章 目標", ("① 相談", "②場"), ["第3章 目標", "第3章① 相談", "第3章② 場"]),
        ("基本目標2 目標", ("2-1 相談",), ["基本目標2 目標", "基本目標2-1 相談"]),
    ],
)
def test_a_number_that_repeats_those_above_is_parted_from_the_title(
    goal: str, measures: tuple[str, ...], lines: list[str]
) -> None:
    assert numbered(goal, *measures) == lines


def test_a_number_of_three_levels() -> None:
    rows = (("2 目標", "2-1 相談", "2-1-1 場", "甲"), (None, None, "2-1-2 人", "乙"))
    head = [
        put(f"{column}1", text)
        for column, text in zip("ABCD", (*HEAD[:2], "取組", HEAD[2]), strict=True)
    ]
    made = outline(edition(workbook(*head, put("E1", None), rows=rows)))
    assert [line for line in made if "[" not in line] == [
        "2 目標",
        "2-1 相談",
        "2-1-1 場",
        "2-1-2 人",
    ]


def test_a_number_that_repeats_those_above_may_have_a_column_of_its_own() -> None:
    rows = (("1", "目標", "1-1", "相談", "甲"), (None, None, "1-2", "場", "乙"))
    head = ("番号", "基本目標", "番号", "施策", "事業名")
    names = [put(f"{column}1", text) for column, text in zip("ABCDE", head, strict=True)]
    made = outline(edition(workbook(*names, rows=rows)))
    assert [line for line in made if "[" not in line] == ["1 目標", "1-1 相談", "1-2 場"]


@pytest.mark.parametrize(
    ("goal", "measures", "kept"),
    [
        ("1 目標", ("1-1 相談", "3-2 場"), "3-2 場"),
        ("1 目標", ("(1) 相談", "2) 場"), "2) 場"),
        ("支え合うまち", ("1-1 相談", "1-2 場"), "1-2 場"),
        ("1 目標", ("相談", "甲", "1-2 歳児"), "1-2 歳児"),
        ("基本目標1 目標", ("施策1-1 相談", "施策1-2 場"), "施策1-2 場"),
        ("1 目標", ("（１－１）相談", "（１－２）場"), "（１－２）場"),
        ("1 目標", ("(1)-1 相談", "(1)-2 場"), "(1)-2 場"),
        ("1 目標", ("施策1の2 相談", "施策3 場"), "施策1の2 相談"),
        ("Ⅰ 目標", ("1 相談", "Ⅰ-2 場"), "Ⅰ-2 場"),
    ],
)
def test_a_number_that_is_not_certain_stays_in_the_title_and_is_said(
    goal: str, measures: tuple[str, ...], kept: str
) -> None:
    rows = [
        (goal if not n else None, one, f"事業{n}", "課", None) for n, one in enumerate(measures)
    ]
    made = found(workbook(rows=rows))
    titles = [place.section.title for place in made.edition.outline.places.values()]
    assert kept in titles
    told = [one.to("en") for one in made.remarks if one.code == "number-in-title"]
    assert f"stays whole as the title: {kept}" in told[-1]


@pytest.mark.parametrize(
    "title", ["24時間の見守り", "1-2歳児の健診", "第2次計画の推進", "3.11の教訓"]
)
def test_a_title_that_only_holds_figures_is_not_remarked_upon(title: str) -> None:
    content = workbook(rows=(("1 目標", title, "事業", "課", None),))
    assert found(content).remarks == ()
    assert edition(content).sections[0].sections[0].title == title


def test_a_layout_may_say_that_numbers_repeat_those_above() -> None:
    said = Layout.model_validate(
        {"levels": [{"name": "基本目標"}, {"name": "施策", "code": "-{n}"}]}
    )
    rows = [
        ("1 目標", "1-1 相談", "甲", "課", None),
        *[(None, f"他{n}", f"事業{n}", "課", None) for n in range(3)],
    ]
    assert "1-1 相談" in outline(edition(workbook(rows=rows), said))


def test_an_edition_of_such_numbers_comes_back_from_the_template() -> None:
    made = edition(workbook(rows=(("1 目標", "1-1 相談", "甲", "課", None),)))
    assert edition(template(made).content) == made


def test_a_heading_over_two_columns_is_that_of_numbers_and_titles() -> None:
    content = workbook(
        lambda sheet: sheet.delete_rows(1, 9),
        lambda sheet: sheet.append(("目標", None, "事業名", "所管課")),
        lambda sheet: sheet.append((3, "支え合う", "甲", "課")),
        merge("A1:B1"),
    )
    assert outline(edition(content)) == ["3 支え合う", "  甲 [課]"]


# -- cells -----------------------------------------------------------------------------------


def rich(*parts: str | tuple[str, bool]) -> CellRichText:
    return CellRichText(
        *(
            part
            if isinstance(part, str)
            else TextBlock(InlineFont(b=True, strike=part[1]), part[0])
            for part in parts
        )
    )


def test_the_runs_of_a_cell_are_joined() -> None:
    content = workbook(put("C3", rich("住まい", ("の", False), "相談")))
    assert outline(edition(content)) == EXPECTED
    assert remarks(content) == []


def test_struck_through_text_is_left_out_and_said() -> None:
    content = workbook(put("C3", rich("住まいの", ("電話", True), "相談")))
    assert outline(edition(content)) == EXPECTED
    assert remarks(content) == [
        "一覧.xlsx: 施策一覧!C3: struck-through text is left out: 電話 [struck]"
    ]


def test_a_row_whose_project_is_struck_through_is_left_out() -> None:
    def strike(sheet: Worksheet) -> None:
        sheet["C3"].font = Font(strike=True)

    content = workbook(strike)
    assert outline(edition(content)) == [*EXPECTED[:3], *EXPECTED[4:]]
    assert remarks(content) == [
        "一覧.xlsx: 施策一覧!C3: struck-through text is left out: 住まいの相談 [struck]",
        "一覧.xlsx: 施策一覧!C3: the row is left out: its project is struck through [struck-row]",
    ]


def test_comments_are_not_taken_and_said() -> None:
    def comment(sheet: Worksheet) -> None:
        sheet["C3"].comment = Comment("所管は\n要確認", "係長")

    assert remarks(workbook(comment)) == [
        "一覧.xlsx: 施策一覧!C3: the comment of this cell is not taken: 所管は 要確認 [comment]"
    ]


def test_furigana_is_no_part_of_a_name() -> None:
    def read_aloud(strings: bytes) -> bytes:
        plain = "<t>見守り</t></si>".encode()
        assert plain in strings
        return strings.replace(
            plain, '<t>見守り</t><rPh sb="0" eb="3"><t>ミマモリ</t></rPh></si>'.encode()
        )

    content = with_member(by_xlsxwriter(), "xl/sharedStrings.xml", read_aloud)
    assert outline(edition(content)) == EXPECTED


def test_the_value_of_a_formula_is_taken_and_said() -> None:
    content = by_xlsxwriter()
    first = edition(content).sections[0].sections[0].projects[0]
    assert first.note == "要確認"
    assert remarks(content) == [
        "一覧.xlsx: 施策一覧!E2: a formula; its last value is taken [formula]"
    ]


def test_what_is_hidden_is_said() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["E"].hidden = True
        other = sheet.parent.create_sheet("旧")
        other.append(HEAD)
        other.append(("9 古い目標", "(1) 古い施策", "古い事業", "課", None))
        other.sheet_state = "hidden"

    content = workbook(hide)
    assert outline(edition(content)) == EXPECTED
    assert remarks(content) == [
        "一覧.xlsx: 施策一覧: hidden rows are read like all others: 3 [hidden]",
        "一覧.xlsx: 施策一覧: hidden columns are read like all others: E [hidden]",
        "一覧.xlsx: 旧: the sheet is hidden and not read [hidden]",
    ]


def test_macros_are_not_looked_at_and_that_is_said() -> None:
    held = io.BytesIO(workbook())
    with zipfile.ZipFile(held, "a") as package:
        package.writestr("xl/vbaProject.bin", b"Shell")
    assert remarks(held.getvalue()) == ["一覧.xlsx: the macros were not looked at [macros]"]


@pytest.mark.parametrize(("module", "content"), [("openpyxl", workbook()), ("docx", document())])
def test_a_reader_that_is_missing_is_named(
    module: str, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "find_spec", lambda name: None if name == module else name)
    with pytest.raises(PlanversionError, match=r"pip install 'planversion\[office\]'"):
        found(content)


def test_a_sheet_with_a_cell_at_its_very_end_is_read_like_any_other() -> None:
    def colour(sheet: Worksheet) -> None:
        sheet["XFD1048576"].font = Font(bold=True)

    assert outline(edition(workbook(colour))) == EXPECTED


def test_a_remark_below_the_table_is_said_and_no_section() -> None:
    content = workbook(put("A7", "※ 再掲の事業は延べ数に含む。"))
    assert outline(edition(content)) == EXPECTED
    assert remarks(content) == [
        (
            "一覧.xlsx: 施策一覧!A7: a remark or a total is not taken:"
            " ※ 再掲の事業は延べ数に含む。 [footnote]"
        )
    ]


def test_columns_that_mean_nothing_to_us_are_said() -> None:
    assert remarks(workbook(put("F1", "決裁欄"))) == [
        "一覧.xlsx: 施策一覧!F1: the column 決裁欄 is not read [ignored]"
    ]


def test_breaks_in_a_name_are_mended_and_lines_of_a_note_kept() -> None:
    content = workbook(put("C3", " 住まい\nの相談　"), put("E3", "一\r\n二"))
    made = edition(content)
    assert outline(made) == EXPECTED
    assert made.sections[0].sections[0].projects[1].note == "一\n二"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        "]]>",
        "<r><t>x</t></r>",
        "<r>&</r>",
        "\u202eabc\u2066",
        "𠮷野家 👩‍👧",
        "あ" * 10_000,
        "'quoted",
        "a: b #c",
    ],
)
def test_hostile_text_stays_text(hostile: str) -> None:
    def write(sheet: Worksheet) -> None:
        sheet["C3"].value = hostile
        sheet["C3"].data_type = "s"

    made = edition(workbook(write))
    assert made.sections[0].sections[0].projects[1].name == hostile  # type: ignore[union-attr]
    again = read_edition(text_of(made, "1.yaml").encode(), "1.yaml")
    assert again.edition == made
    assert edition(template(made).content) == made
    assert edition(template(made, "csv").content).sections == made.sections


def test_a_cell_of_a_csv_file_may_be_longer_than_any_of_excel() -> None:
    limit, note = csv.field_size_limit(), "𠮷と" * 70_000
    made = edition(text(rows=((*FIRST[:4], note),)))
    assert made.sections[0].sections[0].projects[0].note == note  # type: ignore[union-attr]
    assert csv.field_size_limit() == limit


@pytest.mark.parametrize("field", ["C3", "B2", "D3", "E3"])
def test_nobody_waits_for_a_cell_full_of_spaces(field: str) -> None:
    wide = f"(1) 相談{' ' * 32_000}の充実（再 掲"
    assert found(workbook(put(field, wide))).edition.sections


# -- departments -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell",
    [
        "住宅課\n生活福祉課",
        "住宅課、生活福祉課",
        "住宅課;生活福祉課",
        "住宅課 ，\n 生活福祉課\n",
        "住宅課,生活福祉課,住宅課",
    ],
)
def test_several_departments_in_a_cell(cell: str) -> None:
    assert outline(edition(workbook(put("D3", cell)))) == EXPECTED


def test_a_middle_dot_parts_departments_only_where_a_layout_says_so() -> None:
    content = workbook(put("D3", "住宅課・生活福祉課"))
    assert outline(edition(content))[3] == "  住まいの相談 [住宅課・生活福祉課]"
    assert outline(edition(content, Layout(separators=("・",)))) == EXPECTED


def test_a_name_for_several_departments_is_collective() -> None:
    made = edition(workbook(put("D3", "関係各課")))
    assert [one.name for one in made.departments if one.collective] == ["関係各課"]


# -- relistings ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell",
    [
        "健康相談の実施（再掲）",
        "健康相談の実施(再掲)",
        "健康相談の実施　【再掲】",
        "健康相談の実施[再掲]",
        "【再掲】健康相談の実施",
        "健康相談の実施\n（再掲）",
        "健康 相談の実施（再掲）",
    ],
)
def test_a_mark_makes_a_relisting(cell: str) -> None:
    made = edition(workbook(put("C5", cell)))
    assert outline(made)[:-1] == EXPECTED[:-1]
    relisting = made.sections[0].sections[1].projects[1]
    assert isinstance(relisting, Relisting)
    assert relisting.marked


@pytest.mark.parametrize(
    ("mark", "marked"), [("○", True), ("再掲", True), ("（再掲）", True), ("印なし", False)]
)
def test_a_column_of_marks(mark: str, marked: bool) -> None:  # noqa: FBT001
    made = edition(
        workbook(put("F1", "再掲"), put("F5", mark), put("F3", "-"), put("C5", FIRST[2]))
    )
    relisting = made.sections[0].sections[1].projects[1]
    assert isinstance(relisting, Relisting)
    assert (relisting.marked, relisting.wording, relisting.departments) == (marked, None, None)


@pytest.mark.parametrize("note", ["再掲", "（再掲）", "【再掲】"])
def test_a_remark_that_is_nothing_but_the_mark_makes_a_relisting_and_is_said(note: str) -> None:
    content = workbook(put("C5", FIRST[2]), put("E5", note))
    relisting = edition(content).sections[0].sections[1].projects[1]
    assert isinstance(relisting, Relisting)
    assert (relisting.marked, relisting.note) == (True, None)
    told = f"一覧.xlsx: 施策一覧!E5: taken for the mark of a relisting: {note} [relisting]"
    assert remarks(content) == [told]


@pytest.mark.parametrize(
    "more",
    [
        (put("E5", "再掲を含む"),),
        (put("E5", "再掲"), put("F1", "再掲")),
        (put("E5", "再掲"), put("F1", "ID"), put("F5", "p-0000000012")),
    ],
)
def test_a_remark_is_no_mark_where_it_says_more_or_something_else_says_what_the_row_is(
    more: tuple[Change, ...],
) -> None:
    project = edition(workbook(put("C5", FIRST[2]), *more)).sections[0].sections[1].projects[1]
    assert isinstance(project, Project)
    assert project.note in ("再掲", "再掲を含む")


def test_a_relisting_keeps_its_own_words_and_departments() -> None:
    content = workbook(
        put("F1", "再掲元"),
        put("F5", "健康相談の実施"),
        put("C5", "健康の相談（再掲）"),
        put("D5", "保育課"),
    )
    relisting = edition(content).sections[0].sections[1].projects[1]
    assert isinstance(relisting, Relisting)
    assert (relisting.wording, relisting.departments) == ("健康の相談", ("保育課",))


def test_a_relisting_that_is_spelt_otherwise_is_taken_and_said() -> None:
    content = workbook(put("C5", "健康相談の開催（再掲）"))
    relisting = edition(content).sections[0].sections[1].projects[1]
    assert isinstance(relisting, Relisting)
    assert relisting.wording == "健康相談の開催"
    assert remarks(content) == [
        (
            "一覧.xlsx: 施策一覧!C5: taken for 健康相談の実施 at 施策一覧!C2,"
            " which is spelt otherwise [relisting]"
        )
    ]


def test_departments_may_decide_whose_relisting_it_is_and_that_is_said() -> None:
    rows = (
        *ROWS[:3],
        (None, "(3) 三", FIRST[2], "保育課", None),
        (None, "(4) 四", "健康相談の実施(再掲)", "保育課", None),
    )
    content = workbook(rows=rows)
    last = edition(content).sections[0].sections[-1].projects[0]
    record = edition(content).sections[0].sections[2].projects[0]
    assert isinstance(last, Relisting)
    assert isinstance(record, Project)
    assert last.relists == record.id
    assert [line.partition("!")[2] for line in remarks(content)] == [
        (
            "C5: taken for another project than that of the same name at 施策一覧!C2."
            " If it is the same, mark it as a relisting. [same-name]"
        ),
        "C6: taken for 施策一覧!C5, of several of that name, for its departments [relisting]",
    ]


# -- Word ------------------------------------------------------------------------------------


def test_vertical_merges_of_word_hand_their_value_down() -> None:
    def join(table: Any) -> None:
        for column, first, last in ((0, 1, 4), (1, 1, 2), (1, 3, 4)):
            for row in range(first + 1, last + 1):
                table.cell(row, column).text = ""
            table.cell(first, column).merge(table.cell(last, column))

    assert outline(edition(document(join), WORD)) == EXPECTED


def tracked(kind: str, *runs: Any) -> Any:
    change = OxmlElement(f"w:{kind}")
    change.set(qn("w:id"), "1")
    change.set(qn("w:author"), "係長")
    for run in runs:
        change.append(run)
    return change


def test_tracked_changes_are_read_as_if_accepted_and_counted() -> None:
    def change(table: Any) -> None:
        paragraph = table.cell(2, 2).paragraphs[0]
        gone, came = paragraph.add_run("電話"), paragraph.add_run("相談")
        paragraph.runs[0].text = "住まいの"
        gone._r.tag, text_tag = gone._r.tag, qn("w:delText")
        gone._r.find(qn("w:t")).tag = text_tag
        paragraph._p.append(tracked("del", gone._r))
        paragraph._p.append(tracked("ins", came._r))

    content = document(change)
    assert outline(edition(content, WORD)) == EXPECTED
    assert remarks(content, WORD) == [
        (
            "一覧.xlsx: 2 tracked changes are read as if they were accepted."
            " Accept or reject them in Word to be sure. [tracked-changes]"
        )
    ]


def test_struck_through_and_ruby_in_word() -> None:
    def change(table: Any) -> None:
        paragraph = table.cell(2, 2).paragraphs[0]
        paragraph.add_run("電話").font.strike = True
        run = table.cell(3, 2).paragraphs[0].runs[0]._r
        ruby = OxmlElement("w:ruby")
        for tag, said in (("rt", "みまもり"), ("rubyBase", "見守り")):
            part, inner, of = (OxmlElement(f"w:{name}") for name in (tag, "r", "t"))
            of.text = said
            inner.append(of)
            part.append(inner)
            ruby.append(part)
        run.replace(run.find(qn("w:t")), ruby)

    content = document(change)
    assert outline(edition(content, WORD)) == EXPECTED
    assert remarks(content, WORD) == [
        "一覧.xlsx: table 1, cell C3: struck-through text is left out: 電話 [struck]"
    ]


# -- layouts ---------------------------------------------------------------------------------


def own_layout() -> bytes:
    """A sheet a goal, titles above, headings of the office's own, projects first."""
    book = openpyxl.Workbook()
    for goal, projects in (("目標1", ("甲", "乙")), ("目標2", ("丙", "甲 ※重複"))):
        sheet = book.create_sheet(goal)
        sheet.append(("事業の一覧",))
        sheet.append(("主要なもの", "どこが", "何のために", "柱"))
        for name in projects:
            sheet.append(
                (
                    name.replace(" ※重複", "［重複］"),
                    "健康課／住宅課",
                    "Ⅰ．相談",
                    f"{goal} 支え合う",
                )
            )
    return saved(book)


def test_a_layout_says_which_column_is_what() -> None:
    layout = Layout.model_validate(
        {
            **parse(LAYOUT)[0],
            "sheets": ["目標1", "目標2"],
            "header_row": 2,
            "levels": [
                {"name": "基本目標", "title": "柱", "code": "目標{n}"},
                {"name": "方針", "title": "C", "code": "{n:roman}"},
            ],
            "columns": {"project": "主要なもの", "departments": "B"},
            "separators": ["／"],
            "marks": ["重複"],
        }
    )
    assert outline(edition(own_layout(), layout)) == [
        "目標1 支え合う",
        "目標1I 相談",
        "  甲 [健康課 住宅課]",
        "  乙 [健康課 住宅課]",
        "目標2 支え合う",
        "目標2I 相談",
        "  丙 [健康課 住宅課]",
        "  again 甲 (marked)",
    ]


PRINTED = Layout.model_validate({"columns": {"published_notes": "備考"}})


def notes(of: Edition) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each published note, with the names of what it belongs to."""
    titles = {place.section.id: place.section.title for place in of.outline.places.values()}
    return [
        (
            one.text,
            [(titles[row.section], of.outline.record(row.project).name) for row in one.belongs_to],
        )
        for one in of.published_notes
    ]


def test_a_column_of_remarks_is_of_the_editors_unless_a_layout_says_it_is_published() -> None:
    change = put("E5", "1(1)①から移動")
    kept = edition(workbook(change))
    assert kept.published_notes == ()
    assert kept.sections[0].sections[0].projects[1].note == "毎月"
    made = edition(workbook(change), PRINTED)
    assert notes(made) == [
        ("毎月", [("相談の充実", "住まいの相談")]),
        ("1(1)①から移動", [("見守りの推進", "健康相談の実施")]),
    ]
    assert "note" not in str(written(made)["sections"])
    assert edition(template(made).content) == made


def test_a_published_note_in_merged_cells_belongs_to_every_row_beside_it() -> None:
    made = edition(workbook(put("E2", "新規"), put("E3", None), merge("E2:E3")), PRINTED)
    assert notes(made) == [
        ("新規", [("相談の充実", "健康相談の実施"), ("相談の充実", "住まいの相談")])
    ]


def test_a_published_note_beside_a_section_belongs_to_no_row() -> None:
    rows = (("1 目標", "(1) 相談", None, None, "新規"), (None, None, "甲", "課", None))
    assert notes(edition(workbook(rows=rows), PRINTED)) == [("新規", [])]


def test_the_layout_of_the_guide_is_one() -> None:
    guide = (ROOT / "docs/guide/importing.md").read_text(encoding="utf-8")
    written_out = guide.partition("```yaml\n")[2].partition("```")[0]
    tree = parse(written_out)[0]
    layout = Layout.model_validate(tree)
    assert set(tree) == {field.alias or name for name, field in Layout.model_fields.items()}
    assert "／" in layout.separators


# -- as offices write ------------------------------------------------------------------------


def adopted(on: Any, *formats: str) -> bytes:
    def write(sheet: Worksheet) -> None:
        about = sheet.parent["版"]
        about.append(("策定日", on))
        for form in formats:
            about.cell(about.max_row, 2).number_format = form

    return workbook(write)


@pytest.mark.parametrize(
    "day",
    [
        *("2026-04-01", "2026/4/1", "2026.4.1", "2026年4月1日", "２０２６年４月１日"),
        *("令和8年4月1日", "令和８年４月１日", " 令和 8年 4月 1日 ", "R8.4.1", "Ｒ８．４．１"),
        *("r8/4/1", "㋿8年4月1日", "平成38年4月1日", "H38.4.1", "20260401", "R080401"),
    ],
)
def test_a_day_is_read_as_offices_write_it(day: str) -> None:
    assert edition(adopted(day)).header.adopted_on == dt.date(2026, 4, 1)


@pytest.mark.parametrize(
    ("day", "meant"),
    [
        ("令和元年5月1日", dt.date(2019, 5, 1)),
        ("昭和64年1月7日", dt.date(1989, 1, 7)),
        ("大正15年12月24日", dt.date(1926, 12, 24)),
        ("M45.7.29", dt.date(1912, 7, 29)),
    ],
)
def test_every_era(day: str, meant: dt.date) -> None:
    assert edition(adopted(day)).header.adopted_on == meant


@pytest.mark.parametrize("form", ["yyyy-mm-dd", '[$-411]ggge"年"m"月"d"日"', "[$-411]ge.m.d"])
def test_a_date_of_excel_is_a_day_where_one_is_expected(form: str) -> None:
    made = edition(adopted(dt.datetime(2026, 4, 1), form))  # noqa: DTZ001 - Excel knows no zone
    assert made.header.adopted_on == dt.date(2026, 4, 1)


@pytest.mark.parametrize("day", ["令和8年", "令和8年2月30日", "8年4月1日", "26.4.1", "R8.4/1"])
def test_what_is_no_certain_day_is_refused(day: str) -> None:
    with pytest.raises(PlanversionError, match="where a day such as 2026-04-01 was expected"):
        edition(adopted(day))


def test_a_period_may_begin_on_a_day_that_excel_made_a_date_of() -> None:
    content = workbook(put("F1", "開始"), put("F3", dt.date(2026, 4, 1)), put("F4", "令和8年度"))
    made = found(content)
    rows = [
        row.entry
        for place in made.edition.outline.places.values()
        for row in made.edition.outline.listed(place)
    ]
    periods = [one.period.start for one in rows if isinstance(one, Project) and one.period]
    assert periods == ["2026-04-01", "令和8年度"]
    assert "施策一覧!F3: Excel made a date of this; it is taken as 2026-04-01" in str(
        [one.to("en") for one in made.remarks]
    )


@pytest.mark.parametrize(
    "typed", ["ｐ－００００００００００", "P-0000000000", "p−0000000000", "ｐー0000000000"]
)
def test_an_id_is_read_whichever_keyboard_typed_it(typed: str) -> None:
    def write(sheet: Worksheet) -> None:
        budget = sheet.parent.create_sheet("予算")
        budget.append(("事業ID", "年度", "金額"))
        budget.append((typed, 2026, 1000))

    content = workbook(put("F1", "ID"), put("F2", typed), put("F5", typed), write)
    made = edition(content)
    project = made.sections[0].sections[0].projects[0]
    assert isinstance(project, Project)
    assert (project.id, len(project.budget)) == ("p-0000000000", 1)
    assert made.outline.record("p-0000000000") == project
    assert made.sections[0].sections[1].projects[1].relists == project.id  # type: ignore[union-attr]


# -- the template ----------------------------------------------------------------------------


@pytest.mark.parametrize("path", EDITIONS, ids=lambda path: path.stem)
def test_the_real_plan_comes_back_as_it_was(path: Path) -> None:
    real = read_edition(path.read_bytes(), path.name).edition
    held = template(real)
    assert held.left_out == ()
    assert found(held.content).remarks == ()
    assert edition(held.content) == real
    by_csv = template(real, "csv")
    assert by_csv.left_out
    made = edition(by_csv.content)
    assert made.sections == real.sections
    assert (made.plan, made.header, made.levels) == (real.plan, real.header, real.levels)


def test_a_template_is_the_same_each_time() -> None:
    real = read_edition(EDITIONS[0].read_bytes(), "4").edition
    assert template(real).content == template(real).content
    assert empty_template("xlsx", "ja") == empty_template("xlsx", "ja")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_empty_template_can_be_filled_in(language: Any) -> None:
    book = openpyxl.load_workbook(io.BytesIO(empty_template("xlsx", language)))
    sheet, about = book.worksheets[0], book.worksheets[1]
    for column, value in enumerate(
        ("1", "支え合うまち", "(1)", "相談", "①", "場", "健康相談", "健康課"), 1
    ):
        sheet.cell(4, column, value)
    for row in about.iter_rows():
        values = dict(EDITION) if language == "ja" else {}
        row[1].value = values.get(str(row[0].value), row[1].value)
    english = {"title of the plan": "t", "ID of the plan": "x", "edition's label": "l"}
    for row in about.iter_rows():
        if language == "en" and row[0].value in (*english, "edition's ID", "status"):
            row[1].value = english.get(str(row[0].value), "1" if "ID" in row[0].value else "draft")
    assert outline(edition(saved(book))) == [
        "1 支え合うまち",
        "1(1) 相談",
        "1(1)① 場",
        "  健康相談 [健康課]",
    ]


def test_libreoffice_saves_what_we_read_and_reads_what_we_write(tmp_path: Path) -> None:
    real = read_edition(EDITIONS[1].read_bytes(), "5").edition
    profile = tmp_path / "profile"
    for name, content in (("template", template(real).content), ("table", workbook())):
        (tmp_path / f"{name}.xlsx").write_bytes(content)
    assert edition(resaved(tmp_path / "template.xlsx", profile)) == real
    assert outline(edition(resaved(tmp_path / "table.xlsx", profile))) == EXPECTED
    (tmp_path / "word.docx").write_bytes(document())
    assert outline(edition(resaved(tmp_path / "word.docx", profile, "docx"), WORD)) == EXPECTED
