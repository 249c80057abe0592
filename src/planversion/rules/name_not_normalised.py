"""A name, title, label or wording holds a character that its document hardly prints.

Spaces at the ends, characters that nobody sees, katakana in half-width, a kanji or a hyphen within
a word in katakana, a bracket that is never closed: such slips come with text that was copied from a
PDF, read from paper by a machine, or pasted from another program. They look like the name and are
another one, so a search doesn't find the project, and the next edition, typed without the slip,
seems to have renamed it. Digits and Latin letters in full width are as printed, and stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from planversion.model import Edition, Path, Project, walk_sections
from planversion.model.places import key
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.brackets import lonely_brackets
from planversion.rules.looking.characters import stray_characters
from planversion.rules.looking.lookalikes import lookalikes
from planversion.rules.looking.outlines import rows
from planversion.rules.looking.slips import mend
from planversion.yamltext import Source

_FILE = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {{id: p-aaaaaaaaa5, name: {}, departments: [福祉課]}}
"""

EXAMPLES = (
    Example(
        "a kanji in place of the long vowel",
        new=_FILE.format("福祉センタ一の運営"),
        says="一 (U+4E00, a kanji) stands in place of ー (U+30FC, a long-vowel mark)",
    ),
    Example(
        "katakana in half-width",
        new=_FILE.format("ﾎﾞﾗﾝﾃｨｱの養成"),
        says="ﾎﾞﾗﾝﾃｨｱ is half-width katakana (U+FF8E)",
    ),
    Example(
        "a bracket that is never closed",
        new=_FILE.format("相談（電話によるものの実施"),
        says="the bracket （ (U+FF08) has no partner",
    ),
    Example(
        "full-width letters, a counted place, a bracket behind a letter",
        new=_FILE.format("ア）ＳＮＳ相談センター一カ所の運営"),
    ),
)


class _Name(NamedTuple):
    text: str
    path: Path
    whose: str


@rule("edition", "warning", EXAMPLES)
def name_not_normalised(source: Source) -> Iterator[Verdict]:
    """A verdict at every name, for each character that is a slip."""
    for name in _names(source.edition):
        text = name.text
        slips = [*chain(stray_characters(text), lookalikes(text), lonely_brackets(text))]
        told = {slip.what.to("en"): slip for slip in reversed(slips)}
        for slip in sorted(told.values(), key=lambda slip: slip.start):
            about = name.whose, str(name.path[-1]), slip.code
            yield Verdict(name.path, slip.what, mend(text, slip, slips), about)


def _names(edition: Edition) -> Iterator[_Name]:
    head = edition.header
    yield _Name(edition.plan.title, ("plan", "title"), edition.plan.id)
    yield _Name(head.label, ("edition", "label"), head.id)
    if head.stage is not None:
        yield _Name(head.stage, ("edition", "stage"), head.id)
    for index, level in enumerate(edition.levels):
        yield _Name(level.name, ("levels", index, "name"), level.name)
    for section, path in walk_sections(edition.sections):
        yield _Name(section.title, (*path, "title"), section.id or section.title)
    for entry, path, _ in rows(edition):
        if isinstance(entry, Project):
            yield _Name(entry.name, (*path, "name"), key(entry) or entry.name)
        elif entry.wording is not None:
            yield _Name(entry.wording, (*path, "as"), entry.relists)
    for index, department in enumerate(edition.departments):
        yield _Name(department.name, ("departments", index, "name"), department.name)
