"""From two editions and their matching, what happened to every subject, in reading order."""

from planversion.comparing.comparison import Comparison, compare
from planversion.comparing.correspondence import Row

__all__ = ["Comparison", "Row", "compare"]
