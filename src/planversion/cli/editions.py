"""Two editions named on the command line, compared along the chain between them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from planversion.cli.configuration import Configuration, configuration
from planversion.cli.language import of_output
from planversion.cli.naming import STDIN, Library
from planversion.cli.options import Asked
from planversion.cli.progress import working
from planversion.cli.writing import refuse_overwriting
from planversion.comparing import Comparison, compare
from planversion.errors import NoInputError, Problem, UsageError
from planversion.messages import Language, say
from planversion.model import Edition
from planversion.yamltext import Source


@dataclass(frozen=True, slots=True)
class Compared:
    """Two sources, their comparison, and in which language to tell it."""

    old: Source
    new: Source
    comparison: Comparison
    language: Language
    configuration: Configuration


def compared(asked: Asked) -> Compared:
    """The comparison of two named editions; raises a PlanversionError where it can't be made."""
    if asked.old == asked.new == STDIN:
        what = say("standard input can't be both editions")
        raise UsageError([Problem("usage", what, say("Name a file for one of them."))])
    decided = configuration(asked.config, Path.cwd())
    library = Library(decided)
    was, now = library.source(asked.old), library.source(asked.new)
    refuse_overwriting(asked.output, was, now)
    between = way(was.edition, now.edition, library)
    with working(Path(was.name), Path(now.name)):
        comparison = compare(was.edition, now.edition, between=between)
    language = of_output(asked.lang, decided.config.language, now.edition.plan.language)
    return Compared(was, now, comparison, language, decided)


def way(old: Edition, new: Edition, library: Library) -> tuple[Edition, ...]:
    """The editions from old to new, as `previous` names them; none where the way isn't known."""
    forward = _back_from(new, old, library)
    if forward is not None:
        return forward
    backward = _back_from(old, new, library)
    return backward[::-1] if backward is not None else ()


def _back_from(later: Edition, earlier: Edition, library: Library) -> tuple[Edition, ...] | None:
    found: list[Edition] = []
    seen = {later.id}
    named = later.header.previous
    while named is not None and named not in seen and later.header.revises != earlier.id:
        if named == earlier.id:
            return tuple(reversed(found))
        seen.add(named)
        edition = _sibling(later, named, library)
        if edition is None:
            return None
        found.append(edition)
        named = edition.header.previous
    return () if later.header.revises == earlier.id else None


def _sibling(edition: Edition, named: str, library: Library) -> Edition | None:
    try:
        return library.source(f"{edition.plan.id}@{named}").edition
    except NoInputError:
        return None
