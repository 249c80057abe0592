"""What a release would write: the edition adopted, and its section of the change log."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from planversion.checking import Review
from planversion.cli.completing import require_ids
from planversion.cli.configuration import Configuration
from planversion.cli.folder import shortest
from planversion.cli.inputs import bytes_of
from planversion.cli.logs import later, logged
from planversion.comparing import Comparison, compare
from planversion.errors import Location, Problem, UsageError
from planversion.messages import Language, Message, say
from planversion.model import Edition
from planversion.patching import encoded, patch
from planversion.releasing.adopting import adopted
from planversion.releasing.entries import entry
from planversion.releasing.sections import sections, with_section
from planversion.rendering.markdown import markdown
from planversion.rules.looking.subjects import Shelf, volume
from planversion.yamltext import Source, read_edition

_LOG = "CHANGELOG.md"
Days = tuple[dt.date | None, dt.date]
"""The day of adoption that is asked for, and today."""


class Draft(NamedTuple):
    """What would be written, and the review of that."""

    path: Path
    log: Path
    name: str
    """The edition as plan@edition."""
    message: Message
    writes: dict[Path, bytes]
    """What files would hold that hold something else now."""
    review: Review


def draft(
    path: Path, looked_at: Review, decided: Configuration, language: Language, days: Days
) -> Draft:
    """What releasing the one edition of a review would write; raises UsageError where it can't."""
    (source,) = looked_at.sources
    before = bytes_of(path)
    after = encoded(patch(source, _adopted(source, days)).decode(), before)
    now = read_edition(after, source.name)
    name = f"{now.edition.plan.id}@{now.edition.id}"
    previous = _previous(now, looked_at)
    if previous:
        require_ids(previous, now)
    told = _told(now.edition, previous.edition if previous else None, decided, language)
    log = path.parent / _LOG
    was = log.read_bytes() if log.exists() else b""
    becomes = _logged(log, name, told, looked_at.shelf, now.edition, language)
    written = {path: (before, after), log: (was, becomes)}
    writes = {file: new for file, (old, new) in written.items() if new != old}
    return Draft(path, log, name, _message(now.edition), writes, _reviewed(looked_at, now))


def _adopted(source: Source, days: Days) -> Edition:
    edition = source.edition
    asked, today = days
    on = asked or edition.header.adopted_on or today
    found = adopted(edition, on)
    if asked and found.header.adopted_on != asked:
        known = found.header.adopted_on or say("a day that isn't written")
        what = say("this was adopted on {day} already", day=known)
        raise UsageError([Problem("release", what, None, Location(source.name))])
    return found


def _previous(now: Source, looked_at: Review) -> Source | None:
    """The edition before, if one is named; raises UsageError where that isn't here."""
    found = looked_at.predecessors.get(now.name)
    named = now.edition.header.previous
    if named is not None and found is None:
        what = say("{id}, which it follows, is not here to compare it with", id=named)
        raise UsageError([Problem("release", what, None, Location(now.name))])
    return found


def _told(
    edition: Edition, previous: Edition | None, decided: Configuration, language: Language
) -> str:
    comparison = compare(previous, edition) if previous else None
    template = decided.config.template
    if template and comparison:
        return _filled(template, decided.folder, comparison, language)
    return markdown(entry(edition, comparison, language))


def _filled(template: str, folder: Path, comparison: Comparison, language: Language) -> str:
    from planversion.rendering.templates import filled

    return filled(template, folder, comparison, language)


def _logged(
    log: Path, name: str, told: str, shelf: Shelf, edition: Edition, language: Language
) -> bytes:
    """The change log with the section of the edition, once."""
    file = str(shortest(log))
    was, text = logged(log, edition, language)
    found = next((one for one in sections(text, file) if one.name == name), None)
    if found is None:
        return encoded(with_section(text, name, told, file, later=later(edition, shelf)), was)
    if found.body != told.strip():
        what = say("the section of {name} says something else than what changed", name=name)
        mend = say("Take the section out to have it written anew.")
        line = text.count("\n", 0, found.start) + 1
        raise UsageError([Problem("changelog", what, mend, Location(file, line))])
    return was


def _message(edition: Edition) -> Message:
    header = edition.header
    told = say("Adopt {title} {label} ({id})")
    return say(told.text, title=edition.plan.title, label=header.label, id=header.id)


def _reviewed(looked_at: Review, now: Source) -> Review:
    """The review of the edition as it will be."""
    others = [one for one in looked_at.shelf.volumes if one.file != now.name]
    shelf = Shelf((volume(now.edition, now.name), *others))
    return replace(looked_at, sources=(now,), shelf=shelf)
