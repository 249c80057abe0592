"""A field is said to be inferred, and isn't written.

What wasn't printed and is known all the same is written and listed under inferred, so that readers
know what the document itself says. A field that is listed there and not written was forgotten, or
is a slip in the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.model import Project
from planversion.model.places import key
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.outlines import rows
from planversion.yamltext import Source

_FILE = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {{id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課], inferred: [{}]}}
"""

EXAMPLES = (
    Example(
        "a field that was forgotten",
        new=_FILE.format("description"),
        says="description is said to be inferred and isn't written",
    ),
    Example("a field that is there", new=_FILE.format("departments")),
)


@rule("edition", "warning", EXAMPLES)
def inferred_not_written(source: Source) -> Iterator[Verdict]:
    """A verdict at every inferred field that a project doesn't have."""
    for entry, path, _ in rows(source.edition):
        if isinstance(entry, Project):
            for number, field in enumerate(entry.inferred):
                if not getattr(entry, field):
                    what = say("{field} is said to be inferred and isn't written", field=field)
                    mend = say("Write {field}, or delete it here.", field=field)
                    about = key(entry) or entry.name, field
                    yield Verdict((*path, "inferred", number), what, mend, about)
