"""Every level of the outline is declared, with its name and how its numbers are printed.

A section below the declared levels prints a place code that no reader knows from the document.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.errors import Problem
from planversion.messages import say
from planversion.model import Path, walk_sections
from planversion.yamltext import Source

RULE = "undeclared-level"


def check(source: Source) -> Iterator[tuple[Path, Problem]]:
    """A problem at every section that stands deeper than the levels go."""
    declared = len(source.edition.levels)
    for _, path in walk_sections(source.edition.sections):
        if len(path) // 2 > declared:
            what = say("the outline is {n} deep here", n=len(path) // 2)
            yield path, Problem(RULE, what, say("Declare this level under levels:"))
