"""A section or project has no permanent id yet.

Without one, the next edition can't say that it is the same project under another name, and
comparing has to guess. `planversion ids mint` writes the missing ones into the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.model import Path, Project, walk_sections
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.outlines import rows
from planversion.yamltext import Source

EXAMPLES = (
    Example(
        "a project that was just typed in",
        new="""
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {name: 健康相談の実施, departments: [福祉課]}
""",
        says="the id is missing",
    ),
    Example(
        "every id is there",
        new="""
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}
""",
    ),
)


@rule("edition", "warning", EXAMPLES)
def missing_id(source: Source) -> Iterator[Verdict]:
    """A verdict at every section and project without an id."""
    for section, path in walk_sections(source.edition.sections):
        if section.id is None:
            yield _verdict(path, section.title)
    for entry, path, _ in rows(source.edition):
        if isinstance(entry, Project) and entry.id is None:
            yield _verdict(path, entry.name)


def _verdict(path: Path, name: str) -> Verdict:
    mend = say("Run planversion ids mint on the file.")
    return Verdict(path, say("the id is missing"), mend, (name,))
