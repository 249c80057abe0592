"""Reorganisations of departments, told once, with the listings that each explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planversion.changes import DepartmentSucceeded, Reassigned, Reworded, SubjectChange
from planversion.matching import Matching
from planversion.matching.matched import Pair
from planversion.model.places import Outline, Placement

Departments = tuple[str, ...]


def reorganisations(
    matching: Matching, changes: Iterable[SubjectChange]
) -> Iterator[DepartmentSucceeded]:
    """Every declared reorganisation, with how many listings of both editions it explains."""
    groups = matching.succession.reorganisations()
    if not groups:
        return
    heirs = sorted(matching.succession.heirs)
    explained = [*_explained(matching, changes)]
    for old, new in groups:
        rows = sum(not (gone.isdisjoint(old) and come.isdisjoint(new)) for gone, come in explained)
        links = tuple(link for link in heirs if link[0] in old)
        yield DepartmentSucceeded(old=old, new=new, links=links, rows=rows)


Crossing = tuple[set[str], set[str]]
"""The departments that left a listing, and those that came to it."""


def _explained(matching: Matching, changes: Iterable[SubjectChange]) -> Iterator[Crossing]:
    """Every listing with other departments by succession alone."""
    touched = {
        change.subject: change
        for change in changes
        if isinstance(change, Reassigned | Reworded) and change.basis == "succession"
    }
    for project, change in touched.items():
        if isinstance(change, Reassigned) and matching.listed_once(project):
            yield _crossing(change.was, change.now)
        else:
            for pair in matching.pairs_of(project):
                yield from _departed(matching, pair)


def _crossing(was: Departments, now: Departments) -> Crossing:
    return set(was) - set(now), set(now) - set(was)


def _departed(matching: Matching, pair: Pair) -> Iterator[Crossing]:
    old, new = pair
    if old is not None and new is not None:
        was, now = printed(matching.old, old), printed(matching.new, new)
        if matching.succession.explains(was, now) == "succession":
            yield _crossing(was, now)


def printed(side: Outline, row: Placement) -> Departments:
    """The departments that a row prints: its own, or those of the project's record."""
    own = row.entry.departments
    return side.record(row.project).departments if own is None else own
