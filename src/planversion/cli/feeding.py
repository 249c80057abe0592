"""`feed`: what is told in a feed, read and compared, and written in the format asked for."""

from __future__ import annotations

from itertools import islice
from pathlib import Path, PurePath
from typing import NamedTuple

from planversion.cli.bases import base
from planversion.cli.completing import require_ids
from planversion.cli.configuration import configuration
from planversion.cli.days import Days, given
from planversion.cli.language import of_output
from planversion.cli.naming import Library
from planversion.cli.options import Traced
from planversion.cli.sequels import Sequel, sequels
from planversion.cli.ways import way
from planversion.cli.writing import refuse_overwriting, write
from planversion.comparing import compare
from planversion.errors import NoInputError, Problem, UsageError
from planversion.messages import Language, Message, say
from planversion.model import Edition
from planversion.rendering.feeds.entries import of_step
from planversion.rendering.feeds.feed import Entry, Feed, lasting, newest_first
from planversion.rendering.several import title_of
from planversion.rendering.views.chapters import View


class Wanted(NamedTuple):
    """What the command line asks for."""

    names: tuple[str, ...]
    commits: bool
    by: View
    base: str | None
    author: str | None
    dates: tuple[str, ...]
    limit: int | None
    lang: str | None
    output: str | None
    config: str | None
    form: str
    no_cache: bool
    fetch: bool

    @property
    def traced(self) -> Traced:
        """The same for what walks through commits."""
        shared = {name: getattr(self, name) for name in Traced._fields if name != "color"}
        return Traced(color="never", **shared)


def fed(wanted: Wanted) -> None:
    """Writes the feed; raises a PlanversionError where there is nothing to tell, or no day."""
    wanted = wanted._replace(base=base(wanted.base))
    feed = _of_commits(wanted) if wanted.commits else _of_steps(wanted)
    write(_written(feed, wanted.form), wanted.output)


def _written(feed: Feed, form: str) -> str:
    if form == "json":
        from planversion.rendering.feeds.json_feed import json_feed

        return json_feed(feed)
    from planversion.rendering.feeds.atom import atom

    return atom(feed)


def _of_steps(wanted: Wanted) -> Feed:
    decided = configuration(wanted.config, Path.cwd())
    library = Library(decided, fetching=wanted.fetch)
    found = sequels(wanted.names, library)
    if not found:
        what = say("there is nothing to tell: no edition follows another")
        raise NoInputError([Problem("no-input", what, say("Name editions in their order."))])
    places = (library.place(one) for step in found for one in (step.old, step.new))
    refuse_overwriting(wanted.output, *library.inputs(wanted.output), *places)
    edition = found[-1].new.edition
    language = of_output(wanted.lang, decided.config.language, edition.plan.language)
    days = Days(given(wanted.dates, found), library, wanted.traced)
    entries = newest_first(_entry(step, days, language, wanted) for step in found)
    title = say("{title}: changes from edition to edition", title=edition.plan.title)
    whole = lasting(edition.plan, "steps")
    return _feed(whole, title, edition, entries[: wanted.limit], language, wanted)


def _entry(step: Sequel, days: Days, language: Language, wanted: Wanted) -> Entry:
    when = days.of(step.new)
    require_ids(step.old, step.new)
    old, new = step.old.edition, step.new.edition
    comparison = compare(old, new, between=way(old, new, step.shelf))
    return of_step(comparison, when, language, wanted.by, wanted.base)


def _of_commits(wanted: Wanted) -> Feed:
    from planversion.cli.following import archive_of
    from planversion.cli.recording import entries_of
    from planversion.cli.walking import past, place

    if len(wanted.names) != 1:
        what = say("--commits tells of one edition")
        raise UsageError([Problem("usage", what, say("Name one."))])
    found = past("HEAD", wanted.traced)
    start = place(wanted.names[0], "HEAD", found)
    archive, edition = archive_of(found, wanted.traced), found.versions.edition(start)
    entries = tuple(islice(entries_of(start, found, archive), wanted.limit))
    title = say("{title}: what each commit changed", title=title_of(edition))
    whole = lasting(edition.plan, "commits", edition.id)
    return _feed(whole, title, edition, entries, archive.language, wanted)


def _feed(
    identity: str,
    title: Message,
    edition: Edition,
    entries: tuple[Entry, ...],
    language: Language,
    wanted: Wanted,
) -> Feed:
    own = f"{wanted.base}{PurePath(wanted.output).name}" if wanted.base and wanted.output else None
    author = wanted.author or edition.plan.title
    return Feed(identity, title.to(language), language, author, entries, wanted.base, own)
