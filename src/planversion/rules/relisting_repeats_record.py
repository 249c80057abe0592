"""A relisting repeats what the project's record says.

A relisting says only what is printed otherwise there. What it repeats stays behind when the record
changes: the project is renamed, or given to another department, and the relisting still prints the
old.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.model import Project, Relisting
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
      - {{id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}}
  - id: s-bbbbbbbbbq
    number: 2
    title: 学び合うまち
    projects:
      - {{relists: p-aaaaaaaaa5, as: {}}}
"""

EXAMPLES = (
    Example(
        "the name as it is",
        new=_FILE.format("健康相談の実施"),
        says="as repeats what the record says",
    ),
    Example("another wording", new=_FILE.format("健康相談の開催")),
)


@rule("edition", "info", EXAMPLES)
def relisting_repeats_record(source: Source) -> Iterator[Verdict]:
    """A verdict at every wording, and at all departments, that a relisting repeats."""
    every = [*rows(source.edition)]
    records = {key(entry): entry for entry, _, _ in every if isinstance(entry, Project)}
    for entry, path, section in every:
        if isinstance(entry, Relisting):
            for field in _repeated(entry, records[entry.relists]):
                what = say("{key} repeats what the record says", key=field)
                about = entry.relists, section.id or section.title, field
                yield Verdict((*path, field), what, say("Delete it."), about)


def _repeated(entry: Relisting, record: Project) -> Iterator[str]:
    if entry.wording == record.name:
        yield "as"
    if entry.departments is not None and entry.departments == record.departments:
        yield "departments"
