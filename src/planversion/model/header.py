"""What an edition says of itself: its plan, its own dates and status, its levels and sources."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from planversion import numbering
from planversion.model.base import Date, Many, Name, Record, Text

Status = Literal["draft", "consultation", "adopted"]


class Plan(Record):
    """The work that has editions (計画)."""

    id: Annotated[Text, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    """A name for files and commands: lower-case letters, digits, hyphens."""
    title: Name
    """The plan's title as printed."""
    jurisdiction: Text | None = None
    """Whose plan it is; in Japan the six digits of 全国地方公共団体コード, in quotes."""
    language: Literal["ja", "en"] = "ja"
    """The language of the plan, and of what we print about it."""
    spellings: Many[Many[Text]] = ()
    """Wordings this plan treats as the same, beside the general table, each a list of variants."""


class Erratum(Record):
    """A correction of an adopted edition (正誤)."""

    on: Date
    """The day of the correction."""
    what: Text
    """What was corrected: an id or a place."""
    why: Text
    """Why it was wrong."""


class Header(Record):
    """One complete state of the plan (期・版)."""

    id: Annotated[Text, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    """The edition's name for files and commands; in quotes where it is a number."""
    label: Name
    """The edition as people call it: 第5期."""
    status: Status
    """How far it has come: a draft (素案), in consultation (案), or adopted (策定)."""
    stage: Text | None = None
    """The stage as printed: 素案(たたき台)(2)."""
    previous: Text | None = None
    """The published edition that this one follows, by id."""
    revises: Text | None = None
    """The earlier draft of the same edition, by id."""
    adopted_on: Date | None = None
    """The day it was adopted."""
    in_force_from: Date | None = None
    """The first day it is in force."""
    in_force_to: Date | None = None
    """The last day it is in force."""
    errata: Many[Erratum] = ()
    """Corrections made since it was adopted."""
    note: Text | None = None
    """A remark for whoever reads the file."""


def _printable(code: str) -> str:
    wrong = numbering.unknown_style(code)
    if wrong is not None:
        raise PydanticCustomError("numbering", "unknown style", {"wrong": wrong})
    return code


Code = Annotated[Text, AfterValidator(_printable)]
"""How the numbers of a level are printed."""


class Level(Record):
    """A level of the outline: goal, direction, measure."""

    name: Name
    """What sections of this level are called: 基本目標."""
    code: Code = "{n}"
    """How their numbers are printed: `{n}`, `({n})`, `{n:circled}`, `第{n:kanji}章` …"""


class SourceDocument(Record):
    """A document this edition was transcribed from."""

    id: Text
    """A short name for it."""
    title: Name
    """Its title as printed."""
    url: Text | None = None
    """Where it is published."""
    archived: Text | None = None
    """Where an archive keeps it."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    """The hash of the file that was read."""
    retrieved_on: Date | None = None
    """The day it was fetched."""
    note: Text | None = None
    """A remark for whoever reads the file."""


class Department(Record):
    """A department that carries projects (所管課); its name is its key inside the edition."""

    name: Name
    """The name as printed."""
    succeeds: Many[Text] = ()
    """Departments of the previous edition that ended and whose heir this one is."""
    takes_from: Many[Text] = ()
    """Departments that live on and gave single projects to this one."""
    collective: bool = False
    """True for 関係各課 and the like: no department of its own."""
    note: Text | None = None
    """A remark for whoever reads the file."""
