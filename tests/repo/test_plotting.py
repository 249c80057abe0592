"""`planversion plot`: a file for every format, and never a picture that can't be read."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser

from browser import DESKTOP, PHONE, barriers, opened, spills
from repositories import FIRST, SECOND, Folder, made

SVG = "{http://www.w3.org/2000/svg}"
THIRD = SECOND.replace("id: '2'", "id: '3'").replace("label: 第2期", "label: 第3期")


@pytest.fixture
def city(tmp_path: Path) -> Folder:
    """Three editions in a folder that no git knows."""
    folder = made(tmp_path / "city")
    third = re.sub(r"(?ms)^lineage:.*", "", THIRD).replace("previous: '1'", "previous: '2'")
    for name, text in (("1", FIRST), ("2", SECOND), ("3", third)):
        folder.write(f"editions/{name}.yaml", text)
    return folder


def titles(folder: Folder, name: str) -> list[str]:
    root = etree.fromstring((folder.path / name).read_bytes())
    return [one.text for one in root.iter(f"{SVG}text")]


def test_a_flow_of_two_editions(city: Folder) -> None:
    ran = city.run("plot", "1", "2", "--lang", "ja", "-o", "flow.svg")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    said = titles(city, "flow.svg")
    assert said[:2] == ["掲載のゆくえ(目標ごと)", "第1期"]
    assert "分割 1 → 2" in said
    assert city.run("plot", "1", "2", "--lang", "ja").out == (city.path / "flow.svg").read_text(
        "utf-8"
    )


def test_more_editions_are_a_timeline(city: Folder) -> None:
    assert city.run("plot", "1", "2", "3", "-o", "all.svg").code == 0
    said = titles(city, "all.svg")
    assert [one for one in said if one.startswith("第")] == ["第1期", "第2期", "第3期"]
    assert said.count("1 → 2") == 1
    through = city.run("plot", "1", "2", "3", "--picture", "flow").out
    assert "第2期" not in through
    assert "split 1 → 2" in through


def test_departments(city: Folder) -> None:
    ran = city.run("plot", "1", "2", "--picture", "departments")
    assert ran.code == 0
    assert "Placements that each department carries" in ran.out
    assert "住宅課" in ran.out


@pytest.mark.parametrize("level", ["2", "施策"])
def test_a_level_by_its_number_or_its_name(city: Folder, level: str) -> None:
    assert "Where the placements went, by 施策" in city.run("plot", "1", "2", "--level", level).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("1",), "two editions or more"),
        ((), "two editions or more"),
        (("-", "-"), "standard input can't be both"),
        (("1", "2", "--level", "9"), "has no level 9. Name one of 1 "),
        (("1", "2", "--level", "²"), "has no level ²"),
        (("1", "2", "-f", "svg", "-o", "editions/2.yaml"), "the place of a file"),
        (("1", "2", "--width", "9"), "240<=x<=4000"),
    ],
)
def test_what_cannot_be_drawn_is_said(city: Folder, arguments: tuple[str, ...], said: str) -> None:
    ran = city.run("plot", *arguments)
    assert ran.code == 2
    assert said in ran.err
    assert ran.out == ""


def test_an_unknown_edition_is_no_input(city: Folder) -> None:
    assert city.run("plot", "1", "9").code == 3


def test_a_png_has_the_picture_in_it(city: Folder) -> None:
    ran = city.run("plot", "1", "2", "--width", "500", "-o", "flow.png")
    assert ran.code == 0, ran.err
    content = (city.path / "flow.png").read_bytes()
    assert content.startswith(b"\x89PNG\r\n")
    wide, high = struct.unpack(">II", content[16:24])
    assert (wide, high > 300) == (1000, True)
    packed = b"".join(re.findall(rb"IDAT(.*?)(?=....I[DE][AN][TD])", content, re.DOTALL))
    pixels = zlib.decompressobj().decompress(packed)
    assert len(set(pixels)) > 50
    assert city.run("plot", "1", "2", "--width", "500", "-o", "again.png").code == 0
    assert (city.path / "again.png").read_bytes() == content


def test_no_empty_boxes_where_no_font_has_a_character(city: Folder) -> None:
    name = "健康相談の実施\U0010fffd"
    city.write("editions/2.yaml", SECOND.replace("title: 支え合うまち", f'title: "{name}"'))
    ran = city.run("plot", "1", "2", "-o", "flow.png")
    assert ran.code == 2
    assert "no font here has \U0010fffd. Install one that does" in ran.err
    assert not (city.path / "flow.png").exists()
    assert city.run("plot", "1", "2", "-o", "flow.svg").code == 0


def test_without_the_extra_a_png_says_how_to_get_it(city: Folder) -> None:
    code = (
        "import sys; sys.modules['resvg_py'] = None\n"
        "from importlib import util; real = util.find_spec\n"
        "util.find_spec = lambda name, *more: None if name == 'resvg_py' else real(name, *more)\n"
        "from planversion.cli import entry\n"
        "sys.argv = ['planversion', 'plot', '1', '2', '-o', 'flow.png']; entry.run()"
    )
    command = [sys.executable, "-c", code]
    ran = subprocess.run(command, cwd=city.path, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "planversion[plot]" in ran.stderr


@pytest.mark.parametrize("picture", ["flow", "departments", "timeline"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_keeps_nobody_out(
    city: Folder, browser: Browser, picture: str, size: dict[str, int], scheme: str
) -> None:
    ran = city.run("plot", "1", "2", "3", "--picture", picture, "-o", "page.html")
    assert ran.code == 0, ran.err
    address = (city.path / "page.html").as_uri()
    with opened(browser, address, viewport=size, color_scheme=scheme) as seen:
        assert barriers(seen.page) == []
        assert not spills(seen.page)
        assert seen.complaints == []
        assert seen.requests == [address]
        assert seen.page.locator("svg:visible").count() == 1
        assert seen.page.locator("tbody tr").count() > 0


def test_text_in_a_browser_is_no_wider_than_it_was_taken_for(
    city: Folder, browser: Browser
) -> None:
    """Labels that don't overlap as they were placed don't overlap as they are shown."""
    assert city.run("plot", "1", "2", "--width", "400", "-o", "flow.svg").code == 0
    with opened(browser, (city.path / "flow.svg").as_uri()) as seen:
        over = seen.page.evaluate(
            """() => {
              const boxes = [...document.querySelectorAll('text')].map(t => t.getBBox());
              let over = 0;
              for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) {
                const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
                const y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
                if (x > 1 && y > 4) over += 1;
              }
              return over;
            }"""
        )
        assert over == 0
