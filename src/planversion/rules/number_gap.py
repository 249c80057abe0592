"""The numbers of sections don't follow one another.

A gap is mostly a section that was lost while the edition was typed; numbers that go back, sections
in the wrong order.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planversion.messages import Message, say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.outlines import families
from planversion.yamltext import Source

EXAMPLES = (
    Example(
        "a number left out",
        new="""
sections:
  - {id: s-aaaaaaaaa5, number: 1, title: 支え合うまち}
  - {id: s-bbbbbbbbbq, number: 3, title: 学び合うまち}
""",
        says="1 is followed by 3",
    ),
    Example(
        "a number in words between them",
        new="""
sections:
  - {id: s-aaaaaaaaa5, number: 1, title: 支え合うまち}
  - {id: s-bbbbbbbbbq, number: 1の2, title: 学び合うまち}
  - {id: s-ccccccccc6, number: 2, title: 住み続けるまち}
""",
    ),
)


@rule("edition", "warning", EXAMPLES, needs=["sections"])
def number_gap(source: Source) -> Iterator[Verdict]:
    """A verdict where the numbers don't follow one another."""
    for siblings, path in families(source.edition):
        numbered = [(i, s) for i, s in enumerate(siblings) if isinstance(s.number, int)]
        for (_, one), (index, section) in pairwise(numbered):
            was, now = one.number, section.number
            assert isinstance(was, int)
            assert isinstance(now, int)
            if now not in (was, was + 1):
                what = say("{was} is followed by {now}", was=was, now=now)
                about = (section.id or section.title, str(was), str(now))
                yield Verdict((*path, "sections", index, "number"), what, _mend(was, now), about)


def _mend(was: int, now: int) -> Message:
    if now < was:
        return say("Look whether the sections stand in their order.")
    return say("Look whether a section is missing.")
