"""What one edition says of a project or a section, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import JsonValue

from planversion.comparing.departments import printed
from planversion.comparing.spots import printed_name
from planversion.messages import say
from planversion.model import Edition, Project
from planversion.model.places import Place, Placement
from planversion.model.saying import written
from planversion.publishing.framing import Writer
from planversion.publishing.items import listed, to_department, to_row, to_subject
from planversion.rendering.speaking import Speaker
from planversion.rendering.texts import spelt
from planversion.rendering.vocabulary import field
from planversion.rendering.web.escaping import shown

_TOLD = frozenset({"id", "name", "departments", "description", "note"})
"""What has words of its own here; a note is for whoever keeps the file."""
Fact = tuple[str, str]
"""Two pieces of HTML: what it is, and what it says."""


def facts(subject: str, edition: Edition, writer: Writer) -> str:
    """All facts of a subject in an edition that has it."""
    side = edition.outline
    if subject in side.places:
        found = _of_section(side.places[subject], edition, writer)
    else:
        found = _of_project(side.record(subject), edition, writer)
    inner = "".join(f"<div><dt>{name}</dt><dd>{told}</dd></div>" for name, told in found)
    return f'<dl class="facts">{inner}</dl>'


def _of_project(record: Project, edition: Edition, writer: Writer) -> Iterator[Fact]:
    rows = edition.outline.placements(record.id or "")
    yield writer.word(say("listed at")), listed(_row(row, edition, writer) for row in rows)
    yield writer.word(field("name")), shown(record.name)
    departments = record.departments
    none = writer.word(say("(none)"))
    yield (
        writer.word(field("departments")),
        listed((to_department(name, writer) for name in departments), "inline") or none,
    )
    if record.description:
        yield writer.word(field("description")), paragraphs(record.description)
    yield from _others(written(record), writer)


def _row(row: Placement, edition: Edition, writer: Writer) -> str:
    """Where a row stands; of a relisting, how it is printed there if otherwise."""
    told, side = to_row(row, edition, writer), edition.outline
    if row.primary:
        return told
    record, name = side.record(row.project), printed_name(side, row)
    told += " " + writer.quiet(say("(relisted)"))
    if name != record.name:
        told += f" {shown(name)}"
    if (departments := printed(side, row)) != record.departments:
        told += f" - {writer.listed(to_department(one, writer) for one in departments)}"
    return told


def _of_section(place: Place, edition: Edition, writer: Writer) -> Iterator[Fact]:
    side = edition.outline
    yield writer.word(field("title")), shown(place.section.title)
    if code := side.code(place):
        yield writer.word(say("number")), f'<span class="code">{shown(code)}</span>'
    if place.above:
        above = place.above
        inner = to_subject(above.id, f"{side.code(above)} {above.section.title}".strip(), writer)
        yield writer.word(say("stands in")), inner
    below = [one for one in side.places.values() if one.above is place]
    if below:
        links = (
            to_subject(one.id, f"{side.code(one)} {one.section.title}".strip(), writer)
            for one in below
        )
        yield writer.word(say("sections")), listed(links)
    if rows := [*side.listed(place)]:
        links = (to_subject(row.project, printed_name(side, row), writer) for row in rows)
        yield writer.word(say("projects")), listed(links)


def _others(said: dict[str, JsonValue], writer: Writer) -> Iterator[Fact]:
    """Whatever else a record says, in the words of the vocabulary."""
    speaker = Speaker(writer.frame.language)
    for key, value in said.items():
        if key in _TOLD:
            continue
        if isinstance(value, list):
            told = listed(shown(spelt(item, key, speaker)) for item in value)
        elif isinstance(value, dict):
            told = _nested(value, key, speaker)
        else:
            told = shown(spelt(value, key, speaker))
        yield writer.word(field(key)), told


def _nested(value: dict[str, JsonValue], above: str, speaker: Speaker) -> str:
    said = (
        f"{shown(speaker.word(field(key, above)))}: {shown(spelt(one, above, speaker))}"
        for key, one in value.items()
    )
    return listed(said)


def paragraphs(text: str) -> str:
    """A longer text, its lines kept."""
    return "<br>".join(map(shown, text.split("\n")))
