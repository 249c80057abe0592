"""Sections of one level are numbered one after the other, each number once.

A place code names a place only if no other place has it, and a gap in the numbers is mostly a
section that was lost while the edition was typed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planversion import numbering
from planversion.errors import Problem
from planversion.messages import say
from planversion.model import Path, Section, walk_sections
from planversion.yamltext import Source

DUPLICATE, GAP = "duplicate-number", "number-gap"


def check_duplicates(source: Source) -> Iterator[tuple[Path, Problem]]:
    """A problem at every number that a sibling has already."""
    for siblings, path in _families(source):
        seen: Counter[int | str] = Counter()
        for index, section in enumerate(siblings):
            if section.number is None:
                continue
            seen[section.number] += 1
            if seen[section.number] > 1:
                what = say("a section before it has the number {n} already", n=section.number)
                problem = Problem(DUPLICATE, what, say("Give it a number of its own."))
                yield (*path, "sections", index, "number"), problem


def check_gaps(source: Source) -> Iterator[tuple[Path, Problem]]:
    """A problem where the numbers don't follow one another."""
    for siblings, path in _families(source):
        numbered = [(i, s.number) for i, s in enumerate(siblings) if isinstance(s.number, int)]
        gaps = dict(numbering.gaps([number for _, number in numbered]))
        previous: int | None = None
        for index, number in numbered:
            if previous is not None and gaps.get(previous) == number != previous:
                what = say("{was} is followed by {now}", was=previous, now=number)
                mend = say("Look whether a section is missing.")
                yield (*path, "sections", index, "number"), Problem(GAP, what, mend)
            previous = number


def _families(source: Source) -> Iterator[tuple[tuple[Section, ...], Path]]:
    """Sections that stand side by side, with the path of what they stand in."""
    yield source.edition.sections, ()
    for section, path in walk_sections(source.edition.sections):
        yield section.sections, path
