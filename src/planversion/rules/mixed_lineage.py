"""A lineage is of projects and of sections at once.

A project doesn't become a section. What it would tell is unknown, so the file is no edition until
it is mended. Where a section ended and its projects went elsewhere, declare the one and the others
apart.
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
lineage:
{}"""

EXAMPLES = (
    Example(
        "a project that became a section",
        new=_FILE.format("  - {from: [p-bbbbbbbbbq], to: [s-aaaaaaaaa5], reason: 施策とした。}"),
        says="projects and sections can't become one another",
    ),
    Example(
        "declared apart",
        new=_FILE.format(
            """  - {from: [p-bbbbbbbbbq], to: [p-aaaaaaaaa5], reason: 統合した。}
  - {from: [s-bbbbbbbbbq], to: [s-aaaaaaaaa5], reason: 統合した。}"""
        ),
    ),
)


@rule("file", "error", EXAMPLES)
def mixed_lineage(written: bytes) -> Iterator[Verdict]:
    """A verdict at every lineage of both."""
    yield from refused(written, "mixed-lineage")
