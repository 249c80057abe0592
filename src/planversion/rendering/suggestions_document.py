"""Suggestions for machines: what each part of the JSON document holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from planversion.linking import Step
from planversion.messages import LANGUAGES
from planversion.model.base import Many, Record
from planversion.rendering.safety import json_text
from planversion.suggesting import Subject, Succession, Suggestion
from planversion.suggesting.suggestions import Grade, Kind, Stage


class SuggestedSubject(Record):
    """A project or section of one of the two editions."""

    id: str
    """Its id; a minted one where the file has none yet."""
    name: str
    """Its name or title."""
    code: str
    """The place code as printed."""
    departments: Many[str]
    """Who carries it."""
    path: Many[str | int]
    """Where it stands in the file."""


class Reasons(Record):
    """Why, in words."""

    ja: Many[str]
    """In Japanese."""
    en: Many[str]
    """In English."""


class Suggested(Record):
    """That these of the old edition are those of the new one."""

    kind: Kind
    """What became of them."""
    old: Many[SuggestedSubject]
    """Who they were."""
    new: Many[SuggestedSubject]
    """Who they are."""
    confidence: Annotated[float, Field(ge=0, le=1)]
    """How likely it is right: of those said to be 0.9 sure, nine of ten are right."""
    grade: Grade
    """certain is written without asking, likely asks, possible is shown only."""
    stage: Stage
    """What found it."""
    reasons: Reasons
    """Why."""


class SuggestedSuccession(Record):
    """A department that carries now what another carried."""

    old: str
    """The one before."""
    new: str
    """The one now."""
    rows: Annotated[int, Field(ge=1)]
    """How many projects tell so."""
    succeeds: bool
    """Whether the old one is named nowhere any more: then it is succeeded, else it only gave."""


class SuggestedStep(Record):
    """What is suggested from one edition to the next."""

    old: str
    """The old edition's id."""
    new: str
    """The new edition's id."""
    projects: Many[Suggested]
    """The certain and the likely, in the order of the new edition."""
    sections: Many[Suggested]
    """The same of sections."""
    successions: Many[SuggestedSuccession]
    """Departments that were reorganised."""
    returned: Many[Suggested]
    """Projects that had ended before and are back."""
    possible: Many[Suggested]
    """Who else it could be, the likeliest first."""
    left_old: Many[SuggestedSubject]
    """Projects that nothing seems to have become of."""
    left_new: Many[SuggestedSubject]
    """Projects that seem to have been nothing before."""


class SuggestionsDocument(Record):
    """Who is who, from each edition to the next."""

    model_config = ConfigDict(title="planversion suggestions")

    version: Literal[1] = 1
    """The version of this format."""
    steps: Many[SuggestedStep]
    """A step for each pair of neighbours."""


def document(steps: Iterable[Step]) -> str:
    """All suggestions as a JSON document."""
    found = SuggestionsDocument(steps=tuple(map(_step, steps)))
    return json_text(found.model_dump(mode="json", by_alias=True))


def _step(step: Step) -> SuggestedStep:
    found = step.found
    return SuggestedStep(
        old=step.old.id,
        new=step.new.id,
        projects=_all(found.projects),
        sections=_all(found.sections),
        successions=tuple(map(_succession, found.successions)),
        returned=_all(step.returned),
        possible=_all(found.possible),
        left_old=tuple(map(_subject, found.left_old)),
        left_new=tuple(map(_subject, found.left_new)),
    )


def _all(some: Iterable[Suggestion]) -> tuple[Suggested, ...]:
    return tuple(map(_suggested, some))


def _suggested(one: Suggestion) -> Suggested:
    said = {language: tuple(why.to(language) for why in one.reasons) for language in LANGUAGES}
    return Suggested(
        kind=one.kind,
        old=tuple(map(_subject, one.old)),
        new=tuple(map(_subject, one.new)),
        confidence=one.confidence,
        grade=one.grade,
        stage=one.stage,
        reasons=Reasons(**said),
    )


def _subject(one: Subject) -> SuggestedSubject:
    return SuggestedSubject(**one._asdict())


def _succession(one: Succession) -> SuggestedSuccession:
    return SuggestedSuccession(**one._asdict())
