"""`log -f svg` and `-f html`: a picture that harms nobody, and says what the text says."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from repositories import FIRST, SECOND, Folder, made

HOUSING, HEIR = "p-9meh30xrqe", "p-gtjade9vfk"
EVIL = "<script>alert(1)</script>&\"'"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def city(tmp_path: Path) -> Folder:
    """An edition, a renaming, and an edition in which the project is split."""
    folder = made(tmp_path / "city")
    folder.commit(**{"1": FIRST})
    folder.commit(**{"1": FIRST.replace("住まいの相談の検討", "住まいの相談と情報の検討")})
    folder.commit(**{"2": SECOND})
    return folder


def drawn(folder: Folder, project: str, form: str, *more: str) -> str:
    ran = folder.run("log", project, "-f", form, *more)
    assert ran.code == 0, ran.err
    return ran.out


def picture(text: str) -> Any:
    return ET.fromstring(text)


def marks(root: Any) -> list[str]:
    """The shapes of all marks but those of the legend."""
    shapes = [one.get("class") for one in root]
    return [one for one in shapes if one in ("recorded", "changed", "family", "gone")]


def test_the_picture_has_a_lane_for_each_of_the_family(city: Folder) -> None:
    root = picture(drawn(city, HOUSING, "svg"))
    titles = [one.text for one in root.iter(f"{SVG}title")]
    assert titles[0] == f"住まいの相談と情報の検討 {HOUSING}"
    assert {title.split("(")[-1] for title in titles[1:]} == {
        f"{one})" for one in (HOUSING, HEIR, "p-xhx04vykww")
    }
    found = marks(root)
    # One more of each stands in the legend.
    assert [found.count(one) for one in ("recorded", "changed", "family", "gone")] == [2, 2, 4, 0]
    assert len([one for one in root if one.get("class") == "link"]) == 2
    assert len([one for one in root if one.get("class") == "edition"]) == 2


def test_whoever_does_not_see_it_is_told_the_same(city: Folder) -> None:
    root = picture(drawn(city, HEIR, "svg"))
    assert root.get("role") == "img"
    named = root.get("aria-labelledby").split()
    assert named == [root.find(f"{SVG}{one}").get("id") for one in ("title", "desc")]
    told = root.find(f"{SVG}desc").text
    assert told.startswith("3 events from ")
    assert f"Came from: 住まいの相談と情報の検討 ({HOUSING})" in told
    assert "renamed 住まいの相談の検討 → 住まいの相談と情報の検討" in told
    assert "why (judged): 相談と情報に分けた。" in told


class Page(HTMLParser):
    """Everything that stands in a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.rows: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag == "tr":
            self.rows.append("")

    def handle_data(self, data: str) -> None:
        if self.rows:
            self.rows[-1] += data


def test_the_ending_of_the_file_says_the_format(city: Folder) -> None:
    for name, begins in (("a.svg", "<svg"), ("a.html", "<!doctype html>"), ("a.json", "{")):
        assert city.run("log", HOUSING, "-o", name).code == 0
        assert (city.path / name).read_text(encoding="utf-8").startswith(begins)


def test_the_page_has_a_table_of_the_same(city: Folder) -> None:
    page = Page(drawn(city, HOUSING, "html"))
    assert len(page.rows) == 1 + 3
    assert "split 住まいの相談と情報の検討" in page.rows[1]
    assert "renamed" in page.rows[2]
    assert "First recorded: 住まいの相談の検討" in page.rows[3]
    assert "相談と情報に分けた。" in page.rows[1]


def test_the_page_runs_nothing_and_loads_nothing(city: Folder) -> None:
    text = drawn(city, HOUSING, "html")
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    sources = " ".join(map(hashed, re.findall(r"<style>(.*?)</style>", text, re.DOTALL)))
    assert policy == (
        f"default-src 'none'; style-src {sources}; base-uri 'none'; form-action 'none'"
    )
    page = Page(text)
    assert not {"script", "link", "img", "iframe", "object"} & {*page.tags}
    names = {name for name, _ in page.attributes}
    assert not {name for name in names if name.startswith("on")} | {"src", "style"} & names
    assert [value for name, value in page.attributes if name == "href"] == ["#content"]


def hashed(style: str) -> str:
    return f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"


@pytest.mark.parametrize("form", ["svg", "html"])
def test_text_of_a_plan_and_of_a_commit_stays_text(city: Folder, form: str) -> None:
    city.write(
        "editions/2.yaml",
        SECOND.replace("name: 住まいの相談の実施", 'name: "<script>\\"&\'\\u202e"'),
    )
    city.git("add", "-A")
    author = f"user.name=<img onerror={EVIL}>"
    city.git("-c", author, "commit", "-q", "-m", f"</desc></title>{EVIL}")
    text = drawn(city, HEIR, form)
    assert "\u202e" not in text
    page = Page(text)
    assert not {"script", "img"} & {*page.tags}
    assert "onerror" not in {name for name, _ in page.attributes}
    if form == "svg":
        assert any("<script>" in (one.text or "") for one in picture(text).iter(f"{SVG}text"))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_language_is_said(city: Folder, language: str) -> None:
    assert picture(drawn(city, HEIR, "svg", "--lang", language)).get("lang") == language
    assert f'<html lang="{language}">' in drawn(city, HEIR, "html", "--lang", language)


def test_a_long_history_stays_legible(tmp_path: Path) -> None:
    """No two marks of a lane stand on each other, and no two days."""
    folder = made(tmp_path / "long")
    for number in range(40):
        folder.commit(
            **{"1": FIRST.replace("[住宅課]", f"[住宅課]\n            note: 第{number}回")}
        )
    root = picture(drawn(folder, HOUSING, "svg"))
    places = [float(one.get("cx")) for one in root if one.tag == f"{SVG}circle"]
    gaps = [b - a for a, b in pairwise(places[:40])]
    assert min(gaps) >= 10
    days = [
        float(one.get("x")) for one in root.iter(f"{SVG}text") if one.get("text-anchor") == "middle"
    ]
    assert len(days) > 4
    assert min(b - a for a, b in pairwise(days)) >= 80
    assert max(*places, *days) < float(root.get("width"))


def test_a_file_that_is_gone_is_marked(city: Folder) -> None:
    city.git("rm", "-q", "editions/2.yaml")
    city.commit()
    assert "gone" in marks(picture(drawn(city, HEIR, "svg")))
