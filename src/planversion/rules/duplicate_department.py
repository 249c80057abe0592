"""A department is declared twice.

A department is known by its name. If it is declared twice, nobody can say which of the two
declarations of its predecessors counts, so the file is no edition until it is mended. Make one of
the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.refusals import refused

EXAMPLES = (
    Example(
        "a name that stands twice",
        new="""
departments: [{name: 福祉課}, {name: 福祉課, succeeds: [生活福祉課]}]
""",
        says="福祉課 is declared a second time",
    ),
    Example(
        "two names",
        new="""
departments: [{name: 福祉課}, {name: 地域福祉課, succeeds: [生活福祉課]}]
""",
    ),
)


@rule("file", "error", EXAMPLES)
def duplicate_department(written: bytes) -> Iterator[Verdict]:
    """A verdict at every name that is declared a second time."""
    yield from refused(written, "duplicate-department")
