"""A project or section has an id that another plan has given away, too.

An id is meant to be the only one of its kind, in all plans: whoever follows it must not arrive at
two different things. Mostly the file of one plan was copied to begin another. In the plan that is
not the older one, delete the ids and mint new ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.model import Path, Project
from planversion.model.places import Outline
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.subjects import Shelved

_OUTLINE = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}
"""

_SECTION = "s-bbbbbbbbbq"

EXAMPLES = (
    Example(
        "a project copied from another plan",
        old=f"plan: {{id: other, title: 別の計画}}\n{_OUTLINE.replace('s-aaaaaaaaa5', _SECTION)}",
        new=f"edition: {{id: '1', label: 第1期, status: adopted}}\n{_OUTLINE}",
        says="the plan other has the id p-aaaaaaaaa5, too",
    ),
    Example("the same project in the edition before", old=_OUTLINE, new=_OUTLINE),
)


@rule("repository", "error", EXAMPLES)
def shared_id(shelved: Shelved) -> Iterator[Verdict]:
    """A verdict for every id that another plan has, too."""
    source, shelf = shelved
    for identifier, path in _ids(source.edition.outline):
        others = [one for one in shelf.owners.get(identifier, ()) if one != source.edition.plan.id]
        if others:
            what = say("the plan {plan} has the id {id}, too", plan=others[0], id=identifier)
            mend = say("In the newer plan, delete the id and run planversion ids mint on the file.")
            yield Verdict((*path, "id"), what, mend, (identifier,))


def _ids(side: Outline) -> Iterator[tuple[str, Path]]:
    for place in side.places.values():
        if place.section.id:
            yield place.section.id, place.path
        for row in side.listed(place):
            if isinstance(row.entry, Project) and row.entry.id:
                yield row.entry.id, row.path
