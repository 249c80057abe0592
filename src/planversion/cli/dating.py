"""`at`: which edition of each plan is in force on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planversion.cli.configuration import configuration
from planversion.cli.dates import read_day
from planversion.cli.language import of_work
from planversion.cli.naming import Library
from planversion.cli.options import Traced
from planversion.cli.writing import say_page, write
from planversion.errors import NoInputError, Problem
from planversion.messages import say
from planversion.rendering.past import documents
from planversion.rendering.past.force import force
from planversion.rendering.safety import json_text
from planversion.rendering.speaking import Speaker
from planversion.tracing import Force, in_force
from planversion.yamltext import Source

if TYPE_CHECKING:
    from planversion.cli.choosing import Shelf


def dated(day: str, plan: str | None, rev: str | None, asked: Traced) -> None:
    """Writes which edition is in force; raises NoInputError where none of any plan is."""
    when = read_day(day)
    decided = configuration(asked.config, Path.cwd())
    library = Library(decided, fetching=asked.fetch)
    sources = list(_sources(library.at(rev) if rev else library.folder))
    found = _found(sources, plan, when)
    if asked.form == "json":
        write(json_text(documents.force(found, when)), asked.output)
        return
    language = of_work(asked.lang, decided.config.language, sources)
    say_page(force(found, when, Speaker(language)), asked.form, asked.output, asked.color)


def _sources(shelf: Shelf) -> Iterator[Source]:
    """Every edition: one that can't be read might be the one in force."""
    yield from map(shelf.read, shelf.names())


def _found(sources: list[Source], plan: str | None, day: date) -> tuple[Force, ...]:
    editions = [source.edition for source in sources]
    some = [one for one in editions if plan in (None, one.plan.id)]
    if not some:
        raise _unknown(plan, sorted({one.plan.id for one in editions}))
    found = in_force(some, day)
    if not any(one.terms for one in found):
        undated = [name.id for one in found for name in one.undated]
        what = say("no edition was in force on {day}", day=day.isoformat())
        mend = say("Adopted, but without a day: {names}.", names=", ".join(undated))
        raise NoInputError([Problem("none-in-force", what, mend if undated else None)])
    return found


def _unknown(plan: str | None, known: list[str]) -> NoInputError:
    if plan is None:
        what = say("no edition was found")
        return NoInputError([Problem("no-input", what, say("Name a file."))])
    what = say("there is no plan called {name}", name=plan)
    mend = say("Known here: {names}.", names=", ".join(known)) if known else None
    return NoInputError([Problem("unknown-plan", what, mend)])
