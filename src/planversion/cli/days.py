"""When an edition came out: as it says, as the command line says, else as its file was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from planversion.cli.checking import day
from planversion.cli.naming import Library
from planversion.cli.options import Traced
from planversion.cli.sequels import Sequel
from planversion.cli.walking import Past, past
from planversion.errors import Location, NoInputError, Problem, UsageError
from planversion.messages import say
from planversion.rendering.feeds.moments import Moments, at, of_edition, on
from planversion.repo import RevisionError
from planversion.tracing import Version, line_of
from planversion.yamltext import Source


def given(asked: Iterable[str], told: Iterable[Sequel]) -> dict[str, Moments]:
    """The days of `EDITION=DATE`, by edition; raises UsageError where nothing asks for one."""
    known = {step.new.edition.id for step in told}
    found = {}
    for one in asked:
        name, equals, written = one.partition("=")
        if not equals or name not in known:
            what = say("{given} gives no edition of the feed its day", given=one)
            mend = say(
                "Write EDITION=DATE; its editions are {names}.", names=", ".join(sorted(known))
            )
            raise UsageError([Problem("usage", what, mend)])
        said = on(day(written))
        found[name] = Moments(said, said)
    return found


class Days:
    """The days of editions; git is asked only where nothing else says one."""

    def __init__(self, asked: Mapping[str, Moments], library: Library, traced: Traced) -> None:
        self._asked = asked
        self._library = library
        self._traced = traced

    def of(self, source: Source) -> Moments:
        """When the edition came out, and when it was last changed; raises UsageError."""
        edition = source.edition
        found = self._asked.get(edition.id) or of_edition(edition) or self._recorded(source)
        if found is None:
            what = say("it isn't known when edition {id} came out", id=edition.id)
            mend = say("Give its day: --date {id}=2026-04-01.", id=edition.id)
            raise UsageError([Problem("undated", what, mend, Location(source.name))])
        return found

    def _recorded(self, source: Source) -> Moments | None:
        """When its file was first recorded in a commit, and last."""
        return self._past and recorded(self._library.path(source), self._past)

    @cached_property
    def _past(self) -> Past | None:
        try:
            return past("HEAD", self._traced)
        except RevisionError as error:
            # A history that is here in part would say another day than the whole.
            if error.commands:
                raise
        except (NoInputError, UsageError):
            # Without a repository, or an edition in it, no commit says a day.
            pass
        return None


def recorded(path: str, found: Past) -> Moments | None:
    """When a file was first recorded in a commit, and last; None where it never was."""
    blob = found.track.states[found.tip.id].get(path)
    if blob is None:
        return None
    line = [*line_of(Version(path, blob), found.track.strides)]
    try:
        return Moments(at(line[-1].commit.date), at(line[0].commit.date))
    except (IndexError, ValueError):
        return None
