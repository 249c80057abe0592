"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.rendering.feeds.feed import Entry, Feed
from planversion.rendering.web.escaping import shown


def atom(feed: Feed) -> str:
    """The feed as a file; contents are XHTML, titles and summaries plain text."""
    return "\n".join(_feed(feed)) + "\n"


def _feed(feed: Feed) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{feed.language}">'
    yield _text("id", feed.id)
    yield _plain("title", feed.title)
    yield _text("updated", feed.updated)
    yield f"<author>{_text('name', feed.author)}</author>"
    if feed.home:
        yield _link("alternate", "text/html", feed.home)
    if feed.own:
        yield _link("self", "application/atom+xml", feed.own)
    yield _text("generator", "planversion")
    for entry in feed.entries:
        yield from _entry(entry)
    yield "</feed>"


def _entry(entry: Entry) -> Iterator[str]:
    yield "<entry>"
    yield _text("id", entry.id)
    yield _plain("title", entry.title)
    yield _text("published", entry.when.published)
    yield _text("updated", entry.when.updated)
    if entry.author:
        yield f"<author>{_text('name', entry.author)}</author>"
    if entry.address:
        yield _link("alternate", "text/html", entry.address)
    yield _plain("summary", entry.summary)
    yield '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
    yield f"{entry.content}</div></content>"
    yield "</entry>"


def _text(name: str, said: str) -> str:
    return f"<{name}>{shown(said)}</{name}>"


def _plain(name: str, said: str) -> str:
    return f'<{name} type="text">{shown(said)}</{name}>'


def _link(rel: str, kind: str, address: str) -> str:
    return f'<link rel="{rel}" type="{kind}" href="{shown(address)}"/>'
