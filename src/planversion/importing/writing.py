"""The template written, empty or filled with an edition."""

from __future__ import annotations

import csv
import io
from typing import Literal, NamedTuple

from planversion.errors import Location, Problem, RefusedWriteError
from planversion.importing.books import book
from planversion.importing.headers import LEVEL
from planversion.importing.holding import UNHELD, unheld
from planversion.importing.inertness import inert
from planversion.importing.templates import FIRST_LEVELS, Row, head_of, outline_of, sheets_for
from planversion.messages import Language, say
from planversion.model import Edition

Form = Literal["xlsx", "csv"]
_HELD_BY_CSV = frozenset({"levels", "departments"})


class Template(NamedTuple):
    """A template's bytes, and what of the edition they don't hold."""

    content: bytes
    left_out: tuple[Problem, ...] = ()


def template(edition: Edition, form: Form = "xlsx", language: Language | None = None) -> Template:
    """The template filled with an edition, so that importing it gives the edition again.

    What would read back a little otherwise is told, and so is what a CSV file doesn't hold: it
    has the outline, the header and the levels. Raises RefusedWriteError with every reason where
    no cell can hold what the edition says.
    """
    problems = unheld(edition)
    if hopeless := [problem for problem in problems if problem.code == UNHELD]:
        raise RefusedWriteError(hopeless)
    spoken = language or edition.plan.language
    if form == "xlsx":
        return Template(book(edition, spoken), problems)
    return Template(_csv(edition, spoken), (*problems, *_left_out(edition)))


def empty_template(form: Form, language: Language) -> bytes:
    """The template for somebody to fill in."""
    return book(None, language) if form == "xlsx" else _csv(None, language)


def _left_out(edition: Edition) -> tuple[Problem, ...]:
    names = [sheet.key for sheet in sheets_for(edition) if sheet.key not in _HELD_BY_CSV]
    if any(len(one.model_fields_set) > 1 for one in edition.departments):
        names.insert(0, "departments")
    if not names:
        return ()
    what = say("a CSV file doesn't hold: {names}", names=", ".join(names))
    return (Problem("left-out", what, say("Take .xlsx."), Location(edition.id)),)


def _csv(edition: Edition | None, language: Language) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    table = outline_of(edition, language)
    rows: list[Row] = [list(pair) for pair in head_of(edition, language)]
    levels = (
        [(one.name, one.code) for one in edition.levels]
        if edition
        else [(name.to(language), code) for name, code in FIRST_LEVELS]
    )
    rows += [[LEVEL.to(language), *level] for level in levels]
    rows += [[], list(table.head(language)), *table.rows]
    for row in rows:
        writer.writerow([inert(one) if isinstance(one, str) else one for one in row])
    # Excel takes a file without the mark for one in the local code page.
    return b"\xef\xbb\xbf" + written.getvalue().encode()
