"""An audit for programs: what each part of the JSON document holds."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from planversion.auditing import FailOn, Outcome, StatementKind, Weight
from planversion.model.base import Many, Record

Name = Literal["urn:planversion:schema:audit:1"]
NAME: Name = "urn:planversion:schema:audit:1"
"""What the schema of the document is called, wherever it lies."""
Number = Annotated[int, Field(ge=0)]
FromOne = Annotated[int, Field(ge=1)]


class AuditTool(Record):
    """What wrote the audit."""

    name: Literal["planversion"] = "planversion"
    """The program."""
    version: str
    """Its version."""


class AuditedEdition(Record):
    """One of the two editions."""

    file: str
    """Its file, as it was named."""
    plan: str
    """Its plan's id."""
    edition: str
    """Its own id."""
    label: str
    """What people call it."""
    stage: str | None
    """How far it has come, as printed."""


class Position(Record):
    """Where something stands."""

    file: str
    """The file."""
    line: FromOne
    """From 1."""
    column: FromOne
    """From 1, in characters."""


class Sentence(Record):
    """A sentence for people."""

    ja: str
    """In Japanese."""
    en: str
    """In English."""


class ReadStatement(Record):
    """One thing that a note says, as it was read."""

    kind: StatementKind
    """What it says happened."""
    old: Many[str]
    """The places of the old edition that it names, as printed."""
    new: Many[str]
    """The places of the new edition that it names, as printed."""


class StatedObjection(Record):
    """What speaks against a note, or keeps it from being checked."""

    reason: str
    """In a word for programs."""
    message: Sentence
    """For people."""


class ChangeReference(Record):
    """A computed change."""

    number: Number
    """Which of the changes of `planversion diff -f json` it is, from 0."""
    kind: str
    """Its kind, as in the diff."""
    subjects: Many[str]
    """The ids of whom it happened to."""
    message: Sentence
    """For people."""
    old: Position | None
    """Where the subject stood."""
    new: Position | None
    """Where the subject stands."""


class NoteRow(Record):
    """A row that a note belongs to."""

    project: str
    """The project's id."""
    section: str
    """The id of the section."""
    code: str
    """The place code as printed."""
    name: str
    """The project as the row prints it."""
    changes: Many[Number]
    """What confirms the note here, by the number of the change."""
    objections: Many[StatedObjection]
    """What speaks against it here."""
    position: Position | None
    """Where the row stands."""


class NoteDocument(Record):
    """A published note and what came of it."""

    text: str
    """As printed."""
    printed_at: str | None
    """Where it is printed."""
    outcome: Outcome
    """Whether it is confirmed, contradicted, or could not be checked."""
    statements: Many[ReadStatement]
    """What it was read as; nothing where it can't be read."""
    rows: Many[NoteRow]
    """The rows it belongs to."""
    objections: Many[StatedObjection]
    """What speaks against the note as a whole."""
    position: Position | None
    """Where the note stands in the edition file."""


class BareListing(Record):
    """A listing that nothing marks as a relisting."""

    project: str
    """The project's id."""
    section: str
    """The id of the section."""
    code: str
    """The place code as printed."""
    name: str
    """The project as the row prints it."""
    others: Many[str]
    """The place codes of the other listings."""
    listed_since: Literal["now", "before"]
    """Whether the row is new, or stood there in the old edition as well."""
    record: bool
    """Whether the file has it as a project of its own."""
    message: Sentence
    """For people."""
    position: Position | None
    """Where the row stands."""


class OmissionDocument(Record):
    """What no confirmed note speaks of."""

    kind: str
    """The kind of the change; `unmarked` for a listing without its mark."""
    weight: Weight
    """How much it weighs."""
    change: Number | None
    """The number of the change; none for a listing."""
    listing: BareListing | None
    """The listing; none for a change."""


class TotalDocument(Record):
    """A printed total beside the counted one."""

    of: str
    """What was counted."""
    level: str | None
    """Of sections, those of this level only."""
    section: str | None
    """Where only what stands in this section was counted."""
    printed_at: str | None
    """Where it is printed."""
    printed: Number
    """The number as printed."""
    counted: Number | None
    """The number as counted; none where nobody can tell what was counted."""
    outcome: Outcome
    """Whether they are the same."""
    position: Position | None
    """Where it stands in the edition file."""


class AuditCounts(Record):
    """How much there is of everything."""

    confirmed: Number
    """Notes that are confirmed."""
    contradicted: Number
    """Notes that are contradicted."""
    unchecked: Number
    """Notes that could not be checked."""
    high: Number
    """Omissions of high weight."""
    medium: Number
    """Omissions of medium weight."""
    low: Number
    """Omissions of low weight."""


class LetPass(Record):
    """How many changes are let pass without a note."""

    spelling: Number
    """Another spelling only."""
    reorganisation: Number
    """Another name of a department, and the reorganisations themselves."""
    order: Number
    """Another order."""
    content: Number
    """Content that the table doesn't print."""
    mark: Number
    """Relistings with their mark, and marks that were added."""


class AuditDocument(Record):
    """The published table held against the computed changes."""

    model_config = ConfigDict(title="planversion audit")

    schema_: Name = Field(NAME, alias="$schema")
    """What the schema of this document is called."""
    schema_version: Literal[1] = 1
    """The version of this format."""
    tool: AuditTool
    """What wrote it."""
    result: Literal["pass", "fail"]
    """Whether there is what `fail_on` asks for."""
    fail_on: FailOn
    """What fails."""
    old: AuditedEdition
    """The old edition."""
    new: AuditedEdition
    """The new edition, whose published notes are audited."""
    gaps: Many[tuple[str, str]]
    """Neighbours on the way that don't know each other: what was declared there is unknown."""
    counts: AuditCounts
    """How much there is of everything."""
    notes: Many[NoteDocument]
    """Every published note, in the order of the file."""
    unmentioned: Many[OmissionDocument]
    """What no confirmed note speaks of, the weightiest first."""
    totals: Many[TotalDocument]
    """Every printed total, in the order of the file."""
    let_pass: LetPass
    """How many changes are let pass without a note."""
    changes: Many[ChangeReference]
    """Every change that a note or an omission refers to, by its number."""
