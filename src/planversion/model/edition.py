"""One complete state of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from pydantic import ConfigDict, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from planversion.model.base import Many, Record, SchemaVersion, Text
from planversion.model.header import Department, Header, Level, Plan, SourceDocument
from planversion.model.outline import Relisting, Section
from planversion.model.places import Outline, Path, outline
from planversion.model.statements import (
    Explanation,
    Lineage,
    PublishedNote,
    PublishedTotal,
    Returned,
)


class Edition(Record):
    """One complete state of a plan, as its file says it (期・版)."""

    model_config = ConfigDict(title="planversion edition")

    schema_version: SchemaVersion = Field(alias="schema")
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
    published_totals: Many[PublishedTotal] = ()
    """The numbers that the body printed of this edition."""
    _outline: Outline | None = PrivateAttr(default=None)

    @property
    def id(self) -> Text:
        """The edition's name for files and commands."""
        return self.header.id

    @property
    def outline(self) -> Outline:
        """Where everything stands, by ids; made once."""
        known = self._outline
        # A copy with other sections takes the outline of the first along.
        if known is None or known.sections is not self.sections or known.levels is not self.levels:
            known = self._outline = outline(self.levels, self.sections)
        return known

    @model_validator(mode="after")
    def _sound(self) -> Self:
        flaws = (*_flaws(self), *_twice_declared(self), *_senseless(self))
        if flaws:
            raise PydanticCustomError("unsound", "unsound references", {"flaws": flaws})
        return self


Flaw = tuple[str, Path, dict[str, str]]


def _flaws(edition: Edition) -> Iterator[Flaw]:
    """What makes an outline meaningless: an id twice, a relisting of nothing or twice in a row."""
    if edition.outline.sound:
        return
    seen: set[str] = set()
    relistings: list[tuple[str, Path]] = []
    for section, path in walk_sections(edition.sections):
        if section.id is not None:
            yield from _claim(section.id, path, seen)
        here: set[str] = set()
        for index, entry in enumerate(section.projects):
            place = (*path, "projects", index)
            if isinstance(entry, Relisting):
                relistings.append((entry.relists, place))
                yield from _claim_row(entry.relists, place, here)
            elif entry.id is not None:
                yield from _claim(entry.id, place, seen)
                yield from _claim_row(entry.id, place, here)
    for identifier, place in relistings:
        if identifier not in seen:
            yield "unknown-relisting", (*place, "relists"), {"id": identifier}


def _twice_declared(edition: Edition) -> Iterator[Flaw]:
    seen: set[str] = set()
    for index, department in enumerate(edition.departments):
        if department.name in seen:
            path = ("departments", index, "name")
            yield "duplicate-department", path, {"name": department.name}
        seen.add(department.name)


def _senseless(edition: Edition) -> Iterator[Flaw]:
    """Lineage of nobody, or of projects and sections at once."""
    for index, record in enumerate(edition.lineage):
        prefixes = {identifier[0] for identifier in (*record.old, *record.new)}
        if len(prefixes) != 1:
            code = "mixed-lineage" if prefixes else "empty-lineage"
            yield code, ("lineage", index), {}


def _claim(identifier: str, path: Path, seen: set[str]) -> Iterator[Flaw]:
    if identifier in seen:
        yield "duplicate-id", (*path, "id"), {"id": identifier}
    seen.add(identifier)


def _claim_row(identifier: str, path: Path, here: set[str]) -> Iterator[Flaw]:
    if identifier in here:
        yield "listed-twice", path, {"id": identifier}
    here.add(identifier)


def walk_sections(
    sections: tuple[Section, ...], above: Path = ()
) -> Iterator[tuple[Section, Path]]:
    """Every section in reading order, with its path in the file."""
    for index, section in enumerate(sections):
        path = (*above, "sections", index)
        yield section, path
        yield from walk_sections(section.sections, path)
