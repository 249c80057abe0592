"""Which report goes where, and that it gets there whole or not at all."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from planversion.cli.reporting import Output, outputs, write_reports
from planversion.errors import UsageError
from planversion.rendering.reports import FORMATS
from reported import finding, report_on, told


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("text", Output("text", None)),
        ("json:-", Output("json", None)),
        ("json:out/report.json", Output("json", "out/report.json")),
        (r"sarif:C:\reports\計画.sarif", Output("sarif", r"C:\reports\計画.sarif")),
        ("junit:a:b.xml", Output("junit", "a:b.xml")),
    ],
)
def test_a_format_may_name_its_file(asked: str, found: Output) -> None:
    assert outputs([asked]) == (found,)


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        (["jsn"], "jsn is no format. Did you mean json?"),
        (["pdf"], f"pdf is no format. The formats are {', '.join(FORMATS)}."),
        (["JSON"], "JSON is no format"),
        (["json:"], "json: names no file"),
        (["json", "text"], "json, text can't all be printed"),
        (["json:-", "text"], "json, text can't all be printed"),
        (["json:a", "text:./a"], "can't hold several reports"),
    ],
)
def test_what_can_not_be_is_refused_and_says_why(asked: list[str], what: str) -> None:
    with pytest.raises(UsageError, match=what.replace(".", r"\.")):
        outputs(asked)


def test_every_report_is_written_and_one_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {form: tmp_path / f"報告.{form}" for form in FORMATS if form != "text"}
    asked = [*(f"{form}:{file}" for form, file in files.items()), "text"]
    write_reports(report_on("x"), outputs(asked))
    assert json.loads(files["json"].read_text(encoding="utf-8"))["result"] == "fail"
    assert all(file.stat().st_size for file in files.values())
    assert "x:1:1: error" in capsys.readouterr().out


def test_a_report_takes_the_place_of_the_last_one_but_not_of_an_edition(tmp_path: Path) -> None:
    edition, report = tmp_path / "5.yaml", tmp_path / "report.json"
    edition.write_text("an edition")
    report.write_text("the report of yesterday")
    of = told(finding("x"), lines={str(edition): ["an edition"]})
    with pytest.raises(UsageError, match="take the place of a file"):
        write_reports(of, outputs([f"json:{report}", f"text:{edition}"]))
    assert (edition.read_text(), report.read_text()) == ("an edition", "the report of yesterday")
    write_reports(of, outputs([f"json:{report}"]))
    assert json.loads(report.read_text(encoding="utf-8"))["findings"]
    assert sorted(tmp_path.iterdir()) == [edition, report]


def test_colours_are_for_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    of, file = told(finding("x"), colour=True), tmp_path / "report.txt"
    write_reports(of, outputs(["text", f"text:{file}"]))
    assert "\x1b[31;1merror\x1b[0m" in capsys.readouterr().out
    assert "\x1b" not in file.read_text(encoding="utf-8")


def test_a_format_loads_no_other() -> None:
    code = (
        "import sys; from planversion.rendering.reports import FORMATS;"
        "print(*(name for name in sys.modules if name.startswith(('xml', 'planversion'))))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split())
    homes = {f"planversion.rendering.reports.{form}" for form in FORMATS}
    assert not loaded & {*homes, "xml.etree.ElementTree", "planversion.rendering.reports.data"}
