"""A project or section has another id than before this change, or has lost it.

The id is what earlier and later editions, links and evaluations know it by. It is written down once
and never again: minting anew, pasting ids beside rows in another order, or typing over one breaks
the thread for all of them. Write the old one back. In a draft, an id may give way to that of an
edition before: then it is tied to its own past.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.subjects import Revision
from planversion.rules.looking.substitutions import Substitution

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
        "another id at the same place, under the same name",
        old=_OLD,
        new=_OLD.replace("p-bbbbbbbbbq", "p-ccccccccc6"),
        says="手話講習会 had the id p-bbbbbbbbbq before this change, and has p-ccccccccc6 now",
    ),
    Example(
        "the line with the id deleted",
        old=_OLD,
        new=_OLD.replace("id: p-bbbbbbbbbq, ", ""),
        says="手話講習会 had the id p-bbbbbbbbbq before this change, and has none now",
    ),
    Example(
        "an id where there was none",
        old=_OLD.replace("id: p-bbbbbbbbbq, ", ""),
        new=_OLD,
    ),
)


@rule("revision", "error", EXAMPLES)
def id_altered(revision: Revision) -> Iterator[Verdict]:
    """A verdict at everything that has another id than before."""
    linked = _known_before(revision)
    for one in revision.substitutions:
        if one.now in linked and one.was not in linked:
            continue
        what = say("{name} had the id {was} before this change, and has none now", **_said(one))
        if one.now:
            what = say(
                "{name} had the id {was} before this change, and has {now} now",
                **_said(one),
                now=one.now,
            )
        mend = say("Write its own id again: {yaml}", yaml=f"id: {one.was}")
        yield Verdict((*one.path, "id"), what, mend, (one.was,), (*one.before, "id"))


def _said(one: Substitution) -> dict[str, str]:
    return {"name": one.name, "was": one.was}


def _known_before(revision: Revision) -> frozenset[str]:
    """The ids that a draft may take over: those of the editions it follows or revises."""
    edition, shelf = revision.new.edition, revision.shelf
    if revision.old.edition.header.status != "draft":
        return frozenset()
    drafts = shelf.by_name.get((edition.plan.id, edition.header.revises or ""), ())
    return frozenset(one for volume in (*shelf.before(edition), *drafts) for one in volume.names)
