"""Two sections under one heading have the same number.

A place code names a place only if no other place has it. Give the second a number of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.outlines import families
from planversion.yamltext import Source

EXAMPLES = (
    Example(
        "the number of the section before it",
        new="""
sections:
  - {id: s-aaaaaaaaa5, number: 1, title: 支え合うまち}
  - {id: s-bbbbbbbbbq, number: 1, title: 学び合うまち}
""",
        says="a section before it has the number 1 already",
    ),
    Example(
        "a number in words of its own",
        new="""
sections:
  - {id: s-aaaaaaaaa5, number: 1, title: 支え合うまち}
  - {id: s-bbbbbbbbbq, number: 1の2, title: 学び合うまち}
""",
    ),
)


@rule("edition", "error", EXAMPLES)
def duplicate_number(source: Source) -> Iterator[Verdict]:
    """A verdict at every number that a sibling has already."""
    for siblings, path in families(source.edition):
        seen: set[str] = set()
        for index, section in enumerate(siblings):
            # 1 and '1' print alike.
            printed = str(section.number)
            if section.number is not None and printed in seen:
                what = say("a section before it has the number {n} already", n=printed)
                mend = say("Give it a number of its own.")
                place = (*path, "sections", index, "number")
                yield Verdict(place, what, mend, (section.id or section.title, printed))
            seen.add(printed)
