"""Who is who between two editions without ids: suggested, with how sure it is and why."""

from importlib.util import find_spec

from planversion.errors import Problem, UsageError
from planversion.messages import say

if not (find_spec("numpy") and find_spec("scipy")):
    raise UsageError(
        [
            Problem(
                "missing-extra",
                say("who is who without ids is computed with NumPy and SciPy, which aren't here"),
                say("Install them: pip install 'planversion[match]'"),
            )
        ]
    )

from planversion.suggesting.correspondences import returning, suggest
from planversion.suggesting.suggestions import (
    STAGES,
    Grade,
    Stage,
    Subject,
    Succession,
    Suggestion,
    Suggestions,
)

__all__ = [
    "STAGES",
    "Grade",
    "Stage",
    "Subject",
    "Succession",
    "Suggestion",
    "Suggestions",
    "returning",
    "suggest",
]
