"""A project of the edition before is gone, and nothing says what became of it.

Whoever looks it up asks: was it dropped, finished, or does it go on under another name? Say so
under lineage: whom it became, or why it ended. If it is there under another id, give it back its
own.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.identities import living_path, unpaired
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
_NEW = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}
"""

EXAMPLES = (
    Example(
        "gone without a word",
        old=_OLD,
        new=_NEW,
        says="手話講習会 (p-bbbbbbbbbq) is gone, and nothing says what became of it",
    ),
    Example(
        "ended with a reason",
        old=_OLD,
        new=f"{_NEW}lineage:\n  - {{from: [p-bbbbbbbbbq], to: [], reason: 県の事業に移った。}}\n",
    ),
    Example(
        "merged with another",
        old=_OLD,
        new=f"{_NEW}lineage:\n  - {{from: [p-bbbbbbbbbq], to: [p-aaaaaaaaa5]}}\n",
    ),
)


@rule("step", "error", EXAMPLES)
def project_vanished(step: Step) -> Iterator[Verdict]:
    """A verdict for every project that ended without a word, where its section stands now."""
    old, new = step.comparison.matching.old, step.comparison.matching.new
    for project in unpaired(step.comparison.matching.projects).ended:
        if project not in step.changed_ids:
            row = next(row for row in old.placements(project) if row.primary)
            name = old.record(project).name
            what = say(
                "{name} ({id}) is gone, and nothing says what became of it", name=name, id=project
            )
            told = f"- {{from: [{project}], to: [], reason: …}}"
            mend = say("Write under lineage whom it became, or why it ended: {yaml}", yaml=told)
            yield Verdict(living_path(row.place, new), what, mend, (project,), row.path)
