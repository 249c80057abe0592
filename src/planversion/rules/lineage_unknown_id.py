"""What an edition states of a project or section is about one that is there.

A lineage that leads to an id that nobody has tells readers that a project lives on, and nobody can
find it; one that comes from nobody tells nobody what became of them. Whom it comes from is known
only with the edition before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from planversion.errors import Problem
from planversion.messages import say
from planversion.model import Path
from planversion.yamltext import Source

RULE = "lineage-unknown-id"


def check(source: Source) -> Iterator[tuple[Path, Problem]]:
    """A problem at every id that this edition doesn't have."""
    side = source.edition.outline
    known = side.projects | frozenset(side.places)
    for path, identifier in _named(source):
        if identifier not in known:
            what = say("{id} is nobody in this edition", id=identifier)
            mend = say("Name the id of a project or section that stands in this file.")
            yield path, Problem(RULE, what, mend)


def check_step(source: Source, before: Source) -> Iterator[tuple[Path, Problem]]:
    """A problem at every id that lineage comes from and the edition before doesn't have."""
    side = before.edition.outline
    known = side.projects | frozenset(side.places)
    for index, record in enumerate(source.edition.lineage):
        if record.since in (None, before.edition.id):
            for number, identifier in enumerate(record.old):
                if identifier not in known:
                    what = say("{id} is nobody in the edition before", id=identifier)
                    mend = say("Copy the id from the file of edition {id}.", id=before.edition.id)
                    yield ("lineage", index, "from", number), Problem(RULE, what, mend)


def _named(source: Source) -> Iterator[tuple[Path, str]]:
    edition = source.edition
    for index, record in enumerate(edition.lineage):
        yield from ((("lineage", index, "to", n), one) for n, one in enumerate(record.new))
    for index, explanation in enumerate(edition.explanations):
        yield ("explanations", index, "id"), explanation.id
    for index, returned in enumerate(edition.returned):
        yield ("returned", index, "id"), returned.id
    for index, note in enumerate(edition.published_notes):
        for number, row in enumerate(note.belongs_to):
            place: Path = ("published_notes", index, "belongs_to", number)
            yield (*place, "project"), row.project
            yield (*place, "section"), row.section
