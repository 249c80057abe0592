"""Where every page of a site stands: only ids become names of files."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from planversion.rendering.web.escaping import shown

HOME = "index.html"
SEARCH = "search.html"
PROJECTS = "projects.html"
DEPARTMENTS = "departments.html"
MISSING = "404.html"
FEED = "feed.xml"
STYLE = "assets/site.css"
SEARCHING = "assets/search.js"
WATCHING = "assets/watch.js"
INDEX = "search/index.js"
_DIGITS = 10


def subject(identifier: str, ending: str = "html") -> str:
    """The permanent address of a project or section, or of a copy of it for programs."""
    return f"id/{identifier}.{ending}"


def edition(identifier: str, ending: str = "html") -> str:
    """An edition, or a copy of it."""
    return f"editions/{identifier}.{ending}"


def changes(old: str, new: str, ending: str = "html") -> str:
    """What changed between two editions, by their ids."""
    return f"changes/{old}/{new}.{ending}"


def table(old: str, new: str) -> str:
    """The old/new table of two editions."""
    return f"tables/{old}/{new}.html"


def department_id(name: str) -> str:
    """What stands for the name of a department, which may hold anything."""
    return f"d-{sha256(name.encode(errors='surrogatepass')).hexdigest()[:_DIGITS]}"


def department(name: str) -> str:
    """A department, by its name."""
    return f"departments/{department_id(name)}.html"


class Here(NamedTuple):
    """The page that links are written for: all of them are relative."""

    path: str

    def to(self, path: str) -> str:
        """The address of another page of the site, from this one."""
        return "../" * self.path.count("/") + path

    def link(self, path: str, inner: str, styled: str = "") -> str:
        """A link to another page; its words are HTML already."""
        style = f' class="{styled}"' if styled else ""
        return f'<a href="{self.to(path)}"{style}>{inner}</a>'

    def named(self, path: str, words: str) -> str:
        """A link to another page, its words as they are."""
        return self.link(path, shown(words))
