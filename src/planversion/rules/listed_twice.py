"""A section lists a project twice.

A project has one listing in a section at most: what a note or a change says of "the project in this
section" would mean two rows otherwise. So the file is no edition until it is mended. Delete one of
the two rows.
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
{}      - {{relists: p-aaaaaaaaa5}}
"""
_NEXT = """  - id: s-bbbbbbbbbq
    number: 2
    title: 学び合うまち
    projects:
"""

EXAMPLES = (
    Example(
        "listed once more in its own section",
        new=_FILE.format(""),
        says="p-aaaaaaaaa5 is listed here already",
    ),
    Example("listed once more in another section", new=_FILE.format(_NEXT)),
)


@rule("file", "error", EXAMPLES)
def listed_twice(written: bytes) -> Iterator[Verdict]:
    """A verdict at every second row of a project in a section."""
    yield from refused(written, "listed-twice")
