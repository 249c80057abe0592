"""Which commit last changed each field: what `planversion blame` prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pydantic import JsonValue

from planversion.commits import Commit
from planversion.messages import say
from planversion.model import Edition, Placement
from planversion.model.places import Outline
from planversion.model.saying import written
from planversion.rendering.page import Grid, Heading, Line, Page, Span, line
from planversion.rendering.past.telling import short
from planversion.rendering.several import title_of
from planversion.rendering.speaking import Speaker
from planversion.rendering.texts import spelt
from planversion.rendering.vocabulary import field
from planversion.tracing import RELISTED, SECTION

Blamed = Mapping[tuple[str, str], Commit]
"""The commit that last changed each field, by whose it is and which."""
_WIDEST = 40
_APART = frozenset(("id", "projects", "sections"))


class Field(NamedTuple):
    """A field of a project or section, and the commit that last changed it."""

    subject: str
    code: str
    """The place code of its record."""
    name: str
    """The file's key; `section` for where it stands, `relisted s-…` for a listing more."""
    value: JsonValue
    """What it says; the id of the section for `section`."""
    commit: Commit


def fields(edition: Edition, blamed: Blamed, subject: str | None) -> Iterator[Field]:
    """The fields of a project or section, or of every project, in reading order."""
    if subject in edition.outline.places:
        yield from _of_section(subject, edition.outline, blamed)
        return
    for place in edition.outline.places.values():
        for row in edition.outline.listed(place):
            if row.primary and subject in (None, row.project):
                yield from _of_project(row, edition.outline, blamed)


def _of_section(subject: str, outline: Outline, blamed: Blamed) -> Iterator[Field]:
    place = outline.places[subject]
    own = {SECTION: place.parent or "", **_said(written(place.section))}
    yield from _known(subject, place.code, own, blamed)


def _of_project(row: Placement, outline: Outline, blamed: Blamed) -> Iterator[Field]:
    own: dict[str, JsonValue] = {SECTION: row.place.id, **_said(written(row.entry))}
    for other in outline.placements(row.project):
        if not other.primary:
            own[RELISTED + other.place.id] = written(other.entry)
    yield from _known(row.project, row.place.code, own, blamed)


def _said(record: dict[str, JsonValue]) -> dict[str, JsonValue]:
    return {name: value for name, value in record.items() if name not in _APART}


def _known(subject: str, code: str, own: dict[str, JsonValue], blamed: Blamed) -> Iterator[Field]:
    for name, value in own.items():
        if commit := blamed.get((subject, name)):
            yield Field(subject, code, name, value, commit)


def blame(edition: Edition, found: list[Field], speaker: Speaker) -> Page:
    """The table: a row a field."""
    words = say("place"), say("field"), say("value"), say("commit"), say("date"), say("author")
    header = tuple(line(speaker.word(word)) for word in words)
    rows = tuple(_row(one, edition, speaker) for one in found)
    return Page((Heading(1, line(title_of(edition))), Grid(header, rows)))


def _row(one: Field, edition: Edition, speaker: Speaker) -> tuple[tuple[Line, ...], ...]:
    commit = one.commit
    cells = (
        Span(one.code, "code"),
        Span(_named(one, speaker)),
        Span(_cut(_value(one, edition.outline, speaker))),
        Span(short(commit), "code"),
        Span(commit.day),
        Span(commit.author),
    )
    return tuple((line(cell),) for cell in cells)


def _named(one: Field, speaker: Speaker) -> str:
    if one.name.startswith(RELISTED):
        return speaker.word(say("relisted"))
    return speaker.word(field(one.name))


def _value(one: Field, outline: Outline, speaker: Speaker) -> str:
    section = one.value if one.name == SECTION else one.name.removeprefix(RELISTED)
    place = outline.places.get(str(section))
    if place is None:
        return spelt(one.value, one.name, speaker)
    return f"{place.code} {place.section.title}".lstrip()


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"
