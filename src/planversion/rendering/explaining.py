"""Why a continuing subject changed, where an edition explains it: said below its first change."""

from __future__ import annotations

from itertools import pairwise
from typing import TypeGuard

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
from planversion.messages import say
from planversion.rendering.page import Item
from planversion.rendering.speaking import Speaker


class Reasons:
    """The explanations of one comparison, each given out once."""

    def __init__(self, by_subject: dict[str, list[str]]) -> None:
        self._untold = by_subject

    def below(self, item: Item, change: SubjectChange | LineageChange, speaker: Speaker) -> Item:
        """The item with the reasons below it, if it is the subject's first change in substance."""
        reasons = self._untold.pop(change.subject, []) if _in_substance(change) else []
        told = (Item(speaker.fill(say("why: {reason}", reason=reason))) for reason in reasons)
        return Item(item.line, (*item.below, *told))


def _in_substance(change: SubjectChange | LineageChange) -> TypeGuard[SubjectChange]:
    if isinstance(change, Renamed):
        return change.nature == "substantive"
    return isinstance(change, Moved | PrimaryChanged | Reassigned | Revised)


def reasons(comparison: Comparison) -> Reasons:
    """The explanations that the editions give of the steps from the old one to the new."""
    told: dict[str, list[str]] = {}
    for old, new in pairwise(comparison.matching.chain):
        for teller, _, _ in tellers(old, new):
            for explanation in teller.explanations:
                told.setdefault(explanation.id, []).append(explanation.reason)
    return Reasons(told)
