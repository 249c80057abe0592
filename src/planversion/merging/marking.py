"""Markers of conflicts in a file: written around disputed lines in git's diff3 style, and read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from planversion.merging.hunks import Hunk, Part

SIZE = 7
"""How many characters a marker has, unless git asks for another number."""


class Labels(NamedTuple):
    """What stands behind the markers of one hunk."""

    base: str
    ours: str
    theirs: str


class Marked(NamedTuple):
    """Disputed lines as they were found between markers."""

    labels: Labels
    base: str
    ours: str
    theirs: str
    size: int = SIZE

    def again(self) -> str:
        """The lines with their markers, as they were found."""
        return between(self.labels, (self.base, self.ours, self.theirs), self.size)


def marked(parts: Iterable[Part], labels: Callable[[Hunk], Labels], size: int = SIZE) -> str:
    """The text with every hunk between markers, each version under its label."""
    return "".join(
        part if isinstance(part, str) else between(labels(part), part[:3], size) for part in parts
    )


def between(labels: Labels, versions: tuple[str, str, str], size: int) -> str:
    """The lines of base, ours and theirs between markers."""
    base, ours, theirs = versions
    return (
        f"{'<' * size} {labels.ours}\n{ours}{'|' * size} {labels.base}\n{base}"
        f"{'=' * size}\n{theirs}{'>' * size} {labels.theirs}\n"
    )


_HUNK = re.compile(
    r"^(?P<size><{7,}) ?(?P<one>[^\n]*)\n(?P<ours>(?s:.*?))"
    r"^\|{7,} ?(?P<was>[^\n]*)\n(?P<base>(?s:.*?))"
    r"^={7,}\n(?P<theirs>(?s:.*?))"
    r"^>{7,} ?(?P<other>[^\n]*)\n",
    re.MULTILINE,
)


def unmarked(text: str) -> list[str | Marked]:
    """A text with markers as its settled lines and its disputed ones, in order.

    Line ends are plain. Markers without the base's version, as git writes them by default, are no
    hunks of ours and stay in the text.
    """
    found: list[str | Marked] = []
    position = 0
    for hunk in _HUNK.finditer(text):
        found.append(text[position : hunk.start()])
        labels = Labels(hunk["was"], hunk["one"], hunk["other"])
        versions = (hunk["base"], hunk["ours"], hunk["theirs"])
        found.append(Marked(labels, *versions, len(hunk["size"])))
        position = hunk.end()
    return [part for part in (*found, text[position:]) if part]
