"""The rules, one module each, and their catalogue."""

from planversion.rules.base import Example, Level, Rule, Severity, Verdict
from planversion.rules.catalogue import RULE_IDS, RULES

__all__ = ["RULES", "RULE_IDS", "Example", "Level", "Rule", "Severity", "Verdict"]
