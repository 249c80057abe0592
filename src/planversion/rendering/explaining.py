"""Why a continuing subject changed, where the edition explains it: said below the change."""

from __future__ import annotations

from dataclasses import dataclass

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
from planversion.messages import say
from planversion.rendering.page import Item
from planversion.rendering.speaking import Speaker


@dataclass(frozen=True, slots=True)
class Reasons:
    """The explanations of both editions, by subject."""

    by_subject: dict[str, str]

    def below(self, item: Item, change: SubjectChange | LineageChange, speaker: Speaker) -> Item:
        """The item with the reason below it, where the change is one in substance."""
        reason = self._of(change)
        if reason is None:
            return item
        why = Item(speaker.fill(say("why: {reason}", reason=reason)))
        return Item(item.line, (*item.below, why))

    def _of(self, change: SubjectChange | LineageChange) -> str | None:
        if isinstance(change, Renamed) and change.nature == "editorial":
            return None
        if isinstance(change, Moved | PrimaryChanged | Reassigned | Renamed | Revised):
            return self.by_subject.get(change.subject)
        return None


def reasons(comparison: Comparison) -> Reasons:
    """The explanations that either edition gives of this step."""
    told = (*comparison.old.explanations, *comparison.new.explanations)
    return Reasons({explanation.id: explanation.reason for explanation in told})
