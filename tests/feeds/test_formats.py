"""Atom and JSON Feed: other programs read them, and whatever a plan says stays text."""

from __future__ import annotations

import json
from typing import Any

import feedparser
import pytest
from lxml import etree
from lxml import html as parser

from planversion.model.header import Plan
from planversion.rendering.feeds.atom import atom
from planversion.rendering.feeds.feed import Entry, Feed, lasting, newest_first
from planversion.rendering.feeds.json_feed import json_feed
from planversion.rendering.feeds.moments import Moments
from planversion.rendering.page import Page, Paragraph, Span, line
from planversion.rendering.web.fragment import fragment

ATOM = "{http://www.w3.org/2005/Atom}"
DAY, LATER = "2026-04-01T12:00:00Z", "2026-05-01T09:00:00+09:00"
WHEN = Moments(DAY, LATER)
HOSTILE = (
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "]]>",
    "&amp; &lt;",
    "𠮷野家 👩‍👩‍👧",
    "長" * 10_000,
)


def entry(said: str, when: Moments = WHEN, **more: Any) -> Entry:
    content = fragment(Page((Paragraph(line("名 ", Span(said, "now"))),)))
    return Entry(f"urn:uuid:{len(said)}", said, when, said, content, **more)


def feed(*entries: Entry, said: str = "計画", **more: Any) -> Feed:
    return Feed("urn:uuid:0", said, "ja", said, entries, **more)


def parsed(of: Feed) -> Any:
    found = feedparser.parse(atom(of).encode())
    assert not found.bozo, found.bozo_exception
    return found


def test_atom_has_what_rfc_4287_asks_for_and_in_its_form() -> None:
    root = etree.fromstring(atom(feed(entry("一"), entry("二二", author="書いた人"))).encode())
    assert root.tag == f"{ATOM}feed"
    for parent in (root, *root.findall(f"{ATOM}entry")):
        assert [len(parent.findall(ATOM + name)) for name in ("id", "title", "updated")] == [
            1,
            1,
            1,
        ]
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "計画"
    assert [one.findtext(f"{ATOM}author/{ATOM}name") for one in root.iter(f"{ATOM}entry")] == [
        None,
        "書いた人",
    ]
    [content, _] = root.iter(f"{ATOM}content")
    assert content.get("type") == "xhtml"
    assert [one.tag for one in content] == ["{http://www.w3.org/1999/xhtml}div"]


def test_a_reader_of_feeds_sees_days_links_and_contents() -> None:
    more = {"home": "https://example.jp/plan/", "own": "https://example.jp/plan/feed.atom"}
    found = parsed(feed(entry("一", address="https://example.jp/plan/4..5.html"), **more))
    assert found.version == "atom10"
    assert [(one.rel, one.href) for one in found.feed.links] == [
        ("alternate", more["home"]),
        ("self", more["own"]),
    ]
    [one] = found.entries
    assert (one.link, one.published, one.updated) == (
        "https://example.jp/plan/4..5.html",
        DAY,
        LATER,
    )
    assert "<ins>一</ins>" in one.content[0].value
    assert found.feed.updated == LATER


@pytest.mark.parametrize("said", HOSTILE)
def test_what_a_plan_says_comes_through_as_text(said: str) -> None:
    hostile = feed(entry(said, author=said), said=said)
    root = etree.fromstring(atom(hostile).encode(), etree.XMLParser(huge_tree=True))
    assert [one.text for one in root.iter(f"{ATOM}title", f"{ATOM}name", f"{ATOM}summary")] == (
        [said] * 5
    )
    assert {one.get("type") for one in root.iter(f"{ATOM}title", f"{ATOM}summary")} == {"text"}
    [ins] = root.iter("{http://www.w3.org/1999/xhtml}ins")
    assert (ins.text, len(ins)) == (said, 0)
    [item] = json.loads(json_feed(hostile))["items"]
    assert [item["title"], item["summary"], item["authors"]] == [said, said, [{"name": said}]]
    content = parser.fromstring(item["content_html"])
    assert content.findtext("ins") == said
    assert not [*content.iter("script")]
    parsed(hostile)


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x0c", "\u202e", "\ufffe", "\ud800"])
def test_what_xml_can_not_hold_is_shown_by_its_code(sign: str) -> None:
    hostile = feed(entry(f"前{sign}後", author=sign), said=sign)
    shown = f"前\\x{ord(sign):02x}後"
    [item] = json.loads(json_feed(hostile))["items"]
    assert [parsed(hostile).entries[0].title, item["title"]] == [shown, shown]


def test_json_feed_has_what_its_version_asks_for() -> None:
    found = json.loads(json_feed(feed(entry("一"), home="https://example.jp/")))
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert found["title"] == "計画"
    assert (found["home_page_url"], "feed_url" in found) == ("https://example.jp/", False)
    [item] = found["items"]
    assert isinstance(item["id"], str)
    assert item["content_html"] == "<p>名 <ins>一</ins></p>\n"
    assert (item["date_published"], item["date_modified"]) == (DAY, LATER)


def test_both_formats_know_an_entry_by_the_same_id() -> None:
    told = feed(entry("一"), entry("二二"))
    ids = [one["id"] for one in json.loads(json_feed(told))["items"]]
    assert [one.id for one in parsed(told).entries] == ids


def test_newest_first_and_of_one_day_the_last_one() -> None:
    days = [("a", DAY), ("b", LATER), ("c", DAY)]
    some = [entry(name, Moments(day, day)) for name, day in days]
    assert [one.title for one in newest_first(some)] == ["b", "c", "a"]


def plan(**more: Any) -> Plan:
    return Plan(**{"id": "a", "title": "計画", **more})


def test_an_id_is_of_one_plan_and_stays() -> None:
    assert lasting(plan(), "step", "4", "5") == "urn:uuid:423ff6c3-6f42-534a-af39-f4f01172f130"
    every = [
        lasting(plan(), "step", "4", "5"),
        lasting(plan(), "step", "4", "6"),
        lasting(plan(), "commit", "4", "5"),
        lasting(plan(id="b"), "step", "4", "5"),
        lasting(plan(jurisdiction="132292"), "step", "4", "5"),
    ]
    assert len(set(every)) == len(every)
