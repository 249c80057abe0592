"""Which ids of the last edition of a chain are reached from which of the first, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from planversion.matching import Declaration, Matching
from planversion.matching.families import Presence, declared


def links(matching: Matching, of: Literal["sections", "projects"]) -> Iterator[tuple[str, str]]:
    """Every old id with every new one that it lives on as, or that lineage leads to from it.

    Whoever ends in one edition and returns in a later one is kept in mind on the way; so both
    directions of a chain reach the same.
    """
    presence = _presence(matching, of)
    steps = declared(matching.chain, presence)
    named = {i for step in steps for told in step for i in (*told.old, *told.new)}
    for identifier in sorted(presence[0]):
        for reached in sorted(_reached(identifier, steps) if identifier in named else {identifier}):
            if reached in presence[-1]:
                yield identifier, reached


def _presence(matching: Matching, of: Literal["sections", "projects"]) -> Presence:
    outlines = [edition.outline for edition in matching.chain]
    if of == "sections":
        return tuple(frozenset(side.places) for side in outlines)
    return tuple(side.projects for side in outlines)


def _reached(identifier: str, steps: list[list[Declaration]]) -> set[str]:
    here = {identifier}
    for step in steps:
        further = {i for told in step if here.intersection(told.old) for i in told.new}
        here |= further
    return here
