"""What was suggested and confirmed, written into the new edition: ids, lineage, successions."""

from planversion.linking.chaining import Step, step
from planversion.linking.deciding import Accepting, Answer, Decisions, decided, unanswered
from planversion.linking.writing import linked, reasoned

__all__ = [
    "Accepting",
    "Answer",
    "Decisions",
    "Step",
    "decided",
    "linked",
    "reasoned",
    "step",
    "unanswered",
]
