"""One file of an office a kind of mistake: every one told with its cell, and how to mend it."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from golden import Golden
from offices import FIRST, ROWS, document, merge, put, saved, text, with_member, workbook
from planversion import PlanversionError
from planversion.importing import Layout, documents, imported, workbooks

FOLDER = Path(__file__).parent / "cases/import"
HIRAGANA = re.compile("[ぁ-んァ-ヶ]")
SHEET = "xl/worksheets/sheet1.xml"


def without_edition() -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    del book["版"]
    return saved(book)


def without_member(content: bytes, name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
    return made.getvalue()


def nested(table: Any) -> None:
    table.cell(1, 2).add_table(rows=1, cols=1)


AGAIN = (None, "(3) 三つ目", "健康相談の実施", "保育課", None)
BAD: dict[str, bytes] = {
    "date-for-number": workbook(put("B2", dt.date(2026, 1, 1))),
    "date-for-name": workbook(put("C3", dt.date(2026, 4, 1))),
    "time": workbook(put("C3", dt.time(12, 30))),
    "leading-zeros": workbook(put("C3", 7, "000")),
    "per-cent": workbook(put("E3", 0.8, "0%")),
    "truth-value": workbook(put("C3", value=True)),
    "error-value": workbook(put("D3", "#REF!")),
    "formula-without-value": workbook(put("C3", "=C2")),
    "merged-over-measures": workbook(merge("D3:D4")),
    "merged-project-over-measures": workbook(merge("C3:C4")),
    "merged-level-over-goals": workbook(
        merge("B2:B4"),
        rows=(FIRST, (None, None, "甲", "乙", None), ("2 別の目標", None, "丙", "丁", None)),
    ),
    "departments-without-project": workbook(put("C3", None)),
    "project-in-no-section": workbook(put("A2", None), put("B2", None)),
    "measure-in-no-goal": workbook(put("A2", None)),
    "section-torn": workbook(rows=(*ROWS, (None, "(1) 相談の充実", "もう一つ", "健康課", None))),
    "number-without-title": workbook(
        lambda sheet: sheet.insert_cols(2),
        put("A1", "基本目標 番号"),
        put("B1", "基本目標"),
        put("A2", 1),
        put("B2", "支え合うまち"),
        put("A4", 2),
    ),
    "relisting-of-nobody": workbook(put("C5", "健康相談の実務（再掲）")),
    "relisting-ambiguous": workbook(
        rows=(*ROWS[:3], AGAIN, (None, None, "健康相談の実施【再掲】", "図書館", None))
    ),
    "relisting-listed-twice": workbook(
        rows=(*ROWS, (None, None, "健康相談の実施[再掲]", "健康課", None))
    ),
    "mark-that-is-none": workbook(put("F1", "再掲"), put("F3", "たぶん")),
    "wrong-id": workbook(put("F1", "ID"), put("F3", "p-0000000001")),
    "wrong-id-in-full-width": workbook(put("F1", "ID"), put("F3", "ｐ－００００００００１０")),
    "no-id": workbook(put("F1", "ID"), put("F3", "ｐ－１２３")),
    "id-twice": workbook(put("F1", "ID"), put("F3", "p-0000000000"), put("F4", "p-0000000000")),
    "id-of-nobody": workbook(put("F1", "ID"), put("F5", "p-0000000000")),
    "no-json": workbook(put("F1", "その他"), put("F3", "{'a': 1}")),
    "unknown-word-of-inferred": workbook(put("F1", "推定"), put("F3", "全部")),
    "status-unknown": workbook(lambda sheet: put("B5", "未定")(sheet.parent["版"])),
    "date-unknown": workbook(lambda sheet: sheet.parent["版"].append(("策定日", "令和8年"))),
    "no-edition": without_edition(),
    "no-projects": workbook(put("C1", "何か")),
    "several-at-once": workbook(
        put("C3", dt.date(2026, 4, 1)), put("D4", "#N/A"), put("C5", "無い事業（再掲）")
    ),
    "hostile-text": workbook(
        put("C5", "<script>alert(1)</script>\u202e]]>=cmd|' /C calc'!A0（再掲）")
    ),
    "second-row": workbook(merge("C2:C3"), put("B3", None), put("E3", "もう一つの注")),
    "record-of-nobody": workbook(
        lambda sheet: sheet.parent.create_sheet("予算").append(("事業ID", "年度", "金額")),
        lambda sheet: sheet.parent["予算"].append(("p-0000000000", 2026, 1000)),
    ),
    "record-wrong": workbook(
        lambda sheet: sheet.parent.create_sheet("所管課").append(("名称", "総称")),
        lambda sheet: sheet.parent["所管課"].append(("健康課", "たぶん")),
    ),
    "old-format": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
    "encrypted": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
    "damaged": workbook()[:2000],
    "no-zip": b"PK\x03\x04 and no more",
    "other-package": with_member(workbook(), "xl/workbook.xml", bytes).replace(
        b"xl/workbook.xml", b"xl/wirkbook.xml"
    ),
    "sheet-that-is-no-xml": with_member(workbook(), SHEET, lambda held: held[:300]),
    "style-that-is-missing": with_member(
        workbook(), SHEET, lambda held: held.replace(b"<c ", b'<c s="999" ')
    ),
    "styles-that-are-missing": with_member(
        workbook(),
        "xl/styles.xml",
        lambda held: re.sub(
            rb"(<cellStyleXfs).*(</cellStyleXfs>)", rb"\1>\2", held, flags=re.DOTALL
        ),
    ),
    "part-that-is-missing": without_member(workbook(), SHEET),
    "word-that-is-no-xml": with_member(
        document(), "word/document.xml", lambda held: held[: len(held) // 2]
    ),
    "word-without-styles": without_member(document(), "word/styles.xml"),
    "entities": with_member(
        workbook(), SHEET, lambda held: b'<!DOCTYPE x [<!ENTITY a "b">]>' + held
    ),
    "utf-16-xml": with_member(workbook(), SHEET, lambda held: held.decode().encode("utf-16")),
    "bomb": with_member(workbook(), "docProps/app.xml", lambda _: bytes(129 << 20)),
    "merge-bomb": with_member(
        workbook(),
        SHEET,
        lambda held: held.replace(
            b"</sheetData>",
            b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        ),
    ),
    "csv-encoding": text(encoding="euc_jp"),
    "csv-quote": text() + b'"a" b,c\r\n',
    "csv-date-in-no-section": text(rows=((None, None, "甲", "乙", None),)),
    "nested-table": document(nested),
    "word-without-edition": document(),
}
LAYOUTS: dict[str, tuple[bytes, dict[str, Any]]] = {
    "layout-no-sheet": (workbook(), {"sheets": ("一覧",)}),
    "layout-no-column": (workbook(), {"columns": {"project": "事業名", "note": "メモ"}}),
    "layout-no-level": (
        workbook(),
        {"levels": ({"name": "基本目標"}, {"name": "施策", "number": "施策の番号"})},
    ),
}


def problems(content: bytes, layout: dict[str, Any] | None = None) -> PlanversionError:
    with pytest.raises(PlanversionError) as refused:
        imported(content, "一覧.file", Layout.model_validate(layout or {}))
    return refused.value


def cases() -> dict[str, Callable[[], PlanversionError]]:
    plain = {name: lambda content=content: problems(content) for name, content in BAD.items()}
    return plain | {name: lambda case=case: problems(*case) for name, case in LAYOUTS.items()}


CASES = cases()


@pytest.mark.parametrize("name", CASES)
def test_every_problem_is_told(
    name: str, golden: Golden, capsys: pytest.CaptureFixture[str]
) -> None:
    told = "".join(f"{line}\n" for line in CASES[name]().lines("en"))
    golden(FOLDER / f"{name}.txt", told)
    assert tuple(capsys.readouterr()) == ("", "")


@pytest.mark.parametrize("name", CASES)
def test_every_problem_can_be_told_in_japanese(name: str) -> None:
    assert all(HIRAGANA.search(line) for line in CASES[name]().lines("ja"))


def test_every_expected_file_has_its_case() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(CASES)


@pytest.mark.parametrize(
    ("content", "module", "name"),
    [(workbook(), workbooks, "cell_of"), (document(), documents, "_read")],
)
def test_a_mistake_of_ours_is_no_damage_of_the_file(
    content: bytes, module: ModuleType, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(*_: Any) -> Any:
        raise KeyError(name)

    monkeypatch.setattr(module, name, mistaken)
    with pytest.raises(KeyError):
        imported(content, "一覧.file")


def test_a_blank_cell_of_text_with_a_comment_is_blank() -> None:
    def comment(sheet: Any) -> None:
        sheet["E3"].comment = Comment("いつから?", "課")

    blank = rb'<c r="E3" t="s"></c>'
    content = with_member(
        workbook(comment), SHEET, lambda held: re.sub(rb'<c r="E3"[^>]*>.*?</c>', blank, held)
    )
    assert "いつから?" in str([one.to("ja") for one in imported(content, "一覧.xlsx").remarks])


def test_what_claims_to_be_small_is_not_unpacked_further() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", bytes(5 << 20))
    lying = packed.getvalue().replace((5 << 20).to_bytes(4, "little"), (64).to_bytes(4, "little"))
    assert "damaged" in str(problems(lying))
