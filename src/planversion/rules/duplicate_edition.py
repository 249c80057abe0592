"""Two files say that they are the same edition of the same plan.

Nobody can tell which of them counts: an edition is named by its id, and a comparison takes one of
them. Mostly a file was copied to begin the next edition: give the copy an id of its own, and say
whom it follows.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.subjects import Shelved

EXAMPLES = (
    Example(
        "a copy under another name",
        old="edition: {id: '2', label: 第2期, status: adopted}",
        new="edition: {id: '2', label: 第3期, status: draft}",
        says="old.yaml is edition 2 of this plan, too",
    ),
    Example(
        "the same id in another plan",
        old="""
plan: {id: other, title: 別の計画}
edition: {id: '2', label: 第2期, status: adopted}
""",
        new="edition: {id: '2', label: 第2期, status: adopted}",
    ),
)


@rule("repository", "error", EXAMPLES)
def duplicate_edition(shelved: Shelved) -> Iterator[Verdict]:
    """A verdict for every other file of the same plan and edition."""
    source, shelf = shelved
    plan, edition = source.edition.plan.id, source.edition.id
    for volume in shelf.by_name.get((plan, edition), ()):
        if volume.file != source.name:
            what = say(
                "{file} is edition {id} of this plan, too", file=volume.file, id=volume.edition
            )
            mend = say("Give one of them an id of its own, or delete it.")
            yield Verdict(("edition", "id"), what, mend, (volume.file,))
