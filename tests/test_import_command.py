"""`import` as people run it: nothing half written, everything said, templates for officers."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest

from offices import LAYOUT, by_xlsxwriter, document, merge, put, text, workbook
from planversion import read_edition
from repositories import FIRST, Folder, Ran


@pytest.fixture
def office(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path)
    files = {
        "一覧.xlsx": workbook(),
        "式.xlsx": by_xlsxwriter(),
        "一覧.csv": text(encoding="cp932"),
        "一覧.docx": document(),
        "誤り.xlsx": workbook(merge("D3:D4"), put("C5", "無い事業（再掲）")),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    return folder


def made(ran: Ran) -> list[str]:
    assert ran.code == 0, ran.err
    edition = read_edition(ran.out.encode(), "out").edition
    return [place.section.title for place in edition.outline.places.values()]


TITLES = ["支え合うまち", "相談の充実", "見守りの推進"]


def test_an_edition_is_printed_in_canonical_form(office: Folder) -> None:
    ran = office.run("import", "一覧.xlsx")
    assert made(ran) == TITLES
    office.write("1.yaml", ran.out)
    assert office.run("fmt", "--check", "1.yaml").code == 0
    assert office.run("validate", "1.yaml").code == 0


def test_what_is_doubtful_is_said_beside_it(office: Folder) -> None:
    ran = office.run("import", "式.xlsx")
    assert made(ran) == TITLES
    assert ran.err == "式.xlsx: 施策一覧!E2: a formula; its last value is taken [formula]\n"


def test_other_kinds_of_files(office: Folder) -> None:
    assert made(office.run("import", "一覧.csv")) == TITLES
    office.write("layout.yaml", LAYOUT)
    assert made(office.run("import", "一覧.docx", "--layout", "layout.yaml")) == TITLES


def test_a_refusal_names_every_cell_and_writes_nothing(office: Folder) -> None:
    ran = office.run("import", "誤り.xlsx", "-o", "1.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert [line.partition(": ")[2].partition(": ")[0] for line in ran.err.splitlines()] == [
        "施策一覧!D4",
        "施策一覧!C5",
    ]
    assert not (office.path / "1.yaml").exists()


def test_a_file_is_not_overwritten_unless_that_is_asked_for(office: Folder) -> None:
    office.write("1.yaml", "mine\n")
    ran = office.run("import", "一覧.xlsx", "-o", "1.yaml")
    assert ran.code == 2
    assert "there is a file already" in ran.err
    assert (office.path / "1.yaml").read_text() == "mine\n"
    assert office.run("import", "一覧.xlsx", "-o", "1.yaml", "--force").code == 0
    assert office.run("validate", "1.yaml").code == 0


def test_the_file_itself_is_never_overwritten(office: Folder) -> None:
    before = (office.path / "一覧.xlsx").read_bytes()
    assert office.run("import", "一覧.xlsx", "-o", "一覧.xlsx", "--force").code == 2
    assert (office.path / "一覧.xlsx").read_bytes() == before


def test_a_dry_run_shows_what_was_understood_and_writes_nothing(office: Folder) -> None:
    before = sorted(office.path.iterdir())
    ran = office.run("import", "式.xlsx", "--dry-run", "-o", "1.yaml")
    assert ran.code == 0
    assert sorted(office.path.iterdir()) == before
    assert ran.out == (Path(__file__).parent / "cases/import-dry-run.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("rows", "shown", "rest"),
    [("0", 0, "4 rows are not shown here"), ("3", 3, "1 row is not shown here"), ("4", 4, "")],
)
def test_a_dry_run_shows_as_many_rows_as_asked_and_says_how_many_it_does_not(
    office: Folder, rows: str, shown: int, rest: str
) -> None:
    told = office.run("import", "一覧.xlsx", "--dry-run", "--rows", rows).out
    assert len(re.findall(r"^ +C\d+  ", told, re.MULTILINE)) == shown
    assert ("not shown here" in told) == bool(rest)
    assert rest in told


def test_a_layout_that_says_what_we_do_not_know_is_refused(office: Folder) -> None:
    office.write("layout.yaml", "colums: {project: 事業}\n")
    ran = office.run("import", "一覧.xlsx", "--layout", "layout.yaml")
    assert ran.code == 2
    assert "layout.yaml:1:1" in ran.err
    assert "Did you mean columns?" in ran.err


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_an_empty_template_is_written_once(tmp_path: Path, kind: str) -> None:
    folder, name = Folder(tmp_path), f"empty.{kind}"
    assert folder.run("import", "--template", name, "--lang", "ja").code == 0
    ran = folder.run("import", "--template", name)
    assert ran.code == 2
    assert "there is a file already" in ran.err
    refused = folder.run("import", name)
    assert refused.code == 2
    assert "the file doesn't say: title of the plan" in refused.err


def test_the_sheets_of_a_template(tmp_path: Path) -> None:
    Folder(tmp_path).run("import", "--template", "empty.xlsx", "--lang", "ja")
    book = openpyxl.load_workbook(tmp_path / "empty.xlsx")
    assert book.sheetnames == ["事業一覧", "版", "階層", "所管課", "記入例", "書き方"]
    assert [cell.value for cell in book.worksheets[0][3]] == [
        *("基本目標 番号", "基本目標", "施策の方向 番号", "施策の方向", "施策 番号", "施策"),
        *("事業名", "所管課", "再掲", "備考", "事業の内容", "区分", "開始", "終了", "再掲元", "ID"),
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "no file is named"),
        (("--template", "a.pdf"), "a template is a file of the kind .xlsx or .csv"),
        (("一覧.xlsx", "--template", "a.xlsx"), "with --template nothing is imported"),
        (("一覧.xlsx", "--rows", "9"), "--rows says how much --dry-run shows"),
        (("fehlt.xlsx",), "there is no such file"),
        ((".",), "this is a folder"),
    ],
)
def test_what_can_not_be_done_is_said(
    office: Folder, arguments: tuple[str, ...], said: str
) -> None:
    ran = office.run("import", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_hostile_text_reaches_a_terminal_inert(office: Folder) -> None:
    hostile = "<script>\u202e]]>"
    content = workbook(put("C5", f"{hostile}（再掲）"), put("F1", hostile))
    (office.path / "x.xlsx").write_bytes(content)
    for arguments in (("import", "x.xlsx"), ("import", "x.xlsx", "--dry-run")):
        ran = office.run(*arguments)
        assert "\u202e" not in ran.out + ran.err


def test_totals_are_passed_over_and_ditto_marks_refused(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    head = "計画名,見本\n計画のID,mihon\n版の呼び名,第1期\n版のID,1\n状況,素案\n\n"
    rows = "施策,事業名,所管課\n(1) 相談,健康相談,健康課\n,住まいの相談,{who}\n合計,2,\n"
    (tmp_path / "a.csv").write_text(head + rows.format(who="住宅課"), encoding="utf-8")
    ran = folder.run("import", "a.csv")
    assert ran.code == 0, ran.err
    assert "合計" not in ran.out
    assert "合計" in ran.err
    (tmp_path / "b.csv").write_text(head + rows.format(who="〃"), encoding="utf-8")
    refused = folder.run("import", "b.csv")
    assert refused.code == 2
    assert "C9" in refused.err


def test_an_edition_with_fresh_ids_is_compared_with_a_hint(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("editions/1.yaml", FIRST)
    fresh = re.sub(r"- id: [ps]-\w+\n +", "- ", FIRST.replace("id: '1'", "id: '2'"))
    folder.write("editions/2.yaml", fresh)
    folder.run("ids", "mint", "editions/2.yaml")
    ran = folder.run("diff", "1", "2")
    assert "planversion link 1 2" in ran.err
