"""A project or section has the place and name it had, and another id than in the edition before.

An id is what readers, links and later editions find it by; with a new one its history breaks off.
Give it back the id it had. If it truly is another thing, say under lineage what became of the old
one.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.model import Path
from planversion.model.places import Outline
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.subjects import Step

_OLD = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: ボランティアに係る研修の開催, departments: [福祉課]}
"""
_NEW = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-bbbbbbbbbq, name: ボランティアに関する研修の実施, departments: [福祉課]}
"""

EXAMPLES = (
    Example(
        "minted anew for the next edition",
        old=_OLD,
        new=_NEW,
        says="ボランティアに関する研修の実施 had the id p-aaaaaaaaa5 in the edition before",
    ),
    Example(
        "another thing by the same name, and lineage says so",
        old=_OLD,
        new=f"{_NEW}lineage:\n  - {{from: [p-aaaaaaaaa5], to: [], reason: 研修を終えた。}}\n",
    ),
)


@rule("step", "error", EXAMPLES)
def id_changed(step: Step) -> Iterator[Verdict]:
    """A verdict at every id of what had another one before."""
    matching = step.comparison.matching
    for was, now in step.changed_ids.items():
        name, path = _standing(matching.new, now)
        what = say("{name} had the id {id} in the edition before", name=name, id=was)
        mend = say("Write its own id again: {yaml}", yaml=f"id: {was}")
        before = _standing(matching.old, was)[1]
        yield Verdict((*path, "id"), what, mend, (was, now), (*before, "id"))


def _standing(side: Outline, identifier: str) -> tuple[str, Path]:
    if identifier in side.places:
        place = side.places[identifier]
        return place.section.title, place.path
    row = next(row for row in side.placements(identifier) if row.primary)
    return side.record(identifier).name, row.path
