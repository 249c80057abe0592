"""The catalogue: every rule, one import a line."""

from __future__ import annotations

from typing import Any

from planversion.rules.adopted_edition_altered import adopted_edition_altered
from planversion.rules.base import Rule
from planversion.rules.base_unreadable import base_unreadable
from planversion.rules.duplicate_department import duplicate_department
from planversion.rules.duplicate_edition import duplicate_edition
from planversion.rules.duplicate_id import duplicate_id
from planversion.rules.duplicate_name_in_section import duplicate_name_in_section
from planversion.rules.duplicate_number import duplicate_number
from planversion.rules.edition_order import edition_order
from planversion.rules.edition_removed import edition_removed
from planversion.rules.empty_lineage import empty_lineage
from planversion.rules.empty_section import empty_section
from planversion.rules.id_altered import id_altered
from planversion.rules.id_changed import id_changed
from planversion.rules.id_removed import id_removed
from planversion.rules.id_reused import id_reused
from planversion.rules.idle_lineage import idle_lineage
from planversion.rules.inferred_not_written import inferred_not_written
from planversion.rules.lineage_cycle import lineage_cycle
from planversion.rules.lineage_not_paired import lineage_not_paired
from planversion.rules.lineage_removed import lineage_removed
from planversion.rules.lineage_unknown_id import lineage_unknown_id
from planversion.rules.listed_twice import listed_twice
from planversion.rules.missing_department import missing_department
from planversion.rules.missing_id import missing_id
from planversion.rules.mixed_lineage import mixed_lineage
from planversion.rules.name_not_normalised import name_not_normalised
from planversion.rules.note_without_row import note_without_row
from planversion.rules.number_gap import number_gap
from planversion.rules.previous_circular import previous_circular
from planversion.rules.previous_missing import previous_missing
from planversion.rules.project_vanished import project_vanished
from planversion.rules.relisting_repeats_record import relisting_repeats_record
from planversion.rules.removal_unexplained import removal_unexplained
from planversion.rules.retired_id_returned import retired_id_returned
from planversion.rules.schema_downgrade import schema_downgrade
from planversion.rules.section_vanished import section_vanished
from planversion.rules.shared_id import shared_id
from planversion.rules.status_went_back import status_went_back
from planversion.rules.substantive_rename_unexplained import substantive_rename_unexplained
from planversion.rules.succession_contradicted import succession_contradicted
from planversion.rules.unchained_edition import unchained_edition
from planversion.rules.undeclared_department import undeclared_department
from planversion.rules.undeclared_level import undeclared_level
from planversion.rules.unknown_predecessor import unknown_predecessor
from planversion.rules.unknown_relisting import unknown_relisting
from planversion.rules.unmarked_relisting import unmarked_relisting
from planversion.rules.unsure_not_named import unsure_not_named
from planversion.rules.unused_department import unused_department
from planversion.rules.waiver_expired import waiver_expired
from planversion.rules.waiver_stale import waiver_stale

RULES: tuple[Rule[Any], ...] = (
    adopted_edition_altered,
    base_unreadable,
    duplicate_department,
    duplicate_edition,
    duplicate_id,
    duplicate_name_in_section,
    duplicate_number,
    edition_order,
    edition_removed,
    empty_lineage,
    empty_section,
    id_altered,
    id_changed,
    id_removed,
    id_reused,
    idle_lineage,
    inferred_not_written,
    lineage_cycle,
    lineage_not_paired,
    lineage_removed,
    lineage_unknown_id,
    listed_twice,
    missing_department,
    missing_id,
    mixed_lineage,
    name_not_normalised,
    note_without_row,
    number_gap,
    previous_circular,
    previous_missing,
    project_vanished,
    relisting_repeats_record,
    removal_unexplained,
    retired_id_returned,
    schema_downgrade,
    section_vanished,
    shared_id,
    status_went_back,
    substantive_rename_unexplained,
    succession_contradicted,
    unchained_edition,
    undeclared_department,
    undeclared_level,
    unknown_predecessor,
    unknown_relisting,
    unmarked_relisting,
    unsure_not_named,
    unused_department,
    waiver_expired,
    waiver_stale,
)
"""Every rule, by its id."""

RULE_IDS: tuple[str, ...] = tuple(rule.id for rule in RULES)
"""The ids of all rules."""
