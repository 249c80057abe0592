"""What `check` looks at: the editions named, what they follow, and all the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from planversion.checking import Review
from planversion.cli.configuration import Configuration
from planversion.cli.naming import Library
from planversion.cli.options import Checked
from planversion.cli.policies import waivers_file
from planversion.cli.shelving import shelving
from planversion.errors import NoInputError, PlanversionError, Problem
from planversion.messages import say
from planversion.rules.looking.subjects import Shelf
from planversion.yamltext import PartlyReadError, Rest, Source


class Read(NamedTuple):
    """The editions that could be read, and why others could not."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
    exit_code: int = 0
    """What the worst of the reasons deserves."""
    rests: tuple[Rest, ...] = ()
    """What could be read of these."""


class Altered(NamedTuple):
    """What a change alters: the editions as they are now, and as they were at the base."""

    sources: tuple[Source, ...] = ()
    bases: Mapping[str, Source] = MappingProxyType({})
    """By the name of a source, what it was; nothing for what is new."""
    unread: Mapping[str, tuple[Problem, ...]] = MappingProxyType({})
    """By the name of a source, why what it was can't be read."""
    gone: tuple[Source, ...] = ()
    problems: tuple[Problem, ...] = ()
    rests: tuple[Rest, ...] = ()


def read(names: Iterable[str], library: Library) -> Read:
    """The editions of these names, each once; no name means none."""
    sources: dict[str, Source] = {}
    failures: list[PlanversionError] = []
    for name in names:
        try:
            source = library.source(name)
        except PlanversionError as error:
            failures.append(error)
        else:
            sources[source.name] = source
    problems = tuple(problem for failure in failures for problem in failure.problems)
    worst = max((failure.exit_code for failure in failures), default=0)
    return Read(tuple(sources.values()), problems, worst, rests(failures))


def rests(failures: Iterable[PlanversionError]) -> tuple[Rest, ...]:
    """What could be read of files that are no editions."""
    partly = [failure.rest() for failure in failures if isinstance(failure, PartlyReadError)]
    return tuple(rest for rest in partly if rest)


def review(asked: Checked, library: Library, decided: Configuration) -> Review:
    """The editions that are asked for, else those that a change alters, else all there are.

    Raises NoInputError where there is none, and UsageError where the base can't be had.
    """
    altered = _altered(asked, library)
    looked_at = _looked_at(asked, altered, library, decided)
    if not (looked_at.sources or looked_at.problems or asked.base):
        what = say("no edition was found in {folder}", folder=decided.folder)
        raise NoInputError([Problem("no-input", what, say("Name a file."))])
    shelf, unknown = shelving(looked_at.sources, library, cache=not asked.no_cache)
    sources = looked_at.sources
    return Review(
        sources,
        predecessors=_predecessors(sources, shelf, library),
        bases={one.name: base for one in sources if (base := altered.bases.get(one.name))},
        unread={one.name: why for one in sources if (why := altered.unread.get(one.name))},
        gone=() if asked.files else altered.gone,
        shelf=shelf,
        rests=looked_at.rests,
        problems=tuple(dict.fromkeys((*looked_at.problems, *unknown))),
        against=asked.base,
        paths=pattern_paths(_every(looked_at, altered), library, decided),
    )


def _altered(asked: Checked, library: Library) -> Altered:
    if asked.base is None:
        return Altered()
    from planversion.cli.altering import altered

    return altered(asked.base, library, merged=asked.merge_base)


def _looked_at(asked: Checked, altered: Altered, library: Library, decided: Configuration) -> Read:
    if asked.base is not None and not asked.files:
        return Read(altered.sources, altered.problems, rests=altered.rests)
    # Whoever hands over all files of a folder means the editions among them.
    others = {file for file in (decided.file, waivers_file(decided)) if file}
    names = [name for name in asked.files if Path(name).absolute() not in others]
    return read(names if asked.files else map(str, library.paths()), library)


def pattern_paths(
    sources: Iterable[Source], library: Library, decided: Configuration
) -> dict[str, str]:
    """By the name of a source, its file as the patterns of the configuration have it."""
    places = {source.name: library.place(source).absolute() for source in sources}
    folder = decided.folder
    return {
        name: (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()
        for name, path in places.items()
    }


def _every(looked_at: Read, altered: Altered) -> Iterator[Source]:
    yield from looked_at.sources
    yield from altered.gone
    yield from (rest.source for rest in looked_at.rests)


def _predecessors(sources: Iterable[Source], shelf: Shelf, library: Library) -> dict[str, Source]:
    """By the name of a source, the edition it follows, as far as it is on the shelf."""
    found: dict[str, Source] = {}
    known = {source.name: source for source in sources}
    for name, source in known.items():
        previous = next(shelf.before(source.edition), None)
        if previous is not None:
            found[name] = known.get(previous.file) or library.folder.read(previous.file)
    return found
