"""Missing ids written into a file: only the lines of those sections and projects change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from planversion import numbering
from planversion.errors import Location, Problem, RefusedWriteError
from planversion.ids import Prefix
from planversion.ids import mint as minted_id
from planversion.messages import say
from planversion.model import Edition, Path, Project, Relisting, Section
from planversion.patching.splicing import Edit, splice
from planversion.yamltext import Source, read_edition
from planversion.yamltext.positions import Span


class Minted(NamedTuple):
    """An id that was missing, and what it now names."""

    path: Path
    id: str
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Minting:
    """The file with every id, and which were missing."""

    text: str
    minted: tuple[Minted, ...]


class _Appearance(NamedTuple):
    """A section or project where it first appears: what its id is minted from."""

    prefix: Prefix
    path: Path
    id: str | None
    code: str
    name: str


def mint(source: Source) -> Minting:
    """The file with an id for every section and project that had none.

    Minted from plan, edition, place code, name and how many of that name came before there, so
    that whoever mints the same file gets the same ids. Raises RefusedWriteError if the result
    doesn't read back as the same edition with these ids.
    """
    minted = tuple(_missing(source.edition))
    if not minted:
        return Minting(source.text, ())
    newline = "\r\n" if "\r\n" in source.text else "\n"
    edits = (_edit(source, one, newline) for one in minted)
    text = splice(source.text, edits)
    _read_again(source, text, minted)
    return Minting(text, minted)


def _missing(edition: Edition) -> Iterator[Minted]:
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
    styles = [level.code for level in edition.levels]
    yield from _in_sections(edition.sections, styles, "", ())


def _in_sections(
    sections: tuple[Section, ...], styles: list[str], above: str, path: Path
) -> Iterator[_Appearance]:
    style = styles[0] if styles else "-{n}"
    for index, section in enumerate(sections):
        here: Path = (*path, "sections", index)
        code = above + numbering.print_number(section.number, style)
        yield _Appearance("s", here, section.id, code, section.title)
        for row, entry in enumerate(section.projects):
            if isinstance(entry, Project):
                yield _Appearance("p", (*here, "projects", row), entry.id, code, entry.name)
        yield from _in_sections(section.sections, styles[1:], code, here)


def _edit(source: Source, one: Minted, newline: str) -> Edit:
    span = source.positions[one.path]
    if (*one.path, "id") in source.positions:
        value = source.positions[*one.path, "id"]
        return Edit(value.start, value.end, f" {one.id}" if value.start == value.end else one.id)
    return Edit(
        _first_key(source.text, span), _first_key(source.text, span), _key(one, span, newline)
    )


def _first_key(text: str, span: Span) -> int:
    return span.start + 1 if text[span.start] == "{" else span.start


def _key(one: Minted, span: Span, newline: str) -> str:
    if span.flow:
        return f"id: {one.id}, "
    return f"id: {one.id}{newline}{' ' * (span.column - 1)}"


def _read_again(source: Source, text: str, minted: tuple[Minted, ...]) -> None:
    """Refuses a text that says anything but the same edition with these ids."""
    found = read_edition(text.encode(), source.name).edition
    ids = {one.path: one.id for one in minted}
    meant = source.edition.model_copy(
        update={"sections": _with_ids(source.edition.sections, ids, ())}
    )
    if found != meant:
        what = say("the file would not have read back as meant, so nothing was written")
        raise RefusedWriteError([Problem("refused", what, None, Location(source.name))])


def _with_ids(
    sections: tuple[Section, ...], ids: dict[Path, str], path: Path
) -> tuple[Section, ...]:
    return tuple(
        _section_with_ids(section, ids, (*path, "sections", index))
        for index, section in enumerate(sections)
    )


def _section_with_ids(section: Section, ids: dict[Path, str], path: Path) -> Section:
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
