"""How much a change weighs that no note speaks of, or why it needs none."""

from __future__ import annotations

from typing import Literal

from planversion.auditing.outcomes import Weight
from planversion.changes import (
    Change,
    DepartmentSucceeded,
    LineageChange,
    Moved,
    PrimaryChanged,
    Reassigned,
    Relisted,
    Renamed,
    Renumbered,
    Reordered,
    Revised,
    Reworded,
    Unlisted,
)
from planversion.spelling import Spellings, same_but_for_spelling

Pass = Literal["spelling", "reorganisation", "order", "content", "mark"]
"""Why a change is let pass: another spelling only, another name of a department, another order,
what the table doesn't print, or what a printed mark says."""
PASSES: tuple[Pass, ...] = ("spelling", "reorganisation", "order", "content", "mark")


def weighed(change: Change, spellings: Spellings) -> Weight | Pass | None:
    """The weight of a change without a note; None of what is no change of the plan of its own."""
    match change:
        case LineageChange():
            return _of_lineage(change)
        case Moved(subject=subject):
            return "high" if subject.startswith("p-") else "medium"
        case PrimaryChanged(now=now):
            return "medium" if now else "high"
        case Reassigned(basis=basis):
            return "reorganisation" if basis == "succession" else "medium"
        case Renamed(nature=nature):
            return "spelling" if nature == "editorial" else "low"
        case Renumbered():
            return "low"
        case Unlisted(listing=listing):
            return "medium" if listing else None
        case Reworded():
            return _of_rewording(change, spellings)
        case _:
            return _let_pass(change)


def _let_pass(change: Change) -> Pass | None:
    match change:
        case DepartmentSucceeded():
            return "reorganisation"
        case Reordered():
            return "order"
        case Revised():
            return "content"
        case Relisted(listing=listing) if listing:
            # One without its mark is told as such, beside those that stood there before.
            return "mark"
        case _:
            return None


def _of_lineage(change: LineageChange) -> Weight:
    if change.kind == "added":
        return "low"
    return "high" if change.of == "projects" else "medium"


def _of_rewording(change: Reworded, spellings: Spellings) -> Weight | Pass:
    """A relisting that is printed otherwise: the departments, the name, or the mark."""
    if any(field.field == "departments" for field in change.fields):
        return "reorganisation" if change.basis == "succession" else "medium"
    if change.old.name == change.new.name:
        return "mark"
    same = same_but_for_spelling(change.old.name, change.new.name, spellings)
    return "spelling" if same else "low"
