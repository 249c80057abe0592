"""A site built from the editions of the working folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import click

from planversion.cli.bases import base
from planversion.cli.completing import require_ids
from planversion.cli.configuration import Configuration, configuration
from planversion.cli.inputs import bytes_of
from planversion.cli.language import of_errors, of_output
from planversion.cli.laying import Laid, lay, ours
from planversion.cli.naming import Library
from planversion.cli.program import program
from planversion.cli.progress import counting
from planversion.cli.tables import page
from planversion.collector import without_collector
from planversion.errors import NoInputError, PlanversionError, Problem, UsageError
from planversion.messages import say
from planversion.publishing import Extras, Origins, Site, Tabling, files, printed, series, site
from planversion.publishing.recorded import Recorded
from planversion.rendering.feeds.moments import Moments
from planversion.rendering.laying import layout
from planversion.rendering.safety import on_one_line
from planversion.yamltext import Source


class Wanted(NamedTuple):
    """Which plan, and how to tell of it."""

    plan: str | None
    lang: str | None
    config: str | None
    base: str | None
    history: bool = False
    fetch: bool = False


def built(wanted: Wanted, output: str, *, force: bool) -> None:
    """Writes the site into a folder, and says how much of it is new."""
    folder = Path(output)
    ours(folder, force=force)
    with without_collector():
        laid = written(planned(wanted, folder), folder, force=force)
    for line in told(laid, folder):
        click.echo(on_one_line(line), err=True)


def told(laid: Laid, folder: Path | str) -> list[str]:
    """How much was written, in a line, and what is left for a person to see."""
    what = say(
        "{folder}: {written} files written, {kept} unchanged, {removed} removed",
        folder=folder,
        written=laid.written,
        kept=laid.kept,
        removed=laid.removed,
    )
    kept = say("Somebody changed {file}; it is no longer part of the site, and left as it is.")
    left = [say(kept.text, file=name) for name in laid.left]
    return [message.to(of_errors()) for message in (what, *left)]


def planned(wanted: Wanted, folder: Path, *, watched: bool = False) -> Site:
    """The site before it is written into a folder, whose copies of editions are none.

    Raises a PlanversionError where it can't be made.
    """
    address = base(wanted.base)
    decided = configuration(wanted.config, Path.cwd())
    library = Library(decided, fetching=wanted.fetch)
    sources = _of_plan(_read(library, decided, folder.resolve()), wanted.plan)
    _refuse_twins(sources)
    require_ids(*sources)
    of = series(source.edition for source in sources)
    language = of_output(wanted.lang, decided.config.language, of.plan.language)
    past = _past(wanted, of.plan.id, sources, library)
    extras = Extras(
        base=address,
        watched=watched,
        sources={source.edition.id: bytes_of(Path(source.name)) for source in sources},
        commits=past.commits,
        days=past.days,
        tables=Tabling(layout(language, None, decided.config.tables), page),
        # Of what was read, not of what may stand in the file by now.
        origins=Origins(program(), {one.edition.id: printed(one.text) for one in sources}),
    )
    return site(of, language, extras)


class _Past(NamedTuple):
    """What commits say: of each project, and of each edition."""

    commits: Mapping[str, tuple[Recorded, ...]] = {}
    days: Mapping[str, Moments] = {}


def _past(wanted: Wanted, plan: str, sources: list[Source], library: Library) -> _Past:
    if not wanted.history:
        return _Past()
    from planversion.cli.committed import committed, walked
    from planversion.cli.days import recorded

    found = walked(wanted)
    days = {one.edition.id: recorded(library.path(one), found) for one in sources}
    return _Past(committed(plan, found), {name: day for name, day in days.items() if day})


def written(of: Site, folder: Path, *, force: bool) -> Laid:
    """Writes the site, and shows how far it is."""
    every = tuple(files(of))
    with counting(len(every), say("Writing the site")) as step:
        return lay(every, folder, force=force, step=step)


def _read(library: Library, decided: Configuration, but: Path) -> list[Source]:
    """Every edition; one that can't be read would be missing without a word."""
    found: list[Source] = []
    problems: list[Problem] = []
    for name in library.folder.names():
        if Path(name).resolve().is_relative_to(but):
            continue
        try:
            found.append(library.folder.read(name))
        except PlanversionError as error:
            problems += error.problems
    if problems:
        raise PlanversionError(problems)
    if not found:
        what = say("no edition was found in {folder}", folder=decided.folder)
        raise NoInputError([Problem("no-input", what)])
    return found


def _of_plan(sources: list[Source], plan: str | None) -> list[Source]:
    plans = sorted({source.edition.plan.id for source in sources})
    if plan is None and len(plans) > 1:
        what = say("there are several plans")
        mend = say("Name one of {names}.", names=", ".join(plans))
        raise UsageError([Problem("ambiguous", what, mend)])
    wanted = plans[0] if plan is None else plan
    found = [source for source in sources if source.edition.plan.id == wanted]
    if not found:
        what = say("there is no plan called {name}", name=plan)
        mend = say("Known here: {names}.", names=", ".join(plans))
        raise NoInputError([Problem("unknown-plan", what, mend)])
    return found


def _refuse_twins(sources: list[Source]) -> None:
    """Two editions of one name would be written into one file, on some systems in any case."""
    seen: dict[str, str] = {}
    for source in sources:
        name = source.edition.id.casefold()
        if name in seen:
            names = f"{seen[name]}, {source.name}"
            what = say("{name} could be several editions", name=source.edition.id)
            raise UsageError([Problem("ambiguous", what, say("Keep one of {names}.", names=names))])
        seen[name] = source.name
