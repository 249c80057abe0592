"""Reorganisations of departments, told once, with the listings that each explains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from planversion.changes import DepartmentSucceeded, Reassigned, Reworded, SubjectChange
from planversion.matching import Matching
from planversion.model.places import Outline, Placement

Departments = tuple[str, ...]
_OF_DEPARTMENTS = (Reassigned, Reworded)


def reorganisations(
    matching: Matching, changes: Iterable[SubjectChange]
) -> Iterator[DepartmentSucceeded]:
    """Every declared reorganisation, with how many listings of both editions it explains."""
    groups = matching.succession.reorganisations()
    if not groups:
        return
    heirs = sorted(matching.succession.heirs)
    # A reorganisation leads thousands of listings from one of a few lists to another.
    crossings = [
        (*_crossing(*step), times) for step, times in _explained(matching, changes).items()
    ]
    for old, new in groups:
        rows = sum(
            times
            for gone, come, times in crossings
            if not (gone.isdisjoint(old) or come.isdisjoint(new))
        )
        links = tuple(link for link in heirs if link[0] in old)
        yield DepartmentSucceeded(old=old, new=new, links=links, rows=rows)


Step = tuple[Departments, Departments]
"""The departments of a listing in the old and in the new edition."""


def _crossing(was: Departments, now: Departments) -> tuple[set[str], set[str]]:
    """The departments that left a listing, and those that came to it."""
    return set(was) - set(now), set(now) - set(was)


def _explained(matching: Matching, changes: Iterable[SubjectChange]) -> Counter[Step]:
    """How many listings have these other departments by succession alone."""
    return Counter(
        step
        for project, change in _touched(changes).items()
        for step in _steps(matching, project, change)
    )


def _touched(changes: Iterable[SubjectChange]) -> dict[str, Reassigned | Reworded]:
    """Projects of which a listing has other departments by succession."""
    return {
        change.subject: change
        for change in changes
        if isinstance(change, _OF_DEPARTMENTS) and change.basis == "succession"
    }


def _steps(matching: Matching, project: str, change: Reassigned | Reworded) -> Iterable[Step]:
    if isinstance(change, Reassigned) and matching.listed_once(project):
        return [(change.was, change.now)]
    return [
        step
        for step in _printed(matching, project)
        if matching.succession.explains(*step) == "succession"
    ]


def _printed(matching: Matching, project: str) -> Iterator[Step]:
    for old, new in matching.pairs_of(project):
        if old is not None and new is not None:
            yield printed(matching.old, old), printed(matching.new, new)


def printed(side: Outline, row: Placement) -> Departments:
    """The departments that a row prints: its own, or those of the project's record."""
    own = row.entry.departments
    return side.record(row.project).departments if own is None else own
