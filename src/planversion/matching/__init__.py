"""Who is who between two editions, from certain to likely: by id, by lineage."""

from planversion.matching.families import Declaration, Family
from planversion.matching.matched import Matching, Pair, match
from planversion.matching.succession import Succession

__all__ = ["Declaration", "Family", "Matching", "Pair", "Succession", "match"]
