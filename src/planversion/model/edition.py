"""One complete state of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from planversion.model.base import Many, Record, Text
from planversion.model.header import Department, Header, Level, Plan, SourceDocument
from planversion.model.outline import Project, Section
from planversion.model.statements import Explanation, Lineage, PublishedNote, Returned

Path = tuple[str | int, ...]


class Edition(Record):
    """One complete state of a plan, as its file says it (期・版)."""

    model_config = ConfigDict(title="planversion edition")

    schema_version: Literal[1] = Field(alias="schema")
    """The version of this file format."""
    plan: Plan
    """The plan this is an edition of."""
    header: Header = Field(alias="edition")
    """What this edition says of itself."""
    levels: Many[Level] = ()
    """The levels of the outline, from the top."""
    sources: Many[SourceDocument] = ()
    """The documents it was transcribed from."""
    departments: Many[Department] = ()
    """The departments that carry projects."""
    sections: Many[Section] = ()
    """The outline, in reading order."""
    lineage: Many[Lineage] = ()
    """What became of subjects that don't simply continue."""
    explanations: Many[Explanation] = ()
    """Why continuing subjects changed in substance."""
    returned: Many[Returned] = ()
    """Subjects that come back after having ended."""
    published_notes: Many[PublishedNote] = ()
    """The notes that the body printed itself."""

    @property
    def id(self) -> Text:
        """The edition's name for files and commands."""
        return self.header.id

    @model_validator(mode="after")
    def _sound(self) -> Self:
        flaws = tuple(_flaws(self))
        if flaws:
            raise PydanticCustomError("unsound", "unsound references", {"flaws": flaws})
        return self


Flaw = tuple[str, Path, dict[str, str]]


def _flaws(edition: Edition) -> Iterator[Flaw]:
    """What makes an edition meaningless: an id twice, a relisting of nothing or twice in a row."""
    seen: dict[str, Path] = {}
    relistings: list[tuple[str, Path]] = []
    for section, path in walk_sections(edition.sections):
        if section.id is not None:
            if section.id in seen:
                yield "duplicate-id", (*path, "id"), {"id": section.id}
            seen[section.id] = path
        here: set[str] = set()
        for index, entry in enumerate(section.projects):
            if isinstance(entry, Project):
                identifier = entry.id
                if identifier is None:
                    continue
                if identifier in seen:
                    yield "duplicate-id", (*path, "projects", index, "id"), {"id": identifier}
                seen[identifier] = path
            else:
                identifier = entry.relists
                relistings.append((identifier, (*path, "projects", index, "relists")))
            if identifier in here:
                yield "listed-twice", (*path, "projects", index), {"id": identifier}
            here.add(identifier)
    for identifier, path in relistings:
        if identifier not in seen:
            yield "unknown-relisting", path, {"id": identifier}


def walk_sections(
    sections: tuple[Section, ...], above: Path = ()
) -> Iterator[tuple[Section, Path]]:
    """Every section in reading order, with its path in the file."""
    for index, section in enumerate(sections):
        path = (*above, "sections", index)
        yield section, path
        yield from walk_sections(section.sections, path)
