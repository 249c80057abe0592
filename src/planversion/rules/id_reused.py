"""An id that named one project in the edition before names another one now.

Everybody who follows the id is led to the wrong project: links, evaluations, the next comparison.
An id is never given to another thing. It is told where the name is that of another project of the
edition before, or where name and place have nothing in common with what they were. If it is the
same project all the same, say why under explanations.
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
      - {id: p-bbbbbbbbbq, name: 手話講習会, departments: [福祉課]}
"""

EXAMPLES = (
    Example(
        "the id of one project on another",
        old=_OLD,
        new="""
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-bbbbbbbbbq, name: 健康相談の実施, departments: [福祉課]}
lineage:
  - {from: [p-aaaaaaaaa5], to: [], reason: 手話の講習を終えた。}
""",
        says="p-bbbbbbbbbq named 手話講習会 in the edition before, and names 健康相談の実施 now",
    ),
    Example(
        "renamed at its place",
        old=_OLD,
        new="""
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}
      - {id: p-bbbbbbbbbq, name: 意思疎通を支える人の育成, departments: [福祉課]}
explanations:
  - {id: p-bbbbbbbbbq, reason: 手話のほか要約筆記も対象とした。}
""",
    ),
)


@rule("step", "error", EXAMPLES)
def id_reused(step: Step) -> Iterator[Verdict]:
    """A verdict at every id that names another project than before."""
    old, new = step.comparison.matching.old, step.comparison.matching.new
    for change in step.reused_ids:
        row = next(row for row in new.placements(change.subject) if row.primary)
        what = say(
            "{id} named {was} in the edition before, and names {now} now",
            id=change.subject,
            was=change.was,
            now=change.now,
        )
        told = f"- {{id: {change.subject}, reason: …}}"
        mend = say(
            "Give each its own id; if it is the same, write why under explanations: {yaml}",
            yaml=told,
        )
        before = next(row for row in old.placements(change.subject) if row.primary)
        about = (change.subject, change.was)
        yield Verdict((*row.path, "id"), what, mend, about, (*before.path, "id"))
