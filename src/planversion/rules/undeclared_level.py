"""A section stands deeper than the levels that the edition declares.

A section below the declared levels prints a place code that no reader knows from the document.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.model import walk_sections
from planversion.rules.base import Example, Verdict, rule
from planversion.yamltext import Source

EXAMPLES = (
    Example(
        "one level too deep",
        new="""
levels: [{name: 基本目標}]
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    sections:
      - {id: s-bbbbbbbbbq, number: 1, title: 相談の充実}
""",
        says="the outline is 2 deep here",
    ),
    Example(
        "as deep as declared",
        new="""
levels: [{name: 基本目標}, {name: 施策, code: "({n})"}]
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    sections:
      - {id: s-bbbbbbbbbq, number: 1, title: 相談の充実}
""",
    ),
)


@rule("edition", "warning", EXAMPLES, needs=["levels"])
def undeclared_level(source: Source) -> Iterator[Verdict]:
    """A verdict at every section that stands deeper than the levels go."""
    declared = len(source.edition.levels)
    for section, path in walk_sections(source.edition.sections):
        if len(path) // 2 > declared:
            what = say("the outline is {n} deep here", n=len(path) // 2)
            mend = say("Declare this level under levels:")
            yield Verdict(path, what, mend, (section.id or section.title,))
