"""A feed as JSON Feed 1.1."""

from __future__ import annotations

from typing import Any

from planversion.rendering.feeds.feed import Entry, Feed
from planversion.rendering.safety import json_text, on_one_line

_VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> str:
    """The feed as a file; contents are HTML, titles and summaries plain text."""
    found = {
        "version": _VERSION,
        "title": on_one_line(feed.title),
        "home_page_url": feed.home,
        "feed_url": feed.own,
        "language": feed.language,
        "authors": _authors(feed.author),
        "items": [_item(entry, feed) for entry in feed.entries],
    }
    return json_text(_known(found))


def _item(entry: Entry, feed: Feed) -> dict[str, Any]:
    return _known(
        {
            "id": entry.id,
            "url": entry.address,
            "title": on_one_line(entry.title),
            "summary": on_one_line(entry.summary),
            "content_html": entry.content,
            "date_published": entry.when.published,
            "date_modified": entry.when.updated,
            "authors": _authors(entry.author or feed.author),
        }
    )


def _authors(name: str) -> list[dict[str, str]]:
    return [{"name": on_one_line(name)}]


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
