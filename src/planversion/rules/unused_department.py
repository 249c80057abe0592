"""A department is declared and carries no project.

Mostly it is left over from the edition before, or its name is misspelt where it is used.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.outlines import rows
from planversion.yamltext import Source

EXAMPLES = (
    Example(
        "left over",
        new="""
departments: [{name: 福祉課}, {name: 住宅課}]
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}
""",
        says="住宅課 carries no project",
    ),
    Example(
        "used by a relisting only",
        new="""
departments: [{name: 福祉課}, {name: 住宅課}]
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}
  - id: s-bbbbbbbbbq
    number: 2
    title: 学び合うまち
    projects:
      - {relists: p-aaaaaaaaa5, departments: [住宅課], marked: true}
""",
    ),
)


@rule("edition", "info", EXAMPLES, needs=["sections"])
def unused_department(source: Source) -> Iterator[Verdict]:
    """A verdict at every declared department that carries nothing."""
    used = {name for row in rows(source.edition) for name in row.entry.departments or ()}
    for index, department in enumerate(source.edition.departments):
        if department.name not in used:
            what = say("{name} carries no project", name=department.name)
            mend = say("Delete it, if it has ended.")
            yield Verdict(("departments", index), what, mend, (department.name,))
