"""What LibreOffice makes of the files on paper."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from programs import converted, text_of
from tabled import run


@pytest.mark.parametrize("layout", ["side-by-side", "city"])
@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_an_office_prints_every_row_and_the_header_on_every_page(
    form: str, layout: str, tmp_path: Path
) -> None:
    file = tmp_path / f"table.{form}"
    assert run("4", "5-draft-2", "--layout", layout, "-o", str(file)) == (0, b"")
    pdf = converted(file, "pdf", tmp_path)
    said = "".join(text_of(pdf).split())
    for name in ("人権教育の推進", "音訳ボランティアの養成", "4(2)②から移動"):
        assert name in said
    pages = [page for page in text_of(pdf).split("\f") if "備考" in page]
    assert len(pages) > 5


@pytest.mark.parametrize(("paper", "points"), [("a4", (842, 595)), ("a3", (1191, 842))])
@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_pages_are_as_large_as_was_asked(
    form: str, paper: str, points: tuple[int, int], tmp_path: Path
) -> None:
    file = tmp_path / f"table.{form}"
    assert run("4", "5-draft-2", "--paper", paper, "-o", str(file)) == (0, b"")
    told = subprocess.run(
        ["pdfinfo", str(converted(file, "pdf", tmp_path))],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    width, height = next(line for line in told.splitlines() if "Page size" in line).split()[2:5:2]
    assert (round(float(width)), round(float(height))) == points
