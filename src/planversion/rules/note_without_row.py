"""A note that the document prints belongs to no row of this edition.

Notes such as 4(2)②から移動 are held against what truly changed, row by row. One that lost its row
when the document was copied is held against nothing. Name the rows it belongs to under belongs_to.
A note of a project that has ended, or of the whole table, has no row here: say so in its own note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planversion.messages import say
from planversion.model import Edition, Path, PublishedNote
from planversion.rules.base import Example, Verdict, rule
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
      - {{id: p-bbbbbbbbbq, name: 出前講座の実施, departments: [福祉課]}}
published_notes:
  - {{text: {}}}
"""

EXAMPLES = (
    Example(
        "a note that lost its row",
        new=_FILE.format("2から移動"),
        says="the note belongs to no row",
    ),
    Example(
        "a row that isn't there",
        new=_FILE.format("2から移動, belongs_to: [{project: p-aaaaaaaaa5, section: s-bbbbbbbbbq}]"),
        says="p-aaaaaaaaa5 isn't listed in s-bbbbbbbbbq",
    ),
    Example(
        "a note with its row",
        new=_FILE.format("2から移動, belongs_to: [{project: p-aaaaaaaaa5, section: s-aaaaaaaaa5}]"),
    ),
    Example("of a project that has ended", new=_FILE.format("2の栄養相談は廃止")),
    Example("why it has no row", new=_FILE.format("事業名を見直した, note: 表全体の注記")),
)

_ENDED = re.compile("廃止|終了|完了|中止")


@rule("edition", "warning", EXAMPLES, needs=["sections"])
def note_without_row(source: Source) -> Iterator[Verdict]:
    """A verdict at every note without a row, and at every row that isn't there."""
    edition = source.edition
    for index, note in enumerate(edition.published_notes):
        yield from _absent(edition, note, ("published_notes", index, "belongs_to"))
        if not (note.belongs_to or note.note or _ENDED.search(note.text)):
            mend = say("Name its rows under belongs_to, or say in its note why it has none.")
            about = note.text, note.printed_at or ""
            yield Verdict(
                ("published_notes", index), say("the note belongs to no row"), mend, about
            )


def _absent(edition: Edition, note: PublishedNote, path: Path) -> Iterator[Verdict]:
    """Rows of projects and sections that are both there; who isn't is told by another rule."""
    side = edition.outline
    for number, row in enumerate(note.belongs_to):
        there = side.listings(row.project)
        if there and row.section in side.places and row.section not in there:
            values = {"project": row.project, "section": row.section}
            what = say("{project} isn't listed in {section}", **values)
            mend = say("Write one of its sections: {names}", names=", ".join(there))
            yield Verdict((*path, number), what, mend, (note.text, row.project, row.section))
