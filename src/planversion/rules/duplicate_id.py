"""Two projects or sections have the same id.

An id names one thing in all editions. If two have it, nobody can say which of them an earlier
edition meant, so the file is no edition until it is mended. Mostly a row was copied with its id:
delete the id of the copy and run `planversion ids mint`, or let the copy relist the project.
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
      - {}
"""

EXAMPLES = (
    Example(
        "a row that was copied with its id",
        new=_FILE.format("{id: p-aaaaaaaaa5, name: 出前講座の実施, departments: [福祉課]}"),
        says="the id p-aaaaaaaaa5 stands here a second time",
    ),
    Example("the project listed once more", new=_FILE.format("{relists: p-aaaaaaaaa5}")),
)


@rule("file", "error", EXAMPLES)
def duplicate_id(written: bytes) -> Iterator[Verdict]:
    """A verdict at every id that stands a second time."""
    yield from refused(written, "duplicate-id")
