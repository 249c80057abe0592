"""The frame of every page of a site: where one is, where one can go."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from planversion.messages import Language, Message, say
from planversion.model import Edition
from planversion.publishing import addresses
from planversion.publishing.addresses import Here
from planversion.rendering.web.escaping import shown
from planversion.rendering.web.frame import Document, Linked, Part, document

Trail = Iterable[tuple[str, str]]
"""The pages above a page: where each is, and what it is called."""


class Frame(NamedTuple):
    """What all pages of a site have in common."""

    title: str
    """What the plan is called."""
    language: Language
    base: str | None
    """The address that it will stand at, with a slash at the end."""
    watched: bool
    """Whether its pages ask for a newer version of themselves."""
    feeds: bool
    """Whether there is a feed."""


@cache
def _always(message: Message, language: Language) -> str:
    """A sentence without values, which most pages have."""
    return shown(message.to(language))


class Writer:
    """Writes the pages of one site at one address."""

    def __init__(self, of: Frame, path: str) -> None:
        self.frame = of
        self.here = Here(path)

    def word(self, message: Message) -> str:
        """A sentence as HTML."""
        if message.values:
            return shown(message.to(self.frame.language))
        return _always(message, self.frame.language)

    def listed(self, parts: Iterable[str]) -> str:
        """Several pieces of HTML, or of plain text, as one enumeration."""
        return say(", ").to(self.frame.language).join(parts)

    def heading(self, message: Message) -> str:
        """The heading of a part of a page."""
        return f"<h2>{self.word(message)}</h2>"

    def above(self, message: Message) -> str:
        """What kind of thing a page is about, above its title."""
        return f'<p class="above">{self.word(message)}</p>'

    def quiet(self, message: Message) -> str:
        """A remark."""
        return f'<span class="quiet">{self.word(message)}</span>'

    def way_back(self, old: Edition, new: Edition) -> str:
        """What leads into the site from a page that has a frame of its own."""
        links = (
            self.here.named(addresses.HOME, self.frame.title),
            self.here.link(addresses.changes(old.id, new.id), self.word(say("All changes"))),
        )
        name = self.word(say("Pages of this site"))
        return f'<nav class="screen" aria-label="{name}">{"　".join(links)}</nav>\n'

    def page(self, title: str, main: str, trail: Trail = (), *, searches: bool = False) -> bytes:
        """The page as a file; `main` is HTML already."""
        made = Document(
            title if title == self.frame.title else f"{title} - {self.frame.title}",
            self.frame.language,
            main,
            before=self._head(trail),
            after=self._foot(),
            looks=Linked(self.here.to(addresses.STYLE)),
            scripts=tuple(self._scripts(searches=searches)),
            links=self._links(),
            fetches=self.frame.watched,
        )
        return document(made).encode()

    def _scripts(self, *, searches: bool) -> Iterable[Part]:
        if searches:
            yield Linked(self.here.to(addresses.INDEX))
            yield Linked(self.here.to(addresses.SEARCHING))
        if self.frame.watched:
            yield Linked(self.here.to(addresses.WATCHING))

    def _links(self) -> str:
        base, found = self.frame.base, ""
        if base:
            found += f'<link rel="canonical" href="{shown(f"{base}{self.here.path}")}">\n'
        if self.frame.feeds:
            feed = self.here.to(addresses.FEED)
            found += f'<link rel="alternate" type="application/atom+xml" href="{feed}">\n'
        return found

    def _head(self, trail: Trail) -> str:
        home = self.here.named(addresses.HOME, self.frame.title)
        above = "".join(f"<li>{self.here.named(path, name)}</li>" for path, name in trail)
        ways = "".join(
            f"<li>{self.here.link(path, self.word(name))}</li>"
            for path, name in (
                (addresses.PROJECTS, say("All projects")),
                (addresses.DEPARTMENTS, say("Departments")),
                (addresses.SEARCH, say("Search")),
            )
        )
        site = self.word(say("Pages of this site"))
        trails = f'<ol class="trail">{above}</ol>' if above else ""
        return (
            f'<header class="site"><nav aria-label="{site}">'
            f'<span class="home">{home}</span><ul>{ways}</ul></nav>'
            f"{self._trailed(trails)}</header>\n"
        )

    def _trailed(self, trail: str) -> str:
        name = self.word(say("Where you are"))
        return f'<nav aria-label="{name}">{trail}</nav>' if trail else ""

    def _foot(self) -> str:
        told = say("Made from the plan's edition files with planversion.")
        newer = self._newer() if self.frame.watched else ""
        return f'<footer class="site"><p>{self.word(told)}</p></footer>\n{newer}'

    def _newer(self) -> str:
        told, reload = say("There is a newer version."), say("Show it")
        words = f'data-told="{self.word(told)}" data-reload="{self.word(reload)}"'
        return f'<p id="newer" role="status" {words}></p>\n'
