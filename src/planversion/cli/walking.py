"""The history of the edition files of a repository, as every command that tells of it asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from planversion.cli.choosing import unknown
from planversion.cli.configuration import Configuration, configuration
from planversion.cli.naming import Library
from planversion.cli.options import Traced
from planversion.cli.progress import counting
from planversion.cli.versions import Versions
from planversion.commits import Commit, Visit
from planversion.errors import IncomparableError, NoInputError, Problem
from planversion.messages import say
from planversion.tracing import Imprint, Track, Version, Walked, track
from planversion.tracing.strides import Holds, Imprints

_WILD = frozenset("*?[")


class Past(NamedTuple):
    """Every commit up to one, what it did to edition files, and how to read these."""

    library: Library
    decided: Configuration
    visits: list[Visit]
    track: Track
    versions: Versions

    @property
    def tip(self) -> Commit:
        """The newest commit."""
        return self.visits[0].commit

    @property
    def walked(self) -> Walked:
        """Commits and what they did, without how it is read."""
        return Walked(self.visits, self.track)


def past(rev: str, asked: Traced) -> Past:
    """The history that a revision has; raises a PlanversionError where it can't be told."""
    decided = configuration(asked.config, Path.cwd())
    library = Library(decided, fetching=asked.fetch)
    revision = library.at(library.history.commit(rev))
    visits = library.history.walk(rev, _below(revision.patterns))
    versions = Versions(library.history, cache=not asked.no_cache)
    blobs = _blobs(visits, revision.holds)
    library.history.bring((one for one in blobs if not versions.knows(one)), visits[0].commit.id)
    with counting(len(blobs), say("Reading the history")) as step:
        known = track(visits, revision.holds, _told(versions.imprint, step))
    if not known.strides:
        what = say("no edition was found in {folder}", folder=rev)
        raise NoInputError([Problem("no-input", what, say("Name a file."))])
    return Past(library, decided, visits, known, versions)


def _blobs(visits: list[Visit], holds: Holds) -> frozenset[str]:
    """The content of every version of every edition file."""
    touched = (one for visit in visits for some in visit.against for one in some)
    return frozenset(one.new for one in touched if one.new and holds(one.path))


def _told(imprint: Imprints, step: Callable[[], None]) -> Imprints:
    """The same, with a step for each version that is seen for the first time."""
    seen: set[str] = set()

    def telling(version: Version) -> Imprint | None:
        if version.blob not in seen:
            seen.add(version.blob)
            step()
        return imprint(version)

    return telling


def place(name: str, rev: str, found: Past) -> Version:
    """Where the edition called `name` is at the revision; raises a PlanversionError."""
    revision = found.library.at(found.tip.id)
    source = revision.sought(name)
    if source is None:
        raise unknown(name, found.library.at(rev))
    path = found.library.history.paths[source.name]
    version = Version(path, revision.editions[path])
    if found.versions.imprint(version) is None:
        raise IncomparableError(found.versions.problems(version))
    return version


def _below(patterns: list[str]) -> list[str]:
    """The folders that edition files are below; none where they may be anywhere."""
    folders = {_tame(pattern) for pattern in patterns}
    return [] if "" in folders else sorted(folders)


def _tame(pattern: str) -> str:
    """The beginning of a pattern that stands for itself."""
    parts = pattern.split("/")
    wild = next((i for i, part in enumerate(parts) if _WILD & {*part}), len(parts))
    return "/".join(parts[:wild])


def unread(found: Past) -> tuple[Version, ...]:
    """What can't be read in the end, so that what it changed is told nowhere."""
    now = found.library.at(found.tip.id).editions
    read = found.track.states[found.tip.id]
    return tuple(Version(path, blob) for path, blob in now.items() if read.get(path) != blob)
