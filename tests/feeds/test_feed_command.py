"""`planversion feed`: which steps, on which days, in real repositories."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import feedparser
import pytest

from repositories import FIRST, RENAMED, SECOND, Folder, Ran, cloned, made

ADOPTED = "status: adopted\n  adopted_on: "
OLD = FIRST.replace("status: adopted", f"{ADOPTED}2021-04-01")
NEW = SECOND.replace("status: adopted", f"{ADOPTED}2026-04-01")
DRAFT = SECOND.replace("status: adopted", "status: draft").replace("id: '2'", "id: 2-draft")
NEXT = (
    DRAFT.replace("id: 2-draft", "id: 2-draft-2\n  revises: 2-draft")
    .replace("住まいの情報の提供", "住まいの案内")
    .replace("label: 第2期", "label: 第2期\n  stage: 素案")
)


@pytest.fixture
def city(tmp_path: Path) -> Folder:
    """A folder with editions, of which git knows nothing."""
    return made(tmp_path / "city")


def read(ran: Ran) -> Any:
    assert ran.code == 0, ran.err
    found = feedparser.parse(ran.out.encode())
    assert not found.bozo, found.bozo_exception
    return found


def steps(folder: Folder, *arguments: str) -> list[tuple[str, str]]:
    """The title and the day of every entry."""
    found = read(folder.run("feed", *arguments))
    return [(one.title.rpartition("changes ")[2], one.published[:10]) for one in found.entries]


def keep(folder: Folder, **files: str) -> None:
    for name, text in files.items():
        folder.write(f"editions/{name}.yaml", text)


def test_a_step_has_the_day_its_edition_was_adopted(city: Folder) -> None:
    keep(city, one=OLD, two=NEW)
    expected = [("from 第1期 to 第2期", "2026-04-01")]
    for named in ((), ("case",), ("2",), ("1", "2"), ("editions/one.yaml", "editions/two.yaml")):
        assert steps(city, *named) == expected
    assert steps(city, "2", "1") == [("from 第2期 to 第1期", "2021-04-01")]


def test_an_erratum_is_what_was_updated_since(city: Folder) -> None:
    erratum = "errata: [{on: 2026-06-01, what: 表紙, why: 誤植}]"
    keep(city, one=OLD, two=NEW.replace("  adopted_on", f"  {erratum}\n  adopted_on", 1))
    [entry] = read(city.run("feed")).entries
    assert (entry.published, entry.updated) == ("2026-04-01T12:00:00Z", "2026-06-01T12:00:00Z")


def test_each_draft_is_told_against_the_last_and_the_adopted_one_against_the_last_adopted(
    city: Folder,
) -> None:
    keep(city, one=OLD, two=NEW, draft=DRAFT, next=NEXT)
    days = ("--date", "2-draft=2025-11-01", "--date", "2-draft-2=2026-01-15")
    assert steps(city, *days) == [
        ("from 第1期 to 第2期", "2026-04-01"),
        ("from 第2期 to 第2期 素案", "2026-01-15"),
        ("from 第1期 to 第2期", "2025-11-01"),
    ]
    assert len(steps(city, *days, "--limit", "2")) == 2


def test_a_draft_without_a_day_has_those_of_its_commits(city: Folder) -> None:
    keep(city, one=OLD)
    dates = [f"2025-1{n}-01T09:00:00+09:00" for n in range(3)]
    for date, text in zip(dates, (None, DRAFT, f"# 直した\n{DRAFT}"), strict=True):
        if text:
            keep(city, draft=text)
        city.git("add", "-A")
        city.git("commit", "-q", "-m", "step", GIT_AUTHOR_DATE=date, GIT_COMMITTER_DATE=date)
    [entry] = read(city.run("feed", "1", "2-draft")).entries
    assert (entry.published, entry.updated) == (dates[1], dates[2])


def test_half_a_history_says_no_day(city: Folder, tmp_path: Path) -> None:
    keep(city, one=OLD, draft=DRAFT)
    city.commit()
    city.commit()
    shallow = cloned(city, tmp_path / "shallow", "--depth", "1")
    ran = shallow.run("feed")
    assert (ran.code, ran.out) == (2, "")
    assert "git fetch --unshallow" in ran.err
    assert len(steps(shallow, "--date", "2-draft=2026-04-01")) == 1
    assert len(steps(shallow, "--fetch")) == 1


def test_without_any_day_it_says_how_to_give_one(city: Folder) -> None:
    keep(city, one=OLD, draft=DRAFT)
    ran = city.run("feed")
    assert (ran.code, ran.out) == (2, "")
    assert "editions/draft.yaml: it isn't known when edition 2-draft came out" in ran.err
    assert "--date 2-draft=2026-04-01" in ran.err
    assert steps(city, "--date", "2-draft=2026-04-01") == [("from 第1期 to 第2期", "2026-04-01")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--date", "2-draft"), "gives no edition of the feed its day"),
        (("--date", "7=2026-04-01"), "its editions are 2"),
        (("--date", "2=tomorrow"), "tomorrow is no day"),
        (("--base-url", "javascript:alert(1)"), "is no address of a web page"),
        (("--base-url", "https://example.jp/?a"), "is no address of a web page"),
        (("--base-url", 'https://example.jp/"x'), "is no address of a web page"),
        (("--commits",), "--commits tells of one edition"),
        (("--limit", "0"), "limit"),
    ],
)
def test_what_can_not_be_meant_is_refused(
    city: Folder, arguments: tuple[str, ...], said: str
) -> None:
    keep(city, one=OLD, two=NEW)
    ran = city.run("feed", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_where_nothing_follows_anything_nothing_is_written(city: Folder) -> None:
    keep(city, one=OLD)
    for named in ((), ("case",), ("1",)):
        ran = city.run("feed", *named, "-o", "feed.atom")
        assert (ran.code, ran.out) == (3, "")
        assert "no edition follows another" in ran.err
    assert not (city.path / "feed.atom").exists()


def test_of_several_plans_one_is_named(city: Folder) -> None:
    keep(city, one=OLD, two=NEW, other=OLD.replace("id: case", "id: other"))
    assert "Name one of case, other." in city.run("feed").err
    assert len(steps(city, "case")) == 1


def test_links_lead_below_the_address_that_is_given(city: Folder) -> None:
    keep(city, one=OLD, two=NEW)
    base = ("--base-url", "https://example.jp/計画", "-o", "public.atom")
    assert city.run("feed", *base).code == 0
    found = feedparser.parse((city.path / "public.atom").read_bytes())
    assert [one.href for one in found.feed.links] == [
        "https://example.jp/計画/",
        "https://example.jp/計画/public.atom",
    ]
    assert found.entries[0].link == "https://example.jp/計画/1..2.html"


def test_json_and_atom_say_the_same_and_the_same_again(city: Folder) -> None:
    keep(city, one=OLD, two=NEW)
    arguments = ("feed", "--group-by", "department", "-f", "json")
    ran = city.run(*arguments, TZ="Asia/Tokyo", PYTHONHASHSEED="1")
    assert ran == city.run(*arguments, TZ="UTC", PYTHONHASHSEED="2")
    [item] = json.loads(ran.out)["items"]
    [entry] = read(city.run("feed", "--group-by", "department")).entries
    assert (item["id"], item["title"], item["summary"]) == (entry.id, entry.title, entry.summary)
    assert "<h2>住宅課</h2>" in item["content_html"]


def test_an_output_never_takes_the_place_of_an_edition(city: Folder) -> None:
    keep(city, one=OLD, two=NEW)
    assert city.run("feed", "-o", "editions/one.yaml").code == 2
    assert (city.path / "editions/one.yaml").read_text(encoding="utf-8") == OLD


def test_each_commit_of_an_edition_is_an_entry(city: Folder) -> None:
    hostile = "<script>alert(1)</script> ]]> \u202e &"
    for number, text in enumerate((FIRST, f"# 注\n{FIRST}", RENAMED)):
        keep(city, **{"1": text})
        city.git("add", "-A")
        date = f"2026-01-0{number + 1}T09:00:00+09:00"
        city.git("commit", "-q", "-m", hostile, GIT_AUTHOR_DATE=date, GIT_COMMITTER_DATE=date)
    city.git("tag", "v2")
    found = read(city.run("feed", "1", "--commits"))
    shown = hostile.replace("\u202e", "\\x202e")
    assert [one.title_detail.type for one in found.entries] == ["text/plain"] * 2
    assert [one.title for one in found.entries] == [f"[v2] {shown}", shown]
    assert [one.published[:10] for one in found.entries] == ["2026-01-03", "2026-01-01"]
    assert [one.author for one in found.entries] == ["A", "A"]
    assert found.entries[0].summary == "renamed 1"
    assert "<ins>充実</ins>" in found.entries[0].content[0].value
    assert found.entries[1].summary.startswith("First recorded: 第1期")
    assert len(read(city.run("feed", "1", "--commits", "--limit", "1")).entries) == 1
    [newest, _] = json.loads(city.run("feed", "1", "--commits", "-f", "json").out)["items"]
    assert newest["id"] == found.entries[0].id
