"""Sections of one level are numbered one after the other, each number once.

A place code names a place only if no other place has it, and a gap in the numbers is mostly a
section that was lost while the edition was typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planversion.errors import Problem
from planversion.messages import Message, say
from planversion.model import Path, Section, walk_sections
from planversion.yamltext import Source

DUPLICATE, GAP = "duplicate-number", "number-gap"


def check_duplicates(source: Source) -> Iterator[tuple[Path, Problem]]:
    """A problem at every number that a sibling has already."""
    for siblings, path in _families(source):
        seen: set[str] = set()
        for index, section in enumerate(siblings):
            # 1 and '1' print alike.
            printed = str(section.number)
            if section.number is not None and printed in seen:
                what = say("a section before it has the number {n} already", n=printed)
                problem = Problem(DUPLICATE, what, say("Give it a number of its own."))
                yield (*path, "sections", index, "number"), problem
            seen.add(printed)


def check_gaps(source: Source) -> Iterator[tuple[Path, Problem]]:
    """A problem where the numbers don't follow one another."""
    for siblings, path in _families(source):
        numbered = [(i, s.number) for i, s in enumerate(siblings) if isinstance(s.number, int)]
        for (_, was), (index, now) in pairwise(numbered):
            if now not in (was, was + 1):
                what = say("{was} is followed by {now}", was=was, now=now)
                yield (*path, "sections", index, "number"), Problem(GAP, what, _mend(was, now))


def _mend(was: int, now: int) -> Message:
    if now < was:
        return say("Look whether the sections stand in their order.")
    return say("Look whether a section is missing.")


def _families(source: Source) -> Iterator[tuple[tuple[Section, ...], Path]]:
    """Sections that stand side by side, with the path of what they stand in."""
    yield source.edition.sections, ()
    for section, path in walk_sections(source.edition.sections):
        yield section.sections, path
