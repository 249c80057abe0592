"""A declared department carries at least one project.

One that carries none is mostly left over from the edition before.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.errors import Problem
from planversion.messages import say
from planversion.model import Path, walk_sections
from planversion.yamltext import Source

RULE = "unused-department"


def check(source: Source) -> Iterator[tuple[Path, Problem]]:
    """A problem at every declared department that carries nothing."""
    used = {
        name
        for section, _ in walk_sections(source.edition.sections)
        for entry in section.projects
        for name in entry.departments or ()
    }
    for index, department in enumerate(source.edition.departments):
        if department.name not in used:
            what = say("{name} carries no project", name=department.name)
            yield ("departments", index), Problem(RULE, what, say("Delete it, if it has ended."))
