"""The rules, one module each, and their catalogue: what is looked at, and how bad it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from planversion.errors import Problem
from planversion.model import Path
from planversion.rules import (
    lineage_unknown_id,
    missing_id,
    numbers,
    undeclared_department,
    undeclared_level,
    unknown_predecessor,
    unused_department,
)
from planversion.rules.findings import Level
from planversion.yamltext import Source


class Rule(NamedTuple):
    """What is looked at under which id, and how bad a finding is if nobody decided otherwise."""

    id: str
    level: Level
    check: Callable[[Source], Iterator[tuple[Path, Problem]]]


RULES: tuple[Rule, ...] = (
    Rule(undeclared_department.RULE, "error", undeclared_department.check),
    Rule(numbers.DUPLICATE, "error", numbers.check_duplicates),
    Rule(lineage_unknown_id.RULE, "error", lineage_unknown_id.check),
    Rule(numbers.GAP, "warning", numbers.check_gaps),
    Rule(missing_id.RULE, "warning", missing_id.check),
    Rule(undeclared_level.RULE, "warning", undeclared_level.check),
    Rule(unused_department.RULE, "info", unused_department.check),
)
"""Every rule on one edition, from the worst."""


class StepRule(NamedTuple):
    """A rule on an edition beside the one before it."""

    id: str
    level: Level
    check: Callable[[Source, Source], Iterator[tuple[Path, Problem]]]


STEP_RULES: tuple[StepRule, ...] = (
    StepRule(lineage_unknown_id.RULE, "error", lineage_unknown_id.check_step),
    StepRule(unknown_predecessor.RULE, "error", unknown_predecessor.check_step),
)
"""Every rule on two neighbours, from the worst."""

RULE_IDS: tuple[str, ...] = tuple(
    dict.fromkeys([*(rule.id for rule in RULES), *(rule.id for rule in STEP_RULES)])
)
"""The ids of all rules."""
