"""The changes goal by goal."""

from __future__ import annotations

from collections.abc import Iterable

from planversion.comparing import Comparison
from planversion.rendering.speaking import Speaker
from planversion.rendering.views.chapters import Chapter, by_question
from planversion.rendering.views.groups import OutlineChange, outline_changes
from planversion.rendering.whereabouts import Heading, Whereabouts

ByGoal = dict[Heading, list[OutlineChange]]


def by_goal(comparison: Comparison, speaker: Speaker) -> tuple[Chapter, ...]:
    """A chapter a goal, goals in reading order."""
    found = at_goals(outline_changes(comparison), Whereabouts(comparison))
    return tuple(
        Chapter(goal.line, tuple(changes), by_question(changes, speaker))
        for goal, changes in found.items()
    )


def at_goals(changes: Iterable[OutlineChange], whereabouts: Whereabouts) -> ByGoal:
    """The changes by the goal that they are told under."""
    found: ByGoal = {}
    for change in changes:
        found.setdefault(whereabouts.goal(change), []).append(change)
    return found
