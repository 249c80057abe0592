"""Every section and project has its permanent id.

Without one, the next edition can't say that it is the same project under another name, and
comparing has to guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.errors import Problem
from planversion.messages import say
from planversion.model import Path, Project, walk_sections
from planversion.yamltext import Source

RULE = "missing-id"


def check(source: Source) -> Iterator[tuple[Path, Problem]]:
    """A problem at every section and project without an id."""
    for section, path in walk_sections(source.edition.sections):
        if section.id is None:
            yield path, _problem()
        for index, entry in enumerate(section.projects):
            if isinstance(entry, Project) and entry.id is None:
                yield (*path, "projects", index), _problem()


def _problem() -> Problem:
    return Problem(RULE, say("the id is missing"), say("Run planversion ids mint on the file."))
