"""Lineage comes from a project or section that the edition before doesn't have.

Lineage pairs who was there with who is there now. If it comes from nobody, whoever looks up the old
project isn't told what became of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.subjects import Step

_OLD = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}
"""

EXAMPLES = (
    Example(
        "from nobody",
        old=_OLD,
        new=f"""{_OLD}
      - {{id: p-bbbbbbbbbq, name: 栄養相談の実施, departments: [福祉課]}}
lineage:
  - {{from: [p-ccccccccc6], to: [p-bbbbbbbbbq], reason: 名称を改めた。}}
""",
        says="p-ccccccccc6 is nobody in the edition before",
    ),
    Example(
        "from a project of the edition before",
        old=_OLD,
        new=f"""{_OLD}
      - {{id: p-bbbbbbbbbq, name: 栄養相談の実施, departments: [福祉課]}}
lineage:
  - {{from: [p-aaaaaaaaa5], to: [p-bbbbbbbbbq], reason: 栄養の相談を分けた。}}
""",
    ),
)


@rule("step", "error", EXAMPLES)
def lineage_not_paired(step: Step) -> Iterator[Verdict]:
    """A verdict at every id that lineage comes from and the edition before doesn't have."""
    before = step.old.edition
    known = before.outline.projects | frozenset(before.outline.places)
    for index, record in enumerate(step.new.edition.lineage):
        if record.since in (None, before.id):
            for number, identifier in enumerate(record.old):
                if identifier not in known:
                    what = say("{id} is nobody in the edition before", id=identifier)
                    mend = say("Copy the id from the file of edition {id}.", id=before.id)
                    yield Verdict(("lineage", index, "from", number), what, mend, (identifier,))
