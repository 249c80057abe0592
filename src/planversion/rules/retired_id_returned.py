"""An id that had ended in an earlier edition is in use again, and nothing says that it came back.

An id that ended is never given to another thing. If the same project comes back, say so under
returned, with the reason; if it is a new one, it needs an id of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.model import Path
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.subjects import Step, Volume

_EARLIER = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}
"""

_OLD = """
sections:
  - {id: s-aaaaaaaaa5, number: 1, title: 支え合うまち}
"""
_NEW = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の再開, departments: [福祉課]}
"""

EXAMPLES = (
    Example(
        "in use again without a word",
        earlier=_EARLIER,
        old=_OLD,
        new=_NEW,
        says="p-aaaaaaaaa5 had ended: in edition 0 it named 健康相談の実施",
    ),
    Example(
        "the same project comes back",
        earlier=_EARLIER,
        old=_OLD,
        new=f"{_NEW}returned:\n  - {{id: p-aaaaaaaaa5, reason: 要望により再開した。}}\n",
    ),
)


@rule("step", "error", EXAMPLES)
def retired_id_returned(step: Step) -> Iterator[Verdict]:
    """A verdict at every id that an edition before the predecessor had, and the predecessor not."""
    retired = _retired(step)
    excused = {one.id for one in step.new.edition.returned}
    for identifier, path in _ids(step):
        if identifier in retired and identifier not in excused:
            volume = retired[identifier]
            what = say(
                "{id} had ended: in edition {edition} it named {name}",
                id=identifier,
                edition=volume.edition,
                name=volume.names[identifier],
            )
            told = f"returned: - {{id: {identifier}, reason: …}}"
            mend = say("Delete the id and mint a new one; if it came back: {yaml}", yaml=told)
            yield Verdict((*path, "id"), what, mend, (identifier,))


def _retired(step: Step) -> dict[str, Volume]:
    """By id, the last edition before the predecessor that had it, where the predecessor hasn't."""
    side = step.old.edition.outline
    known = side.projects | frozenset(side.places)
    found: dict[str, Volume] = {}
    for volume in step.shelf.before(step.new.edition):
        for identifier in volume.names.keys() - known:
            found.setdefault(identifier, volume)
    return found


def _ids(step: Step) -> Iterator[tuple[str, Path]]:
    side = step.new.edition.outline
    for place in side.places.values():
        yield place.id, place.path
        yield from ((row.project, row.path) for row in side.listed(place) if row.primary)
