"""What became of a project or section: the answer on top of its page."""

from __future__ import annotations

from typing import Literal, NamedTuple

from planversion.changes import LineageChange, Member
from planversion.messages import Message, say
from planversion.publishing.lives import Life
from planversion.publishing.series import Series
from planversion.rendering.vocabulary import KINDS

State = Literal["lasting", "ending", "coming", "dropped", "ended"]
_STATES: dict[State, Message] = {
    "lasting": say("goes on"),
    "ending": say("not in the draft"),
    "coming": say("new in the draft"),
    "dropped": say("in an earlier draft only"),
    "ended": say("no longer in the plan"),
}


class Fate(NamedTuple):
    """How things stand with a subject, and what decided it."""

    state: State
    ending: str | None
    """The edition that tells of its end, by id."""
    change: LineageChange | None
    """The change that ended it."""

    def heirs(self, subject: str) -> tuple[Member, ...]:
        """In whom it goes on: those declared to come from it, else the family's others."""
        if self.change is None:
            return ()
        told = (one.new for one in self.change.declarations if subject in one.old)
        declared = {heir for names in told for heir in names}
        found = tuple(one for one in self.change.new if one.id in declared)
        return found or self.change.new

    @property
    def word(self) -> Message:
        """How things stand, in a word or two."""
        if self.change is None:
            return _STATES[self.state]
        happened = KINDS[self.change.kind]
        return say("{kind} in the draft", kind=happened) if self.state == "ending" else happened


def fate(life: Life, of: Series) -> Fate:
    """How things stand with a subject."""
    state = _state(life, of)
    if state in ("lasting", "coming"):
        return Fate(state, None, None)
    for chapter in reversed(life.chapters):
        for change in chapter.changes:
            if isinstance(change, LineageChange) and _ends(life.subject, change):
                return Fate(state, chapter.edition.id, change)
    return Fate(state, None, None)


def _ends(subject: str, change: LineageChange) -> bool:
    return any(member.id == subject and not member.lives for member in change.old)


def _state(life: Life, of: Series) -> State:
    now = of.adopted is not None and life.chapter(of.adopted).present
    ahead = of.ahead is not None and life.chapter(of.ahead).present
    if now:
        return "lasting" if ahead or of.ahead is None else "ending"
    if ahead:
        return "coming" if not _was_adopted(life) else "lasting"
    return "ended" if _was_adopted(life) else "dropped"


def _was_adopted(life: Life) -> bool:
    return any(one.edition.header.status == "adopted" for one in life.present)
