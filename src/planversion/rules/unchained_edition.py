"""An edition neither follows another one of its plan, nor does another follow it.

The editions of a plan are read as a chain: which came first, what became of a project over the
years. An edition outside the chain is never compared with any. Say under previous which one it
follows.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import Message, say
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.chains import Chain, first_of, may_come_before, named
from planversion.rules.looking.subjects import Shelved, Volume, volume

EXAMPLES = (
    Example(
        "the next edition, and nothing says whom it follows",
        new="edition: {id: '2', label: 第2期, status: adopted}",
        says="this edition stands outside the chain of its plan",
    ),
    Example(
        "the first edition of all",
        old="edition: {id: '2', label: 第2期, status: adopted, previous: '1'}",
        new="edition: {id: '1', label: 第1期, status: adopted}",
    ),
    Example(
        "the only edition of its plan",
        old="plan: {id: other, title: 別の計画}",
        new="edition: {id: '2', label: 第2期, status: adopted}",
    ),
)


@rule("repository", "warning", EXAMPLES)
def unchained_edition(shelved: Shelved) -> Iterator[Verdict]:
    """A verdict for an edition that nothing ties to the others."""
    edition = shelved.source.edition
    chain, this = Chain(shelved.shelf, edition.plan.id), volume(edition, shelved.source.name)
    others = [one for one in chain.volumes if one.edition != edition.id]
    if not others or not _alone(this, chain):
        return
    if any(_may_mean(one, this, chain) for one in others):
        return
    # Where nothing is chained, the first of all has nobody to follow.
    if all(_alone(one, chain) for one in others) and first_of([this, *others]) is this:
        return
    what = say("this edition stands outside the chain of its plan")
    yield Verdict(("edition",), what, _mend(this, others), (edition.id,))


def _alone(one: Volume, chain: Chain) -> bool:
    return not any(named(one)) and not chain.is_named(one.edition)


def _may_mean(other: Volume, this: Volume, chain: Chain) -> bool:
    """Whether the other names an edition that isn't here: this one may be meant, and it is told."""
    lost = any(edition not in chain.editions for _, edition in named(other))
    return lost and may_come_before(this, other)


def _mend(this: Volume, others: list[Volume]) -> Message:
    earlier = [one for one in others if may_come_before(one, this)]
    if not earlier:
        return say("Say in the edition after it: {yaml}", yaml=f'previous: "{this.edition}"')
    nearest = max(earlier, key=lambda one: one.date or "")
    return say("Say which one it follows: {yaml}", yaml=f'previous: "{nearest.edition}"')
