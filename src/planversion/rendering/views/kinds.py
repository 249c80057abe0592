"""The changes by what happened, across all goals."""

from __future__ import annotations

from planversion.comparing import Comparison
from planversion.messages import say
from planversion.rendering.page import line
from planversion.rendering.speaking import Speaker
from planversion.rendering.views.chapters import Chapter, Group, numbers
from planversion.rendering.views.goals import at_goals
from planversion.rendering.views.groups import (
    GROUPS,
    Named,
    OutlineChange,
    grouped,
    minor,
    outline_changes,
)
from planversion.rendering.whereabouts import Whereabouts

_EVERY: tuple[Named, ...] = (*GROUPS, (say("Spelling or order only"), minor))


def by_kind(comparison: Comparison, speaker: Speaker) -> tuple[Chapter, ...]:
    """A chapter for each thing a citizen asks for, in groups by goal."""
    whereabouts = Whereabouts(comparison)
    return tuple(
        _chapter(speaker.word(name), found, whereabouts, speaker)
        for name, found in grouped(outline_changes(comparison), _EVERY)
    )


def _chapter(
    name: str, changes: tuple[OutlineChange, ...], whereabouts: Whereabouts, speaker: Speaker
) -> Chapter:
    goals = at_goals((one for one in changes if not minor(one)), whereabouts)
    groups = tuple(Group(goal.line, tuple(found)) for goal, found in goals.items())
    return Chapter(line(name), changes, groups, (numbers(changes, speaker),))
