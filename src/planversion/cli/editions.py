"""Two editions named on the command line, compared along the chain between them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from planversion.cli.addresses import Pair, requested
from planversion.cli.completing import require_ids
from planversion.cli.configuration import Configuration, configuration
from planversion.cli.inputs import STDIN
from planversion.cli.language import of_errors, of_output, of_work
from planversion.cli.naming import Library
from planversion.cli.options import Asked
from planversion.cli.progress import working
from planversion.cli.ways import way
from planversion.cli.writing import refuse_overwriting
from planversion.comparing import Comparison, compare
from planversion.errors import Problem, UsageError
from planversion.messages import Language, say
from planversion.rendering.safety import on_one_line
from planversion.yamltext import Source

if TYPE_CHECKING:
    from planversion.cli.choosing import Shelf
    from planversion.cli.steps import Step


class Compared(NamedTuple):
    """Two sources, their comparison, and in which language to tell it."""

    old: Source
    new: Source
    comparison: Comparison
    language: Language


class Alone(NamedTuple):
    """An edition file that one side only has."""

    source: Source
    gone: bool
    language: Language


Found = Compared | Alone


class Answer(NamedTuple):
    """Everything that was asked to be compared, in the order of the files."""

    found: tuple[Found, ...]
    names: tuple[str, ...]
    """What each is called; none for OLD NEW."""
    sides: tuple[str, str] | None
    """What the two sides are called, where all of their editions were asked for."""
    language: Language
    configuration: Configuration

    @property
    def changed(self) -> bool:
        """Whether anything is another on the two sides."""
        return any(isinstance(one, Alone) or one.comparison.diff.changes for one in self.found)


def answer(asked: Asked) -> Answer:
    """What the names ask for; raises a PlanversionError where it can't be had."""
    request = requested(asked.old, asked.new)
    decided = configuration(asked.config, Path.cwd())
    library = Library(decided, fetching=asked.fetch)
    if isinstance(request, Pair):
        steps: tuple[Step, ...] = (_pair(request, library),)
        names: tuple[str, ...] = ()
        sides, shelf = None, library.shelf(request.new)
    else:
        from planversion.cli.ranges import ranged

        steps, names, sides, shelf = ranged(request, library)
    editions = [source for step in steps for source in step if source]
    refuse_overwriting(asked.output, *library.inputs(asked.output), *map(library.place, editions))
    language = of_work(asked.lang, decided.config.language, editions[-1:])
    found = tuple(_found(step, shelf, asked, decided) for step in steps)
    return Answer(found, names, sides, language, decided)


def _pair(request: Pair, library: Library) -> Step:
    if request.old == request.new == STDIN:
        what = say("standard input can't be both editions")
        raise UsageError([Problem("usage", what, say("Name a file for one of them."))])
    return library.source(request.old), library.source(request.new)


def _found(step: Step, shelf: Shelf, asked: Asked, decided: Configuration) -> Found:
    was, now = step
    some = now or was
    assert some
    language = of_output(asked.lang, decided.config.language, some.edition.plan.language)
    if was is None or now is None:
        return Alone(some, now is None, language)
    between = way(was.edition, now.edition, shelf)
    require_ids(was, now)
    with working(Path(was.name), Path(now.name)):
        comparison = compare(was.edition, now.edition, between=between)
    _warn_of_strangers(comparison)
    return Compared(was, now, comparison, language)


def _warn_of_strangers(comparison: Comparison) -> None:
    """Says so where no project of the one is in the other: then ids were minted afresh."""
    was, now = comparison.matching.old.projects, comparison.matching.new.projects
    if was and now and was.isdisjoint(now) and not comparison.new.lineage:
        what = say(
            "{old} and {new} share no project: their ids are not carried on. planversion link {old}"
            " {new} finds who is who.",
            old=comparison.old.id,
            new=comparison.new.id,
        )
        click.echo(on_one_line(what.to(of_errors())), err=True)
