"""`planversion changelog`: by whom it is told, and where it is written."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser import PHONE, barriers, opened, spills
from planversion.errors import RefusedWriteError
from planversion.patching import replace_file
from planversion.releasing.sections import sections
from repositories import FIRST, RENAMED, SECOND, Folder, made

LOG = "CHANGELOG.md"
HOSTILE = SECOND.replace("住まいの相談の実施", "<script>alert(1)</script> ]]>")
REAL = Path(__file__).parents[2] / "editions/nishitokyo-chiiki-fukushi"


@pytest.fixture
def city(tmp_path: Path) -> Folder:
    """Two editions, and git, which has seen neither."""
    folder = made(tmp_path / "city")
    folder.write("editions/1.yaml", FIRST)
    folder.write("editions/2.yaml", SECOND)
    return folder


def into(city: Folder, *arguments: str) -> str:
    ran = city.run("changelog", "1", "2", "--into", LOG, *arguments)
    assert ran.code == 0, ran.err
    return ran.out


def log(city: Folder) -> str:
    return (city.path / LOG).read_bytes().decode()


def names(city: Folder) -> list[str]:
    return [one.name for one in sections(log(city), LOG)]


def test_it_is_grouped_as_asked(city: Folder) -> None:
    headings = {
        by: [
            line
            for line in city.run("changelog", "1", "2", "--group-by", by).out.splitlines()
            if line.startswith("## ")
        ]
        for by in ("goal", "department", "kind")
    }
    assert headings["goal"] == ["## 1 支え合うまち"]
    assert headings["department"] == ["## 住宅課"]
    assert headings["kind"] == ["## Split"]
    ran = city.run("changelog", "1", "2")
    assert ran == city.run("changelog", "1", "2", "--group-by", "goal")


def test_a_section_is_written_once_and_again_only_where_it_differs(city: Folder) -> None:
    assert into(city) == f"changed: {LOG}\n"
    first = log(city)
    assert names(city) == ["case@2"]
    assert into(city) == f"unchanged: {LOG}\n"
    assert log(city) == first
    assert into(city, "--group-by", "department") == f"changed: {LOG}\n"
    assert names(city) == ["case@2"]
    assert "### 住宅課" in log(city)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_people_wrote_stays_to_the_byte(city: Folder, newline: str) -> None:
    before = newline.join(["\ufeff# 履歴", "", "まえがき  ", "", ""])
    after = newline.join(["", "", "    字下げ", "", "", "## むかし", "  "])
    old = newline.join(["<!-- planversion: case@2 -->", "古い", "<!-- /planversion -->"])
    (city.path / LOG).write_bytes((before + old + after).encode())
    into(city)
    written = log(city)
    assert written.startswith(before)
    assert written.endswith(after)
    assert "古い" not in written
    assert ("\r" in written) is (newline == "\r\n")
    assert written.count("\r") in (0, written.count("\n"))
    again = log(city)
    assert into(city) == f"unchanged: {LOG}\n"
    assert log(city) == again


def test_a_new_section_stands_above_those_of_older_editions(city: Folder) -> None:
    third = SECOND.replace("id: '2'", "id: '3'").replace("previous: '1'", "previous: '2'")
    city.write("editions/3.yaml", third[: third.index("lineage:")])
    for old, new in (("2", "3"), ("1", "2"), ("1", "3")):
        assert city.run("changelog", old, new, "--into", LOG).code == 0
    assert names(city) == ["case@1..3", "case@3", "case@2"]


def test_release_takes_the_section_for_its_own(city: Folder) -> None:
    draft = SECOND.replace("status: adopted", "status: adopted\n  adopted_on: 2026-04-01")
    city.git("config", "user.name", "A")
    city.git("config", "user.email", "a@example.org")
    city.commit(**{"2": draft})
    assert city.run("changelog", "1", "2", "--into", f"editions/{LOG}").code == 0
    city.commit()
    ran = city.run("release", "2")
    assert ran.code == 0, ran.err
    assert "tagged: case/2" in ran.out


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# a\n\n<!-- planversion: case@2 -->\n", 3),
        ("<!-- /planversion -->\n", 1),
        ("a\n<!-- planversion: case@1 -->\n<!-- planversion: case@2 -->\n<!-- /planversion -->", 2),
        ("<!-- planversion: case@2 -->\n<!-- /planversion -->\n" * 2, 3),
    ],
)
def test_damaged_marks_are_refused_by_their_line(city: Folder, text: str, line: int) -> None:
    city.write(LOG, text)
    ran = city.run("changelog", "1", "2", "--into", LOG)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{LOG}:{line}: ")
    assert log(city) == text


def test_what_can_not_take_a_section_is_refused_and_left_as_it_is(city: Folder) -> None:
    (city.path / "folder").mkdir()
    (city.path / "binary").write_bytes(b"\xff\xfe")
    for name in ("editions/1.yaml", "folder", "binary", "no/such/folder.md"):
        assert city.run("changelog", "1", "2", "--into", name).code == 2
    assert (city.path / "editions/1.yaml").read_text(encoding="utf-8") == FIRST
    assert (city.path / "binary").read_bytes() == b"\xff\xfe"


@pytest.mark.parametrize("more", [("-o", "other.md"), ("-f", "html"), ("-f", "text")])
def test_a_section_goes_to_one_place_only(city: Folder, more: tuple[str, ...]) -> None:
    ran = city.run("changelog", "1", "2", "--into", LOG, *more)
    assert (ran.code, ran.out) == (2, "")
    assert not (city.path / LOG).exists()


def test_two_states_of_one_edition_make_no_section(city: Folder) -> None:
    city.commit()
    city.git("tag", "v1")
    city.commit(**{"1": RENAMED})
    ran = city.run("changelog", "v1..HEAD", "1", "--into", LOG)
    assert ran.code == 2
    assert "planversion history" in ran.err


def test_what_a_plan_says_ends_no_section(city: Folder) -> None:
    city.write("editions/2.yaml", HOSTILE.replace("<script>", "<!-- /planversion -->"))
    into(city)
    assert names(city) == ["case@2"]
    assert into(city) == f"unchanged: {LOG}\n"


def test_a_template_writes_the_section_and_the_file_keeps_its_mode(city: Folder) -> None:
    city.write("mine.j2", "## {{ title }}\n")
    path = city.write(LOG, "# 履歴\n")
    path.chmod(0o640)
    into(city, "--template", "mine.j2")
    assert "\n## 見本計画: changes from 第1期 to 第2期\n" in log(city)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("command", [("changelog", "1", "2"), ("diff", "1", "2"), ("show", "2")])
def test_as_html_it_is_a_page_of_its_own_and_inert(
    city: Folder, browser: Browser, command: tuple[str, ...]
) -> None:
    city.write("editions/2.yaml", HOSTILE)
    more = ("--projects",) if command[0] == "show" else ()
    assert city.run(*command, *more, "-f", "html", "-o", "page.html").code == 0
    with opened(browser, (city.path / "page.html").as_uri(), viewport=PHONE) as seen:
        assert len(seen.requests) == 1
        assert seen.complaints == []
        assert "見本計画" in seen.page.title()
        assert "<script>alert(1)</script> ]]>" in seen.page.inner_text("main")
        assert not spills(seen.page)


def test_the_real_change_log_keeps_nobody_out(tmp_path: Path, browser: Browser) -> None:
    folder = made(tmp_path / "real")
    for name in ("4", "5-draft-2"):
        folder.write(f"editions/{name}.yaml", (REAL / f"{name}.yaml").read_text(encoding="utf-8"))
    for by in ("goal", "department", "kind"):
        asked = ("--group-by", by, "-f", "html", "-o", f"{by}.html")
        assert folder.run("changelog", "4", "5-draft-2", *asked).code == 0
        with opened(browser, (folder.path / f"{by}.html").as_uri(), viewport=PHONE) as seen:
            assert barriers(seen.page) == []
            assert not spills(seen.page)


@pytest.mark.parametrize("place", ["pipe", "-"])
def test_what_is_no_file_takes_no_section_and_stays(city: Folder, place: str) -> None:
    """A file in the place of a device would break whoever uses it."""
    os.mkfifo(city.path / "pipe")
    refused = city.run("changelog", "1", "2", "--into", place)
    assert refused.code == 2
    assert "no plain file" in refused.err
    assert (city.path / "pipe").is_fifo()
    assert not (city.path / "-").exists()


def test_nothing_is_put_in_the_place_of_a_device(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(RefusedWriteError):
        replace_file(tmp_path / "pipe", b"a")
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("command", ["changelog", "diff", "audit", "table"])
def test_the_ending_says_the_format_and_what_is_asked_goes_before_it(
    city: Folder, command: str
) -> None:
    assert city.run(command, "1", "2", "-o", "a.html").code == 0
    assert (city.path / "a.html").read_text().startswith("<!doctype html>")
    assert city.run(command, "1", "2", "-f", "text", "-o", "a.html").code == 0
    assert not (city.path / "a.html").read_text().startswith("<")


@pytest.mark.parametrize(
    ("command", "output", "known"),
    [
        ("show 1", "z.pdf", ".htm, .html, .md, .txt"),
        ("feed", "z.rss", ".atom, .json, .xml"),
        ("at 2026-04-01", "z.csv", ".json, .md, .txt"),
        ("link 1 2", "z.xlsx", ".json, .txt"),
        ("merge 1 2 2", "z.txt", ".json, .yaml, .yml"),
        ("log p-0000000000", "z.docx", ".htm, .html, .json, .md, .svg, .txt"),
        ("changelog 1 2", "z.pdf", ".htm, .html, .md, .txt"),
        ("table 1 2", "z.pdf", ".csv, .docx, .htm, .html, .md, .txt, .xlsx"),
        ("diff 1 2", "z.xlsx", ".htm, .html, .json, .md, .txt"),
        ("audit 1 2", "Z.PDF", ".htm, .html, .json, .md, .txt"),
        ("map 1 2", "z.html", ".csv, .json, .md, .tsv, .txt, .ttl, .zip"),
        ("plot 1 2", "z.jpg", ".htm, .html, .png, .svg"),
    ],
)
def test_an_ending_that_no_format_has_is_refused(
    city: Folder, command: str, output: str, known: str
) -> None:
    ran = city.run(*command.split(), "-o", output)
    assert (ran.code, ran.out) == (2, "")
    assert f"Take one of {known}, or say the format with -f." in ran.err
    assert not (city.path / output).exists()


def test_other_commands_take_the_format_from_the_ending_too(city: Folder) -> None:
    for command in ("feed --date 2=2026-04-01", "link 1 2", "merge 1 2 2"):
        ran = city.run(*command.split(), "-o", "z.json")
        assert ran.code in (0, 1), ran.err
        assert json.loads((city.path / "z.json").read_bytes())


@pytest.mark.parametrize("output", ["plain", "data.2026", "-"])
def test_a_file_without_an_ending_has_the_usual_format(city: Folder, output: str) -> None:
    ran = city.run("table", "1", "2", "-o", output)
    assert ran.code == 0, ran.err
    told = ran.out if output == "-" else (city.path / output).read_text()
    assert told.startswith("# ")


def test_a_format_that_is_said_goes_before_any_ending(city: Folder) -> None:
    assert city.run("table", "1", "2", "-f", "csv", "-o", "z.pdf").code == 0


def test_a_template_of_ones_own_may_have_any_ending(city: Folder) -> None:
    city.write("t.j2", "== {{ 1 }}")
    assert city.run("changelog", "1", "2", "--template", "t.j2", "-o", "NEWS.rst").code == 0
    assert (city.path / "NEWS.rst").read_text().startswith("== 1")


def test_a_picture_of_departments_has_no_levels(city: Folder) -> None:
    ran = city.run("plot", "1", "2", "--picture", "departments", "--level", "1")
    assert (ran.code, ran.out) == (2, "")
    assert "a picture of departments has no levels" in ran.err


def test_neither_template_nor_configuration_is_written_over(city: Folder) -> None:
    template = city.write("t.j2", "{{ 7 * 7 }}")
    decided = city.write("planversion.yaml", "language: ja\n")
    refused = city.run("changelog", "1", "2", "--template", "t.j2", "-o", "t.j2")
    assert (refused.code, template.read_text()) == (2, "{{ 7 * 7 }}")
    refused = city.run("table", "1", "2", "-f", "markdown", "-o", "planversion.yaml")
    assert (refused.code, decided.read_text()) == (2, "language: ja\n")


@pytest.mark.parametrize("greedy", ["{{ 'a' * 10**10 }}", "{{ 10 ** 10000000 }}"])
def test_a_template_can_not_take_all_memory(city: Folder, greedy: str) -> None:
    city.write("t.j2", greedy)
    refused = city.run("changelog", "1", "2", "--template", "t.j2")
    assert refused.code == 2
    assert "is for numbers" in refused.err
