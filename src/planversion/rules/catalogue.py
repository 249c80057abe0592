"""The catalogue: every rule, one import a line."""

from __future__ import annotations

from typing import Any

from planversion.rules.base import Rule
from planversion.rules.duplicate_number import duplicate_number
from planversion.rules.id_changed import id_changed
from planversion.rules.id_reused import id_reused
from planversion.rules.lineage_not_paired import lineage_not_paired
from planversion.rules.lineage_unknown_id import lineage_unknown_id
from planversion.rules.missing_id import missing_id
from planversion.rules.number_gap import number_gap
from planversion.rules.project_vanished import project_vanished
from planversion.rules.removal_unexplained import removal_unexplained
from planversion.rules.retired_id_returned import retired_id_returned
from planversion.rules.section_vanished import section_vanished
from planversion.rules.substantive_rename_unexplained import substantive_rename_unexplained
from planversion.rules.succession_contradicted import succession_contradicted
from planversion.rules.undeclared_department import undeclared_department
from planversion.rules.undeclared_level import undeclared_level
from planversion.rules.unknown_predecessor import unknown_predecessor
from planversion.rules.unused_department import unused_department

RULES: tuple[Rule[Any], ...] = (
    duplicate_number,
    id_changed,
    id_reused,
    lineage_not_paired,
    lineage_unknown_id,
    missing_id,
    number_gap,
    project_vanished,
    removal_unexplained,
    retired_id_returned,
    section_vanished,
    substantive_rename_unexplained,
    succession_contradicted,
    undeclared_department,
    undeclared_level,
    unknown_predecessor,
    unused_department,
)
"""Every rule, by its id."""

RULE_IDS: tuple[str, ...] = tuple(rule.id for rule in RULES)
"""The ids of all rules."""
