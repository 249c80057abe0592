"""Two edits of one plan: every change of either side in one file, or in a conflict."""

from planversion.merging.combining import Merge, merge
from planversion.merging.conflicts import Conflict
from planversion.merging.hunks import Hunk, Part, Side
from planversion.merging.outcomes import Outcome
from planversion.merging.spots import Spot

__all__ = ["Conflict", "Hunk", "Merge", "Outcome", "Part", "Side", "Spot", "merge"]
