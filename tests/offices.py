"""Files as offices have them, made in memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

HEAD = ("基本目標", "施策", "事業名", "所管課", "備考")
FIRST = ("1 支え合うまち", "(1) 相談の充実", "健康相談の実施", "健康課", None)
ROWS: tuple[tuple[Any, ...], ...] = (
    FIRST,
    (None, None, "住まいの相談", "住宅課、生活福祉課", "毎月"),
    (None, "(2) 見守りの推進", "見守り", "生活福祉課", None),
    (None, None, "健康相談の実施（再掲）", "健康課", None),
)
EDITION = (
    ("計画名", "まちの計画"),
    ("計画のID", "machi"),
    ("版の呼び名", "第1期"),
    ("版のID", "1"),
    ("状況", "素案"),
)

Change = Callable[[Worksheet], object]


def workbook(*changes: Change, rows: Iterable[tuple[Any, ...]] = ROWS) -> bytes:
    """A workbook of openpyxl: the table from A1, a sheet about the edition, then the changes."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "施策一覧"
    for row in (HEAD, *rows):
        sheet.append(row)
    about = book.create_sheet("版")
    for pair in EDITION:
        about.append(pair)
    for change in changes:
        change(sheet)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def put(cell: str, value: Any, number_format: str | None = None) -> Change:
    def change(sheet: Worksheet) -> None:
        sheet[cell] = value
        if number_format:
            sheet[cell].number_format = number_format

    return change


def merge(cells: str) -> Change:
    return lambda sheet: sheet.merge_cells(cells)


def by_xlsxwriter(rows: Iterable[tuple[Any, ...]] = ROWS) -> bytes:
    """The same table by the other writer, with a formula whose value Excel would have kept."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    sheet, about = book.add_worksheet("施策一覧"), book.add_worksheet("版")
    for number, row in enumerate((HEAD, *rows)):
        sheet.write_row(number, 0, row)
    for number, pair in enumerate(EDITION):
        about.write_row(number, 0, pair)
    sheet.write_formula("E2", '="要" & "確認"', None, "要確認")
    book.close()
    return content.getvalue()


def text(rows: Iterable[tuple[Any, ...]] = ROWS, encoding: str = "utf-8") -> bytes:
    """The same table as a CSV file, what the edition is above it."""
    lines = [*EDITION, (), HEAD, *rows]
    return "".join(
        ",".join("" if cell is None else f'"{cell}"' for cell in line) + "\r\n" for line in lines
    ).encode(encoding)


LAYOUT = """\
plan: {id: machi, title: まちの計画}
edition: {id: '1', label: 第1期, status: draft}
"""


def document(*changes: Callable[[Any], object], rows: Iterable[tuple[Any, ...]] = ROWS) -> bytes:
    """The same table in a document of Word; the changes are given its table."""
    made = docx.Document()
    made.add_paragraph("事業の一覧")
    table = made.add_table(rows=0, cols=len(HEAD))
    for row in (HEAD, *rows):
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = value or ""
    for change in changes:
        change(table)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def with_member(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The package with one of its members changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for member in old.namelist():
            held = old.read(member)
            new.writestr(member, change(held) if member == name else held, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def resaved(path: Path, profile: Path, kind: str = "xlsx") -> bytes:
    """The file as LibreOffice saves it."""
    import subprocess  # noqa: PLC0415

    out = path.parent / "resaved"
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation=file://{profile}",
            *("--convert-to", kind, "--outdir", out, path),
        ],
        capture_output=True,
        check=True,
    )
    return (out / f"{path.stem}.{kind}").read_bytes()
