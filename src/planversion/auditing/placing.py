"""Whether something stood or stands where a statement says, and what is said where it doesn't."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from planversion.auditing.outcomes import Objection
from planversion.auditing.scene import Happening, Scene
from planversion.auditing.statements import Statement
from planversion.messages import Message, say
from planversion.model.places import Outline


class Held(NamedTuple):
    """What confirms a statement at a row, or what speaks against it; never both."""

    changes: tuple[Happening, ...] = ()
    objection: Objection | None = None


def against(reason: str, what: Message) -> Held:
    """An objection."""
    return Held((), Objection(reason, what))


def absent_place(statement: Statement, near: str, scene: Scene) -> Objection | None:
    """The objection that a place isn't there, in the edition that it is a place of."""
    for place in statement.old:
        if not scene.old_codes.sections(place, near):
            return Objection("no-such-place", say("the old edition has no {place}", place=place))
    for place in statement.new:
        if not scene.new_codes.sections(place, near):
            return Objection("no-such-place", say("the new edition has no {place}", place=place))
    return None


def stood_there(statement: Statement, sections: Iterable[str], near: str, scene: Scene) -> bool:
    """Whether in every old place that the statement names stood one of the sections."""
    named = [scene.old_codes.sections(place, near) for place in statement.old]
    return all(any(scene.old_codes.within(one, known) for one in sections) for known in named)


def stands_there(statement: Statement, sections: Iterable[str], near: str, scene: Scene) -> bool:
    """Whether in every new place that the statement names stands one of the sections."""
    named = [scene.new_codes.sections(place, near) for place in statement.new]
    return all(any(scene.new_codes.within(one, known) for one in sections) for known in named)


def codes_of(side: Outline, sections: Iterable[str]) -> str:
    """The sections by their codes, by their titles where none is printed."""
    places = [side.places[one] for one in dict.fromkeys(sections) if one in side.places]
    return ", ".join(place.code or place.section.title for place in places)
