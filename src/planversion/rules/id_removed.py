"""A project or section that was adopted, or put to consultation, is gone from its edition.

What was adopted stays on record: it ends with the next edition, which says what became of it. If it
never was in the plan and got into the file by mistake, say so under errata, with its id. What is
left out when a draft in consultation is adopted is no loss of this kind: the edition before it is
what the adopted one accounts for.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.model import Path, Project
from planversion.model.places import Outline, Place
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.errata import entry, new_errata
from planversion.rules.looking.identities import living_path
from planversion.rules.looking.subjects import Revision

_NEW = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}
"""
_OLD = f"{_NEW}      - {{id: p-bbbbbbbbbq, name: 手話講習会, departments: [福祉課]}}\n"

EXAMPLES = (
    Example(
        "taken out of an adopted edition",
        old=_OLD,
        new=_NEW,
        says="手話講習会 (p-bbbbbbbbbq) is gone from this edition",
    ),
    Example(
        "transcribed by mistake, and corrected",
        old=_OLD,
        new=f"""
edition:
  id: '2'
  label: 第2期
  status: adopted
  previous: '1'
  errata:
    - {{on: 2026-03-02, what: p-bbbbbbbbbq, why: 転記の誤りで、計画書には載っていない。}}
{_NEW.strip()}
""",
    ),
)


@rule("revision", "error", EXAMPLES, {"draft": "off"})
def id_removed(revision: Revision) -> Iterator[Verdict]:
    """A verdict for every id that is gone, where its section stands now."""
    was, now = revision.old.edition, revision.now
    if was.header.status == "consultation" and now.header.status == "adopted":
        return
    side, corrected = now.outline, new_errata(revision)
    for identifier, name, place, path in _named(was.outline):
        known = identifier in side.places or identifier in side.projects
        if not (known or corrected.cover(identifier, [place.code])):
            what = say("{name} ({id}) is gone from this edition", name=name, id=identifier)
            mend = say(
                "Put it back; if it was a mistake, write it under errata: {yaml}",
                yaml=entry(identifier),
            )
            yield Verdict(living_path(place, side), what, mend, (identifier,), path)


def _named(side: Outline) -> Iterator[tuple[str, str, Place, Path]]:
    for place in side.places.values():
        if place.section.id:
            yield place.section.id, place.section.title, place, place.path
        for row in side.listed(place):
            if isinstance(row.entry, Project) and row.entry.id:
                yield row.entry.id, row.entry.name, place, row.path
