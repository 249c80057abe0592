"""A project has no department, though others of the edition have theirs.

A citizen who asks about the project doesn't know where to ask, and a reorganisation leaves it
behind. Mostly the cell was lost when the table was copied, or it is printed once for several rows.
Where the department isn't printed and is known all the same, write it and list departments under
inferred.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.model import Project
from planversion.model.places import key
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.outlines import rows
from planversion.yamltext import Source

_FILE = """
departments: [{{name: 福祉課}}, {{name: 関係各課, collective: true}}]
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {{id: p-aaaaaaaaa5, name: 健康相談の実施{}}}
      - {{id: p-bbbbbbbbbq, name: 出前講座の実施{}}}
"""

EXAMPLES = (
    Example(
        "a cell that was lost",
        new=_FILE.format("", ", departments: [関係各課]"),
        says="the department is missing",
    ),
    Example(
        "not printed, and inferred",
        new=_FILE.format(
            ", departments: [福祉課], inferred: [departments]", ", departments: [関係各課]"
        ),
    ),
    Example("a plan that prints no departments", new=_FILE.format("", "")),
)


@rule("edition", "warning", EXAMPLES)
def missing_department(source: Source) -> Iterator[Verdict]:
    """A verdict at every project without a department, where another project has one."""
    every = [*rows(source.edition)]
    if any(entry.departments for entry, _, _ in every):
        for entry, path, _ in every:
            # A department said to be inferred and not there is told by another rule.
            lost = isinstance(entry, Project) and "departments" not in entry.inferred
            if lost and not entry.departments:
                mend = say("Write departments: with those that the document has for it.")
                place = (*path, "departments")
                yield Verdict(place, say("the department is missing"), mend, (_whose(entry),))


def _whose(entry: object) -> str:
    assert isinstance(entry, Project)
    return key(entry) or entry.name
