"""Sites made in memory for tests, their links, and an index asked as the script asks it."""

from __future__ import annotations

import json
import posixpath
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from planversion import Edition, read_edition
from planversion.publishing import Extras, files, series, site
from planversion.publishing.searching import SHARDS, folded

REAL = Path(__file__).parents[1] / "editions/nishitokyo-chiiki-fukushi"
Files = dict[str, bytes]


def edition(source: Path | str) -> Edition:
    text = source.read_bytes() if isinstance(source, Path) else source.encode()
    return read_edition(text, "edition.yaml").edition


def made(*sources: Path | str, extras: Extras | None = None) -> Files:
    """Every file of the site of these editions."""
    of = site(series(map(edition, sources)), "ja", extras)
    return {file.path: file.make() for file in files(of)}


def real(extras: Extras | None = None) -> Files:
    return made(REAL / "4.yaml", REAL / "5-draft-2.yaml", extras=extras)


class Seen(HTMLParser):
    """A page as a browser reads it: its anchors, its addresses, its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.elements: set[str] = set()
        self.handlers: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "src"):
                self.addresses.append(value or "")
            elif name.startswith("on"):
                self.handlers.append(name)

    def handle_data(self, data: str) -> None:
        self.text += data


def seen(page: bytes) -> Seen:
    found = Seen()
    found.feed(page.decode())
    return found


def target(page: str, address: str) -> tuple[str, str]:
    """The path of the site that an address of a page leads to, and the anchor there."""
    path, _, anchor = address.partition("#")
    return (
        posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    ), anchor


class Index(NamedTuple):
    """The index of a site, read from its scripts."""

    parts: dict[int, dict[str, list[list[int]]]]
    rows: list[list[str]]

    def find(self, query: str) -> list[str]:
        """The names of what is found with a word, the best first."""
        characters = [*folded(query)]
        pairs = [a + b for a, b in pairwise(characters)]
        found = [self._of(pair) for pair in pairs] or [self._beginning(characters[0])]
        both = {one: min(part[one] for part in found) for one in set.intersection(*map(set, found))}
        return [self.rows[one][1] for one in sorted(both, key=lambda one: (-both[one], one))]

    def _of(self, pair: str) -> dict[int, int]:
        names, texts = self.parts.get(ord(pair[0]) % SHARDS, {}).get(pair, [[], []])
        return dict.fromkeys(_numbers(texts), 1) | dict.fromkeys(_numbers(names), 2)

    def _beginning(self, character: str) -> dict[int, int]:
        found: dict[int, int] = {}
        for pair in self.parts.get(ord(character) % SHARDS, {}):
            if pair.startswith(character):
                here = self._of(pair)
                found |= {one: max(score, found.get(one, 0)) for one, score in here.items()}
        return found


def _numbers(steps: list[int]) -> list[int]:
    at, found = 0, []
    for step in steps:
        at += step
        found.append(at)
    return found


def index(of: Files) -> Index:
    parts, rows = {}, {}
    for path, content in of.items():
        called = re.fullmatch(
            r"planversion\.(part|rows)\((\d+),(.*)\);\n", content.decode("utf-8", "replace")
        )
        if path.startswith("search/") and called:
            kind, number, value = called.groups()
            (parts if kind == "part" else rows)[int(number)] = json.loads(value)
    return Index(parts, [row for number in sorted(rows) for row in rows[number]])
