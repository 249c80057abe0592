"""What an edition states of a project or section is about one that isn't there.

A lineage that leads to an id that nobody has tells readers that a project lives on, and nobody can
find it. The same goes for an explanation, a return, or a published note about nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.model import Edition, Path
from planversion.rules.base import Example, Verdict, rule
from planversion.yamltext import Source

EXAMPLES = (
    Example(
        "lineage that leads to nobody",
        old="""
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}
      - {id: p-bbbbbbbbbq, name: 栄養相談の実施, departments: [福祉課]}
""",
        new="""
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}
lineage:
  - {from: [p-bbbbbbbbbq], to: [p-ccccccccc6], reason: 統合した。}
""",
        says="p-ccccccccc6 is nobody in this edition",
    ),
    Example(
        "lineage that leads to a project of the edition",
        old="""
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}
      - {id: p-bbbbbbbbbq, name: 栄養相談の実施, departments: [福祉課]}
""",
        new="""
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}
lineage:
  - {from: [p-bbbbbbbbbq], to: [p-aaaaaaaaa5], reason: 統合した。}
""",
    ),
)


@rule("edition", "error", EXAMPLES, needs=["ids"])
def lineage_unknown_id(source: Source) -> Iterator[Verdict]:
    """A verdict at every id that this edition doesn't have."""
    side = source.edition.outline
    known = side.projects | frozenset(side.places)
    for path, identifier in _named(source.edition):
        if identifier not in known:
            what = say("{id} is nobody in this edition", id=identifier)
            mend = say("Name the id of a project or section that stands in this file.")
            yield Verdict(path, what, mend, (str(path[0]), identifier))


def _named(edition: Edition) -> Iterator[tuple[Path, str]]:
    for index, record in enumerate(edition.lineage):
        yield from ((("lineage", index, "to", n), one) for n, one in enumerate(record.new))
    for index, explanation in enumerate(edition.explanations):
        yield ("explanations", index, "id"), explanation.id
    for index, returned in enumerate(edition.returned):
        yield ("returned", index, "id"), returned.id
    for index, note in enumerate(edition.published_notes):
        for number, row in enumerate(note.belongs_to):
            place: Path = ("published_notes", index, "belongs_to", number)
            yield (*place, "project"), row.project
            yield (*place, "section"), row.section
    for index, total in enumerate(edition.published_totals):
        if total.section:
            yield ("published_totals", index, "section"), total.section
