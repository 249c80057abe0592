"""An edition comes before itself: whoever goes back from edition to edition never arrives.

Which edition came first can't be told, and no lineage can be followed. One of the editions names
the wrong one as the edition that it follows or revises.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.chains import KEYS, Chain
from planversion.rules.looking.subjects import Shelved

EXAMPLES = (
    Example(
        "each follows the other",
        old="edition: {id: '1', label: 第1期, status: adopted, previous: '2'}",
        new="edition: {id: '2', label: 第2期, status: adopted, previous: '1'}",
        says="edition 1 comes after edition 2 itself",
    ),
    Example(
        "its own predecessor",
        new="edition: {id: '2', label: 第2期, status: adopted, previous: '2'}",
        says="edition 2 can't come before itself",
    ),
    Example(
        "a draft that revises a draft",
        old="edition: {id: 2-draft-1, label: 第2期, status: draft}",
        new="edition: {id: 2-draft-2, label: 第2期, status: draft, revises: 2-draft-1}",
    ),
)


@rule("repository", "error", EXAMPLES)
def previous_circular(shelved: Shelved) -> Iterator[Verdict]:
    """A verdict where an edition names one that comes after it."""
    edition = shelved.source.edition
    after = Chain(shelved.shelf, edition.plan.id).after(edition.id)
    for key in KEYS:
        other = getattr(edition.header, key)
        if other is not None and (other == edition.id or other in after):
            what = say("edition {id} can't come before itself", id=other)
            if other != edition.id:
                what = say(
                    "edition {other} comes after edition {id} itself", other=other, id=edition.id
                )
            mend = say("Name the edition that came before, or take the line out.")
            yield Verdict(("edition", key), what, mend, (key, other))
