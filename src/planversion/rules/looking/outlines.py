"""What several rules ask of an outline: who stands side by side, and every row with its path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planversion.model import Edition, Entry, Path, Section, walk_sections


class Row(NamedTuple):
    """A row of a section, and where it stands in the file."""

    entry: Entry
    path: Path
    section: Section


def families(edition: Edition) -> Iterator[tuple[tuple[Section, ...], Path]]:
    """Sections that stand side by side, with the path of what they stand in."""
    yield edition.sections, ()
    for section, path in walk_sections(edition.sections):
        yield section.sections, path


def rows(edition: Edition) -> Iterator[Row]:
    """Every row of every section, in reading order."""
    for section, path in walk_sections(edition.sections):
        for index, entry in enumerate(section.projects):
            yield Row(entry, (*path, "projects", index), section)
