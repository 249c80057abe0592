"""When two rows may be the same project: what they are called, who carries them, what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from planversion.model import Edition, Path, Project
from planversion.model.places import key
from planversion.rules.looking.outlines import rows
from planversion.spelling import normalised

_MARK = r"(?:[(（\[［【〔〈《]\s*再掲?\s*[)）\]］】〕〉》]|※\s*再掲)"
_MARKED = re.compile(rf"^\s*{_MARK}[\s:：]*|\s*{_MARK}\s*$")
_SAYING = ("description", "status", "period", "budget", "indicators", "external_ids")


class Listing(NamedTuple):
    """A row as it reads: under which name, carried by whom."""

    project: Project
    """The record of the project that it lists."""
    path: Path
    name: str
    """As printed, without the mark of a relisting."""
    plain: str
    """Its name without differences of spelling."""
    departments: tuple[str, ...]
    record: bool
    """Whether the project's record stands here."""
    marked: bool
    """Whether its name holds the mark of a relisting, (再掲)."""

    @property
    def section(self) -> Path:
        """The section it stands in."""
        return self.path[:-2]

    @property
    def about(self) -> str:
        """Whose listing it is: an id, or a name while there is none."""
        return key(self.project) or self.project.name


def listings(edition: Edition) -> Iterator[Listing]:
    """Every row as it reads, in reading order."""
    every = [*rows(edition)]
    records = {key(entry): entry for entry, _, _ in every if isinstance(entry, Project)}
    for entry, path, _ in every:
        record = entry if isinstance(entry, Project) else records[entry.relists]
        printed = record.name if isinstance(entry, Project) else entry.wording or record.name
        name = _MARKED.sub("", printed) or printed
        plain = normalised(name, edition.plan.spellings)
        carried = record.departments if entry.departments is None else entry.departments
        yield Listing(
            *(record, path, name, plain, carried), record=entry is record, marked=name != printed
        )


def told_apart(one: Listing, other: Listing) -> bool:
    """Whether what both of them say of themselves tells them apart."""
    shared = {*one.departments} & {*other.departments}
    if one.departments and other.departments and not shared:
        return True
    return any(_differ(field, one.project, other.project) for field in _SAYING)


def _differ(field: str, one: Project, other: Project) -> bool:
    was, now = getattr(one, field), getattr(other, field)
    return bool(was and now) and _read(was) != _read(now)


def _read(value: object) -> object:
    return normalised(value) if isinstance(value, str) else value
