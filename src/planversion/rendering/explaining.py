"""Why a continuing subject changed, where an edition explains it: said below its first change."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planversion.changes import (
    LineageChange,
    Moved,
    PrimaryChanged,
    Reassigned,
    Renamed,
    Revised,
    SubjectChange,
)
from planversion.comparing import Comparison
from planversion.matching.chain import tellers
from planversion.messages import Message, say
from planversion.rendering.page import Item
from planversion.rendering.speaking import Speaker


class Reasons:
    """The explanations of one comparison, each given out once."""

    def __init__(self, by_subject: dict[str, list[str]], returned: dict[str, str]) -> None:
        self._untold = by_subject
        self._returned = returned

    def below(self, item: Item, change: SubjectChange | LineageChange, speaker: Speaker) -> Item:
        """The item with the reasons below it, if it is the subject's first change in substance."""
        told = (Item(speaker.fill(sentence)) for sentence in self._of(change))
        return Item(item.line, (*item.below, *told))

    def _of(self, change: SubjectChange | LineageChange) -> Iterator[Message]:
        if isinstance(change, LineageChange):
            back = (self._returned.pop(member.id, None) for member in change.new)
            yield from (say("back again: {reason}", reason=reason) for reason in back if reason)
        elif _in_substance(change):
            reasons = self._untold.pop(change.subject, [])
            yield from (say("why: {reason}", reason=reason) for reason in reasons)


def _in_substance(change: SubjectChange) -> bool:
    if isinstance(change, Renamed):
        return change.nature == "substantive"
    return isinstance(change, Moved | PrimaryChanged | Reassigned | Revised)


def reasons(comparison: Comparison) -> Reasons:
    """The explanations that the editions give of the steps from the old one to the new."""
    told: dict[str, list[str]] = {}
    returned: dict[str, str] = {}
    for old, new in pairwise(comparison.matching.chain):
        for teller, _, _ in tellers(old, new):
            for explanation in teller.explanations:
                told.setdefault(explanation.id, []).append(explanation.reason)
            returned |= {one.id: one.reason for one in teller.returned}
    return Reasons(told, returned)
