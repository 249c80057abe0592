"""A lineage is of nobody.

Lineage says who became whom. With nobody under from and nobody under to it says nothing, and
whoever it was meant for goes unexplained; so the file is no edition until it is mended. Who ended
stands under from, with nobody under to; who is new, under to.
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
  - {{from: [{}], to: [], reason: 利用者が減った。}}
"""

EXAMPLES = (
    Example(
        "a reason, and nobody whom it is of",
        new=_FILE.format(""),
        says="this lineage is of nobody",
    ),
    Example("a project that ended", new=_FILE.format("p-bbbbbbbbbq")),
)


@rule("file", "error", EXAMPLES)
def empty_lineage(written: bytes) -> Iterator[Verdict]:
    """A verdict at every lineage without anybody."""
    yield from refused(written, "empty-lineage")
