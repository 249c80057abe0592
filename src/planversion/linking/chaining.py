"""A step of a chain of editions: the last one, the next, and whoever ended before them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planversion.model import Edition
from planversion.suggesting import Suggestion, Suggestions, returning, suggest


class Step(NamedTuple):
    """What is suggested for one edition after the one before it."""

    old: Edition
    new: Edition
    found: Suggestions
    returned: tuple[Suggestion, ...]
    """Projects that had ended in an earlier edition and seem to be back."""


def step(earlier: Sequence[Edition], new: Edition, *, ignore_ids: bool = False) -> Step:
    """What is suggested for `new` after the last of `earlier`, which are from the oldest on.

    Whoever of the new edition was nothing in the last one is held against those that ended before:
    from the latest edition back, each new project and each ended one at most once.
    """
    old = earlier[-1]
    found = suggest(old, new, ignore_ids=ignore_ids)
    left = {one.id for one in found.left_new}
    back: list[Suggestion] = []
    gone = set(old.outline.projects)
    for before in reversed(earlier[:-1]):
        for one in returning(before, new, among=left, but=gone):
            if one.kind == "continued" and one.new[0].id in left:
                left.discard(one.new[0].id)
                back.append(one)
        gone |= before.outline.projects
    return Step(old, new, found, tuple(back))
