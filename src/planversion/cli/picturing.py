"""A picture of the editions that were named, written in a format."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planversion.cli.completing import require_ids
from planversion.cli.configuration import configuration
from planversion.cli.endings import by_ending
from planversion.cli.inputs import STDIN
from planversion.cli.language import of_output
from planversion.cli.naming import Library
from planversion.cli.ways import way
from planversion.cli.writing import refuse_overwriting, write, write_bytes
from planversion.comparing import Comparison, compare
from planversion.errors import Problem, UsageError
from planversion.messages import Language, say
from planversion.model import Edition

if TYPE_CHECKING:
    from planversion.rendering.pictures.drawn import Drawn

_FEWEST = 2


class Plotted(NamedTuple):
    """What `plot` is asked."""

    names: tuple[str, ...]
    picture: str | None
    level: str | None
    width: int
    form: str | None
    output: str | None
    config: str | None
    lang: str | None
    fetch: bool


class _Named(NamedTuple):
    """The editions that were named, with where those between two of them are."""

    names: tuple[str, ...]
    editions: tuple[Edition, ...]
    library: Library
    language: Language


def plotted(asked: Plotted) -> None:
    """Writes the picture where it was asked for."""
    _refuse_unknown(asked)
    form = asked.form or by_ending("svg", asked.output, ("svg", "png", "html"))
    _refuse_showing(form, asked.output)
    named = _named(asked)
    drawn = _drawn(asked, named)
    if form == "html":
        from planversion.rendering.pictures.pages import page

        write(page(drawn, named.language, asked.width), asked.output)
        return
    picture = drawn.draw("picture", asked.width)
    if form == "png":
        from planversion.rendering.pictures.raster import png

        write_bytes(png(picture), asked.output)
    else:
        from planversion.rendering.pictures.style import standalone

        write(standalone(picture), asked.output)


def _refuse_unknown(asked: Plotted) -> None:
    """Raises UsageError for what can't be drawn together."""
    if len(asked.names) < _FEWEST:
        what = say("a picture compares two editions or more")
        raise UsageError([Problem("usage", what, say("Name OLD and NEW."))])
    if asked.picture == "departments" and asked.level is not None:
        what = say("a picture of departments has no levels")
        mend = say("Leave --level out, or draw a flow: --picture flow.")
        raise UsageError([Problem("usage", what, mend)])
    if asked.names.count(STDIN) > 1:
        what = say("standard input can't be both editions")
        raise UsageError([Problem("usage", what, say("Name a file for one of them."))])


def _refuse_showing(form: str, output: str | None) -> None:
    """Raises UsageError where a file that no terminal can show would go to one."""
    if form == "png" and output in (None, "-") and sys.stdout.isatty():
        what = say("{form} is a file, and can't be shown here", form=form)
        mend = say("Name a file: -o picture.{form}", form=form)
        raise UsageError([Problem("usage", what, mend)])


def _named(asked: Plotted) -> _Named:
    decided = configuration(asked.config, Path.cwd())
    library = Library(decided, fetching=asked.fetch)
    sources = [library.source(name) for name in asked.names]
    refuse_overwriting(asked.output, *library.inputs(asked.output), *map(library.place, sources))
    require_ids(*sources)
    editions = tuple(source.edition for source in sources)
    plan = editions[-1].plan.language
    language = of_output(asked.lang, decided.config.language, plan)
    return _Named(asked.names, editions, library, language)


def _drawn(asked: Plotted, of: _Named) -> Drawn:
    match asked.picture or ("flow" if len(of.names) == _FEWEST else "timeline"):
        case "departments":
            return _departments(_through(of), of.language)
        case "flow":
            return _flow([_through(of)], asked, of)
        case _:
            return _flow(list(_steps(of)), asked, of)


def _through(of: _Named) -> Comparison:
    """From the first to the last; those between are on the way."""
    if len(of.editions) > _FEWEST:
        return compare(of.editions[0], of.editions[-1], between=of.editions[1:-1])
    return next(_steps(of))


def _steps(of: _Named) -> Iterator[Comparison]:
    named = zip(of.editions, of.names, strict=True)
    for (old, _), (new, name) in pairwise(named):
        yield compare(old, new, between=way(old, new, of.library.shelf(name)))


def _flow(comparisons: list[Comparison], asked: Plotted, of: _Named) -> Drawn:
    from planversion.rendering.pictures.drawn import drawn_flow

    depth = _depth(asked.level, of.editions[-1])
    return drawn_flow(*comparisons, depth=depth, language=of.language)


def _departments(comparison: Comparison, language: Language) -> Drawn:
    from planversion.rendering.pictures.drawn import drawn_balances

    return drawn_balances(comparison, language)


def _depth(level: str | None, edition: Edition) -> int:
    """The level as it counts from 0; raises UsageError where the edition has none of that name."""
    if level is None:
        return 0
    names = [one.name for one in edition.levels]
    if level in names:
        return names.index(level)
    if level.isascii() and level.isdigit() and 1 <= int(level) <= max(len(names), 1):
        return int(level) - 1
    what = say("{edition} has no level {level}", edition=edition.id, level=level)
    known = ", ".join(f"{number} {name}" for number, name in enumerate(names, 1)) or "1"
    raise UsageError([Problem("level", what, say("Name one of {names}.", names=known))])
