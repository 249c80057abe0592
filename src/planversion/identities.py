"""Ids for whatever has none in an edition: minted from where it first appears."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planversion.ids import Prefix
from planversion.ids import mint as minted_id
from planversion.model import Edition, Path, Project, Relisting, Section


class Minted(NamedTuple):
    """An id that was missing, and what it now names."""

    path: Path
    id: str
    code: str
    name: str


class _Appearance(NamedTuple):
    """A section or project where it first appears: what its id is minted from."""

    prefix: Prefix
    path: Path
    id: str | None
    code: str
    name: str


def identified(edition: Edition, like: Edition | None = None) -> Edition:
    """The edition with an id for every section and project.

    What has none gets that of the same thing at the same place in `like`, else a minted one.
    """
    if edition.outline.complete:
        return edition
    taken = with_ids(edition, dict(_taken_over(edition, like)))
    return with_ids(taken, {one.path: one.id for one in missing(taken)})


def with_ids(edition: Edition, ids: Mapping[Path, str]) -> Edition:
    """The edition with these ids, by the paths of their sections and projects."""
    if not ids:
        return edition
    sections = _with_ids(edition.sections, ids, ())
    return edition.model_copy(update={"sections": sections})


def _taken_over(edition: Edition, like: Edition | None) -> Iterator[tuple[Path, str]]:
    """The ids that `like` has where this edition has none, of what is called the same."""
    there = {(one.path, one.name): one.id for one in _appearances(like)} if like else {}
    used = {one.id for one in _appearances(edition)}
    for one in _appearances(edition):
        identifier = there.get((one.path, one.name))
        if one.id is None and identifier and identifier not in used:
            yield one.path, identifier


def missing(edition: Edition) -> Iterator[Minted]:
    """The ids that are missing, for the paths of what lacks them."""
    appearances = list(_appearances(edition))
    taken = {one.id for one in appearances if one.id}
    before: Counter[tuple[str, str, str]] = Counter()
    for one in appearances:
        ordinal = before[one.prefix, one.code, one.name]
        before[one.prefix, one.code, one.name] += 1
        if one.id is None:
            identifier = minted_id(
                one.prefix,
                plan=edition.plan.id,
                edition=edition.id,
                code=one.code,
                name=one.name,
                ordinal=ordinal,
                taken=taken,
            )
            taken.add(identifier)
            yield Minted(one.path, identifier, one.code, one.name)


def _appearances(edition: Edition) -> Iterator[_Appearance]:
    side = edition.outline
    for place in side.places.values():
        code, section = place.code, place.section
        yield _Appearance("s", place.path, section.id, code, section.title)
        for row in side.listed(place):
            if isinstance(row.entry, Project):
                yield _Appearance("p", row.path, row.entry.id, code, row.entry.name)


def _with_ids(
    sections: tuple[Section, ...], ids: Mapping[Path, str], path: Path
) -> tuple[Section, ...]:
    return tuple(
        _section_with_ids(section, ids, (*path, "sections", index))
        for index, section in enumerate(sections)
    )


def _section_with_ids(section: Section, ids: Mapping[Path, str], path: Path) -> Section:
    rows: list[Project | Relisting] = []
    for index, entry in enumerate(section.projects):
        identifier = ids.get((*path, "projects", index))
        rows.append(entry.model_copy(update={"id": identifier}) if identifier else entry)
    update = {
        "id": ids.get(path, section.id),
        "projects": tuple(rows),
        "sections": _with_ids(section.sections, ids, path),
    }
    return section.model_copy(update=update)
