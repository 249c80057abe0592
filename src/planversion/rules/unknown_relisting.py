"""A relisting is of a project that this edition doesn't have.

A relisting takes its name and its departments from the project's record. Without a record there is
nothing to print, so the file is no edition until it is mended. Name a project whose record stands
in this file; if the project has only this listing, write its record here.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.refusals import refused

_FILE = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {{id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}}
  - id: s-bbbbbbbbbq
    number: 2
    title: 学び合うまち
    projects:
      - {{relists: {}}}
"""

EXAMPLES = (
    Example(
        "a project that has no record",
        new=_FILE.format("p-bbbbbbbbbq"),
        says="p-bbbbbbbbbq is no project of this edition",
    ),
    Example("a project of the edition", new=_FILE.format("p-aaaaaaaaa5")),
)


@rule("file", "error", EXAMPLES)
def unknown_relisting(written: bytes) -> Iterator[Verdict]:
    """A verdict at every relisting of nobody."""
    yield from refused(written, "unknown-relisting")
