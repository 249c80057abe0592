"""Auditing: what a body printed of the changes of its plan, held against what was computed."""

from planversion.auditing.judging import audit
from planversion.auditing.outcomes import (
    WEIGHTS,
    Audit,
    AuditedNote,
    AuditedRow,
    AuditedTotal,
    FailOn,
    Objection,
    Omission,
    Outcome,
    Unmarked,
    Weight,
)
from planversion.auditing.statements import Statement, StatementKind, read
from planversion.auditing.weighing import PASSES

__all__ = [
    "PASSES",
    "WEIGHTS",
    "Audit",
    "AuditedNote",
    "AuditedRow",
    "AuditedTotal",
    "FailOn",
    "Objection",
    "Omission",
    "Outcome",
    "Statement",
    "StatementKind",
    "Unmarked",
    "Weight",
    "audit",
    "read",
]
