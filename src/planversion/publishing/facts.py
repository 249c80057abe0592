"""What one edition says of a project or a section, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import JsonValue

from planversion.messages import say
from planversion.publishing.framing import Writer
from planversion.publishing.items import Named, listed, to_department, to_stand, to_subject
from planversion.publishing.sayings import Saying, Setting, Stand
from planversion.rendering.speaking import Speaker
from planversion.rendering.texts import spelt
from planversion.rendering.vocabulary import field
from planversion.rendering.web.escaping import shown

_TOLD = frozenset({"id", "name", "departments", "description", "note"})
"""What has words of its own here; a note is for whoever keeps the file."""
Fact = tuple[str, str]
"""Two pieces of HTML: what it is, and what it says."""


def facts(saying: Saying, edition: Named, writer: Writer) -> str:
    """All facts of a subject in an edition that has it."""
    if saying.setting:
        found = _of_section(saying.name, saying.setting, writer)
    else:
        found = _of_project(saying, edition, writer)
    inner = "".join(f"<div><dt>{name}</dt><dd>{told}</dd></div>" for name, told in found)
    return f'<dl class="facts">{inner}</dl>'


def _of_project(saying: Saying, edition: Named, writer: Writer) -> Iterator[Fact]:
    rows = (_row(stand, saying, edition, writer) for stand in saying.stands)
    yield writer.word(say("listed at")), listed(rows)
    yield writer.word(field("name")), shown(saying.name)
    departments = saying.departments
    none = writer.word(say("(none)"))
    yield (
        writer.word(field("departments")),
        listed((to_department(name, writer) for name in departments), "inline") or none,
    )
    if description := saying.record.get("description"):
        yield writer.word(field("description")), paragraphs(str(description))
    yield from _others(saying.record, writer)


def _row(stand: Stand, saying: Saying, edition: Named, writer: Writer) -> str:
    """Where a row stands; of a relisting, how it is printed there if otherwise."""
    told = to_stand(stand, edition, writer)
    if stand.primary:
        return told
    told += " " + writer.quiet(say("(relisted)"))
    if stand.name != saying.name:
        told += f" {shown(stand.name)}"
    if stand.departments != saying.departments:
        told += f" - {writer.listed(to_department(one, writer) for one in stand.departments)}"
    return told


def _of_section(title: str, setting: Setting, writer: Writer) -> Iterator[Fact]:
    yield writer.word(field("title")), shown(title)
    if setting.code:
        yield writer.word(say("number")), f'<span class="code">{shown(setting.code)}</span>'
    if setting.above:
        yield writer.word(say("stands in")), to_subject(*setting.above, writer)
    if setting.sections:
        links = (to_subject(*one, writer) for one in setting.sections)
        yield writer.word(say("sections")), listed(links)
    if setting.projects:
        links = (to_subject(*one, writer) for one in setting.projects)
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
