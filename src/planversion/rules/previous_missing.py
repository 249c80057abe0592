"""An edition follows or revises one that isn't here, though others are that came before it.

Without its predecessor an edition can't be compared, and nobody sees what became of the projects of
the one before. Mostly the id is misspelt. Nothing is said of the oldest edition of a repository:
that its predecessor was never typed in is no mistake.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from planversion.messages import Message, say
from planversion.model import Edition
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.chains import KEYS, Chain, Key, may_come_before
from planversion.rules.looking.subjects import Shelved, Volume, volume

EXAMPLES = (
    Example(
        "a slip in the id",
        old="edition: {id: '2020', label: 第1期, status: adopted}",
        new="edition: {id: '2025', label: 第2期, status: adopted, previous: '2O20'}",
        says="edition 2O20 isn't in this repository",
    ),
    Example(
        "the oldest edition that was typed in",
        old="edition: {id: '5', label: 第5期, status: adopted, previous: '4'}",
        new="edition: {id: '4', label: 第4期, status: adopted, previous: '3'}",
    ),
    Example(
        "an earlier draft that nobody kept",
        old="edition: {id: '4', label: 第4期, status: adopted}",
        new="""
edition: {id: 5-draft-2, label: 第5期, status: draft, previous: '4', revises: 5-draft-1}
""",
    ),
)


@rule("repository", "error", EXAMPLES)
def previous_missing(shelved: Shelved) -> Iterator[Verdict]:
    """A verdict at the id of an edition that isn't here, where another might be meant."""
    edition = shelved.source.edition
    chain = Chain(shelved.shelf, edition.plan.id)
    for key in KEYS:
        other = getattr(edition.header, key)
        if other is not None and other not in chain.editions | {edition.id}:
            meant = [one.edition for one in _meant(edition, chain, key)]
            if meant:
                what = say("edition {id} isn't in this repository", id=other)
                yield Verdict(("edition", key), what, _mend(other, meant), (key, other))


def _meant(edition: Edition, chain: Chain, key: Key) -> Iterator[Volume]:
    """The editions that may have come before this one."""
    this, later = volume(edition, ""), chain.after(edition.id)
    for one in chain.volumes:
        # Drafts are revised, published editions followed; an old draft need not be kept.
        of_kind = (one.status == "draft") == (key == "revises")
        if one.edition not in {*later, edition.id} and of_kind and may_come_before(one, this):
            yield one


def _mend(other: str, meant: list[str]) -> Message:
    close = get_close_matches(other, meant, 1)
    if close or len(meant) == 1:
        return say("Did you mean {name}?", name=(close or meant)[0])
    return say("Add its file; the editions here are {names}.", names=", ".join(meant))
