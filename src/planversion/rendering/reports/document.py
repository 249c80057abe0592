"""The report as a JSON document: what each of its parts holds."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from planversion.model.base import Many, Record
from planversion.policy import Fingerprint
from planversion.rules.base import Severity

Name = Literal["urn:planversion:schema:report:1"]
NAME: Name = "urn:planversion:schema:report:1"
"""What the schema of the document is called, wherever it lies."""
Number = Annotated[int, Field(ge=0)]
FromOne = Annotated[int, Field(ge=1)]


class Tool(Record):
    """What wrote the report."""

    name: Literal["planversion"] = "planversion"
    """The program."""
    version: str
    """Its version."""


class Counts(Record):
    """How many findings there are."""

    error: Number
    """Of this level."""
    warning: Number
    """Of this level."""
    info: Number
    """Of this level."""
    waived: Number
    """Accepted ones, of any level; they count nowhere else."""


class Place(Record):
    """Where something stands."""

    file: str
    """The file, as it was named; REV:path for what stands at a revision."""
    line: FromOne | None
    """From 1."""
    column: FromOne | None
    """From 1, in characters."""
    path: str | None
    """The same in words: 1(2)② project 3, departments."""


class EditionLookedAt(Record):
    """An edition that was looked at, and what it was held against."""

    file: str
    """Its file."""
    plan: str
    """Its plan's id."""
    edition: str
    """Its own id."""
    predecessor: str | None
    """The id of the edition before it, where that was there."""
    base: str | None
    """Its state before the change, where there was one."""


class ReportedProblem(Record):
    """Something that could not be looked at."""

    code: str
    """What is wrong, in a word for programs."""
    message: str
    """The same for people."""
    mend: str | None
    """What to do about it."""
    location: Place | None
    """Where."""


class ReportedFinding(Record):
    """What a rule found."""

    rule: str
    """The rule's id."""
    level: Severity
    """How bad it is here."""
    message: str
    """What was found."""
    mend: str | None
    """What to do about it."""
    edition: str
    """Of which edition: plan@edition."""
    about: Many[str]
    """Whom and what it is about: ids, names."""
    fingerprint: Fingerprint
    """By which it is known from run to run."""
    location: Place | None
    """Where."""
    before: Place | None
    """Where in the edition before, or in the state before."""


class ReportDocument(Record):
    """Everything that a check found."""

    model_config = ConfigDict(title="planversion report")

    schema_: Name = Field(NAME, alias="$schema")
    """What the schema of this document is called."""
    schema_version: Literal[1] = 1
    """The version of this format."""
    tool: Tool
    """What wrote the report."""
    result: Literal["pass", "fail", "error"]
    """Whether a finding is as bad as `fail_on`; error where something could not be looked at."""
    fail_on: Literal["error", "warning", "info", "never"]
    """From which level on findings fail."""
    against: str | None
    """The revision that the change was held against."""
    counts: Counts
    """How many findings there are."""
    looked_at: Many[EditionLookedAt]
    """The editions that were looked at."""
    problems: Many[ReportedProblem]
    """What could not be looked at."""
    findings: Many[ReportedFinding]
    """What counts, the worst first."""
    waived: Many[ReportedFinding]
    """What was found and is accepted."""
