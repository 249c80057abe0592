"""What the template can't hold, so that it would not read back as the same edition."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from planversion.errors import Location, Problem
from planversion.importing.composites import read_by
from planversion.importing.headings import field_of, is_number
from planversion.importing.layout import MARKS, SEPARATORS
from planversion.importing.listings import split, without_mark
from planversion.importing.numbers import number_of
from planversion.importing.taking import on_one_line, tidied
from planversion.importing.templates import json_of
from planversion.messages import Message, say
from planversion.model import Edition, Path, Placement, Project, Relisting
from planversion.model.places import Place
from planversion.model.saying import written
from planversion.yamltext.words import in_words

LONGEST = 32767
"""So many characters a cell of Excel holds, in the units of UTF-16."""

# What XML can't say, and what a workbook says in a way that means something else.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_|x005F_")
_LINES = ("succeeds", "takes_from", "unsure")

ALTERED, UNHELD = "altered", "unheld"
"""Codes of problems: what reads back a little otherwise, and what no cell can hold."""
Flaw = tuple[Path, Message]


def unheld(edition: Edition) -> tuple[Problem, ...]:
    """Everything that the template can't hold, each with its place; none where it holds all."""
    tree = written(edition)
    flaws = (*_missing(edition), *_rows(edition), *_leaves(tree, ()), *_levels(edition))
    return tuple(
        Problem(_code(what), what, None, Location(edition.id, path=in_words(path, tree)))
        for path, what in dict.fromkeys(flaws)
    )


def _code(what: Message) -> str:
    return ALTERED if what.text in _MILD else UNHELD


def _missing(edition: Edition) -> Iterator[Flaw]:
    if not edition.outline.complete:
        yield (), say("some sections or projects have no id")
    declared = {one.name for one in edition.departments}
    for index, name in enumerate(sorted(_named(edition) - declared)):
        yield ("departments", index), say(_UNDECLARED.text, name=name)


def _named(edition: Edition) -> set[str]:
    entries = (e for place in edition.outline.places.values() for e in place.section.projects)
    return {name for entry in entries for name in entry.departments or ()}


def _levels(edition: Edition) -> Iterator[Flaw]:
    if edition.sections and not edition.levels:
        yield (), say("no level is declared")
    for index, level in enumerate(edition.levels):
        if field_of(level.name) or is_number(level.name) or on_one_line(level.name) != level.name:
            yield ("levels", index), say("this level is called as another column is")


def _rows(edition: Edition) -> Iterator[Flaw]:
    for place in edition.outline.places.values():
        yield from _of_section(place, edition)
        for row in edition.outline.listed(place):
            yield from _of_row(row, edition)


def _of_section(place: Place, edition: Edition) -> Iterator[Flaw]:
    section, levels = place.section, edition.levels
    code = levels[place.depth].code if place.depth < len(levels) else "{n}"
    if on_one_line(section.title) != section.title:
        yield (*place.path, "title"), _BROKEN
    if isinstance(section.number, str) and (
        not section.number
        or number_of(section.number, code) != section.number
        or read_by(code, section.number)
    ):
        yield (*place.path, "number"), say("this text would be read as a number")


def _of_row(row: Placement, edition: Edition) -> Iterator[Flaw]:
    match row.entry:
        case Project() as project:
            yield from _of_name(project.name, (*row.path, "name"))
            if project.period is not None and not written(project.period):
                yield (*row.path, "period"), _ENDLESS
        case Relisting() as relisting if edition.outline.complete:
            record = edition.outline.record(relisting.relists)
            if relisting.wording is not None:
                yield from _of_name(relisting.wording, (*row.path, "as"))
            own = relisting.departments
            if relisting.wording == record.name or own in ((), record.departments):
                yield row.path, _REPEATED
    yield from _of_departments(row)


def _of_name(name: str, path: Path) -> Iterator[Flaw]:
    if on_one_line(name) != name:
        yield path, _BROKEN
    if without_mark(name, MARKS)[1]:
        yield path, say("this name would be read as that of a relisting")


def _of_departments(row: Placement) -> Iterator[Flaw]:
    names = row.entry.departments or ()
    if len(set(names)) < len(names) or any(split(name, SEPARATORS) != [name] for name in names):
        yield (*row.path, "departments"), say("these departments would be read otherwise")


def _leaves(value: Any, path: Path) -> Iterator[Flaw]:
    """What no cell can hold, wherever it stands."""
    if path[-1:] in (("attributes",), ("spellings",)):
        yield from _of_json(value, path)
    elif isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(item, (*path, key))
    elif isinstance(value, str):
        of_a_list = path[-2:-1] and path[-2] in _LINES
        if not _fits(value) or (of_a_list and "\n" in value):
            yield path, say("a cell can't hold this text as it is")
        elif tidied(value) != value:
            yield path, _SPACED
    elif not _is_exact(value):
        yield path, say("a cell can't hold this number as it is")


def _of_json(value: Any, path: Path) -> Iterator[Flaw]:
    text = json_of(value)
    if not _fits(text) or json.loads(text) != value:
        yield path, say("a cell can't hold this text as it is")


def _fits(text: str) -> bool:
    if tidied(text) is None or _UNWRITABLE.search(text):
        return False
    return len(text.encode("utf-16-le", "surrogatepass")) <= 2 * LONGEST


def _is_exact(value: float) -> bool:
    try:
        return float(f"{value:.16G}") == value and abs(value) < float("inf")
    except OverflowError:
        return False


_REPEATED = say("this relisting says again what its record says")
_ENDLESS = say("a period without a beginning and an end")
_SPACED = say("this text would be read without the space around it")
_UNDECLARED = say("{name} carries projects and is not declared")
_MILD = frozenset(one.text for one in (_REPEATED, _ENDLESS, _SPACED, _UNDECLARED))
"""What means the same once it was read back."""
_BROKEN = say("a name with a line break would be read without it")
