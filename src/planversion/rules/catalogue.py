"""The catalogue: every rule, one import a line."""

from __future__ import annotations

from typing import Any

from planversion.rules.base import Rule
from planversion.rules.duplicate_department import duplicate_department
from planversion.rules.duplicate_id import duplicate_id
from planversion.rules.duplicate_name_in_section import duplicate_name_in_section
from planversion.rules.duplicate_number import duplicate_number
from planversion.rules.empty_lineage import empty_lineage
from planversion.rules.empty_section import empty_section
from planversion.rules.inferred_not_written import inferred_not_written
from planversion.rules.lineage_cycle import lineage_cycle
from planversion.rules.lineage_not_paired import lineage_not_paired
from planversion.rules.lineage_unknown_id import lineage_unknown_id
from planversion.rules.listed_twice import listed_twice
from planversion.rules.missing_department import missing_department
from planversion.rules.missing_id import missing_id
from planversion.rules.mixed_lineage import mixed_lineage
from planversion.rules.name_not_normalised import name_not_normalised
from planversion.rules.note_without_row import note_without_row
from planversion.rules.number_gap import number_gap
from planversion.rules.relisting_repeats_record import relisting_repeats_record
from planversion.rules.undeclared_department import undeclared_department
from planversion.rules.undeclared_level import undeclared_level
from planversion.rules.unknown_predecessor import unknown_predecessor
from planversion.rules.unknown_relisting import unknown_relisting
from planversion.rules.unmarked_relisting import unmarked_relisting
from planversion.rules.unsure_not_named import unsure_not_named
from planversion.rules.unused_department import unused_department

RULES: tuple[Rule[Any], ...] = (
    duplicate_department,
    duplicate_id,
    duplicate_name_in_section,
    duplicate_number,
    empty_lineage,
    empty_section,
    inferred_not_written,
    lineage_cycle,
    lineage_not_paired,
    lineage_unknown_id,
    listed_twice,
    missing_department,
    missing_id,
    mixed_lineage,
    name_not_normalised,
    note_without_row,
    number_gap,
    relisting_repeats_record,
    undeclared_department,
    undeclared_level,
    unknown_predecessor,
    unknown_relisting,
    unmarked_relisting,
    unsure_not_named,
    unused_department,
)
"""Every rule, by its id."""

RULE_IDS: tuple[str, ...] = tuple(rule.id for rule in RULES)
"""The ids of all rules."""
