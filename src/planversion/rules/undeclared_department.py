"""Every department that carries a project is declared once in the edition.

A slip in a department's name splits its projects over two departments, and a reorganisation that
is declared for the one then leaves the other behind. Departments are declared in one place, so
that a slip is seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from planversion.errors import Problem
from planversion.messages import say
from planversion.model import Entry, Path, walk_sections
from planversion.yamltext import Source

RULE = "undeclared-department"


def check(source: Source) -> Iterator[tuple[Path, Problem]]:
    """A problem at every name that isn't declared."""
    declared = [department.name for department in source.edition.departments]
    known = set(declared)
    for section, path in walk_sections(source.edition.sections):
        for index, entry in enumerate(section.projects):
            for number, name in enumerate(_departments(entry)):
                if name not in known:
                    place = (*path, "projects", index, "departments", number)
                    yield place, _problem(name, declared)


def _departments(entry: Entry) -> tuple[str, ...]:
    return entry.departments or ()


def _problem(name: str, declared: list[str]) -> Problem:
    close = get_close_matches(name, declared, 1)
    mend = (
        say("Did you mean {name}?", name=close[0])
        if close
        else say("Declare it under departments: with its name.")
    )
    return Problem(RULE, say("{name} is no declared department", name=name), mend)
