"""What is decided of the suggestions, and what is still to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from planversion.messages import say
from planversion.suggesting.suggestions import (
    Grade,
    Stage,
    Subject,
    Succession,
    Suggestion,
    Suggestions,
)

Answer = tuple[str, ...]
"""The old ids that a new project is, or came from; nothing for what was nothing before."""
Accepting = Literal["certain", "likely"]
_ASKED: Stage = "wording"


@dataclass(frozen=True)
class Decisions:
    """What is to be written."""

    accepted: tuple[Suggestion, ...] = ()
    """Who is who, or came from whom."""
    fresh: tuple[Subject, ...] = ()
    """Projects of which it was said that they were nothing before."""
    sections: tuple[Suggestion, ...] = ()
    successions: tuple[Succession, ...] = ()
    returned: tuple[Suggestion, ...] = ()
    """Who had ended in an earlier edition and is back."""

    def together(self, more: Decisions) -> Decisions:
        """These, and what was decided after them."""
        return Decisions(
            (*self.accepted, *more.accepted),
            (*self.fresh, *more.fresh),
            (*self.sections, *more.sections),
            (*self.successions, *more.successions),
            (*self.returned, *more.returned),
        )


def decided(
    found: Suggestions,
    accepting: Accepting = "certain",
    answers: Mapping[str, Answer] | None = None,
) -> Decisions:
    """What is accepted without asking, and what was answered.

    `answers` are by the id that the new project has in the suggestions; an answer goes before
    what is suggested of any of its projects.
    """
    given = answers or {}
    grades: tuple[Grade, ...] = ("certain",) if accepting == "certain" else ("certain", "likely")
    kept = tuple(one for one in found.projects if one.grade in grades and not _touched(one, given))
    answered = tuple(_answered(found, given))
    return Decisions(
        (*kept, *answered),
        tuple(one for one in _subjects(found) if given.get(one.id) == ()),
        tuple(one for one in found.sections if one.grade in grades),
        found.successions,
    )


def unanswered(
    found: Iterable[Suggestion], answers: Mapping[str, Answer]
) -> tuple[Suggestion, ...]:
    """The suggestions that a person has to look at, in their order."""
    return tuple(one for one in found if one.grade != "certain" and not _touched(one, answers))


def _touched(one: Suggestion, answers: Mapping[str, Answer]) -> bool:
    taken = {old for answer in answers.values() for old in answer}
    return any(subject.id in answers for subject in one.new) or any(
        subject.id in taken for subject in one.old
    )


def _subjects(found: Suggestions) -> Iterator[Subject]:
    """Every project of the new edition that is asked about."""
    for one in found.projects:
        yield from one.new
    yield from found.left_new


def _answered(found: Suggestions, answers: Mapping[str, Answer]) -> Iterator[Suggestion]:
    """The answers as suggestions: whoever shares an old one came from it together."""
    new = {one.id: one for one in _subjects(found)}
    old = {one.id: one for said in found.projects for one in said.old}
    old |= {one.id: one for one in found.left_old}
    heirs: dict[Answer, list[str]] = {}
    for identifier, answer in answers.items():
        # Whoever had ended before the old edition is no subject of this step.
        if answer and identifier in new and old.keys() >= set(answer):
            heirs.setdefault(answer, []).append(identifier)
    for answer, ids in heirs.items():
        yield _said(found, tuple(old[one] for one in answer), tuple(new[one] for one in ids))


def _said(found: Suggestions, old: tuple[Subject, ...], new: tuple[Subject, ...]) -> Suggestion:
    """An answer; it keeps the reasons where it is what was suggested."""
    for one in found.projects:
        if set(one.old) == set(old) and set(one.new) == set(new):
            return one
    kind: Literal["continued", "split", "merged"] = "continued"
    if len(new) > 1:
        kind = "split"
    elif len(old) > 1:
        kind = "merged"
    return Suggestion(kind, old, new, 1.0, "certain", _ASKED, (say("as answered"),))
