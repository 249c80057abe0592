"""A section has no projects and no sections.

In a plan that lists projects, readers take such a section for one where nothing is done. Mostly its
projects were lost when the document was typed, or stand under the section before it. If the
document has none there, leave it as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.model import walk_sections
from planversion.rules.base import Example, Verdict, rule
from planversion.yamltext import Source

EXAMPLES = (
    Example(
        "a section whose projects were lost",
        new="""
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}
  - {id: s-bbbbbbbbbq, number: 2, title: 学び合うまち}
""",
        says="nothing is listed here",
    ),
    Example(
        "an outline without any projects",
        new="""
sections:
  - {id: s-aaaaaaaaa5, number: 1, title: 支え合うまち}
  - {id: s-bbbbbbbbbq, number: 2, title: 学び合うまち}
""",
    ),
)


@rule("edition", "info", EXAMPLES)
def empty_section(source: Source) -> Iterator[Verdict]:
    """A verdict at every section with nothing in it, in an edition that lists projects."""
    every = [*walk_sections(source.edition.sections)]
    if any(section.projects for section, _ in every):
        for section, path in every:
            if not (section.projects or section.sections):
                mend = say("Look whether its projects are missing, or stand in another section.")
                about = (section.id or section.title,)
                yield Verdict(path, say("nothing is listed here"), mend, about)
