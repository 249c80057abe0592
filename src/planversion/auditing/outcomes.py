"""What an audit comes to: each note with what was computed, and what no note speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from planversion.auditing.statements import Statement
from planversion.changes import Change
from planversion.comparing import Comparison
from planversion.messages import Message
from planversion.model import PublishedNote, PublishedTotal

Outcome = Literal["confirmed", "contradicted", "unchecked"]
Weight = Literal["high", "medium", "low"]
WEIGHTS: tuple[Weight, ...] = ("high", "medium", "low")
"""From what a reader must know first."""
FailOn = Literal["contradicted", "unmentioned", "any", "never"]


def once(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes of one diff, each once."""
    # Some of them hold free-form values, which have no hash.
    return tuple({id(change): change for change in changes}.values())


class Objection(NamedTuple):
    """Why a note can't be confirmed: a word for programs, and a sentence."""

    reason: str
    what: Message


class AuditedRow(NamedTuple):
    """A row that a note belongs to, and what was computed of it."""

    project: str
    section: str
    code: str
    """The place code of the row; empty where the row isn't there."""
    name: str
    """The project as the row prints it; its id where the row isn't there."""
    changes: tuple[Change, ...] = ()
    """What confirms the note at this row."""
    objections: tuple[Objection, ...] = ()
    """What speaks against it."""


class AuditedNote(NamedTuple):
    """A published note held against what was computed."""

    at: int
    """Which of the edition's notes it is, from 0."""
    note: PublishedNote
    outcome: Outcome
    statements: tuple[Statement, ...] = ()
    """What it was read as; nothing where it can't be read."""
    rows: tuple[AuditedRow, ...] = ()
    objections: tuple[Objection, ...] = ()
    """What speaks against the note as a whole, or keeps it from being checked."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change that confirms it, once."""
        return once(change for row in self.rows for change in row.changes)


class Unmarked(NamedTuple):
    """A listing that reads as a project of its own: nothing marks it as a relisting (再掲)."""

    project: str
    """Whose listing it is."""
    section: str
    code: str
    name: str
    """As it is printed here."""
    others: tuple[str, ...]
    """The place codes of its other listings."""
    listed_since: Literal["now", "before"]
    """Whether the row is new, or stood there in the old edition as well."""
    record: bool = False
    """Whether the file has it as a project of its own."""


class Omission(NamedTuple):
    """What the published table doesn't say."""

    kind: str
    """The kind of the change; `unmarked` for a listing without its mark."""
    weight: Weight
    of: Change | Unmarked


class AuditedTotal(NamedTuple):
    """A printed number beside the one that is counted."""

    at: int
    """Which of the edition's totals it is, from 0."""
    total: PublishedTotal
    counted: int | None
    """None where nobody can tell what was counted: the edition has no such level or section."""

    @property
    def outcome(self) -> Outcome:
        """Whether both are the same."""
        if self.counted is None:
            return "unchecked"
        return "confirmed" if self.counted == self.total.number else "contradicted"


@dataclass(frozen=True)
class Audit:
    """The published table held against the computed changes."""

    comparison: Comparison
    notes: tuple[AuditedNote, ...]
    """Every published note, in the order of the file."""
    omissions: tuple[Omission, ...]
    """What no note speaks of, the weightiest first."""
    totals: tuple[AuditedTotal, ...]
    """Every printed total, in the order of the file."""
    passed_over: Counter[str]
    """How many changes are let pass without a note, by the reason."""

    def of(self, outcome: Outcome) -> tuple[AuditedNote, ...]:
        """The notes with this outcome."""
        return tuple(note for note in self.notes if note.outcome == outcome)

    def disagrees(self, on: FailOn) -> bool:
        """Whether there is a contradiction, or a change without a note that isn't of low weight."""
        outcomes = [note.outcome for note in self.notes] + [one.outcome for one in self.totals]
        contradicted = "contradicted" in outcomes
        unmentioned = any(one.weight != "low" for one in self.omissions)
        asked = {"contradicted": (contradicted,), "unmentioned": (unmentioned,), "never": ()}
        return any(asked.get(on, (contradicted, unmentioned)))
