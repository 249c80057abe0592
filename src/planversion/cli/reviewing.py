"""What `check` looks at: the editions named, what they follow, and all the others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from planversion.checking import Review
from planversion.cli.naming import Library
from planversion.cli.options import Checked
from planversion.cli.shelving import shelving
from planversion.errors import NoInputError, PlanversionError, Problem
from planversion.messages import say
from planversion.rules.subjects import Shelf
from planversion.yamltext import Source


class Read(NamedTuple):
    """The editions that could be read, and why others could not."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]


def read(names: Iterable[str], library: Library) -> Read:
    """The editions of these names, each once; no name means none."""
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for name in names:
        try:
            source = library.source(name)
        except PlanversionError as error:
            problems += error.problems
        else:
            sources[source.name] = source
    return Read(tuple(sources.values()), tuple(problems))


def review(asked: Checked, library: Library) -> Review:
    """These editions, or all of the repository; raises NoInputError where there is none."""
    looked_at = read(asked.files or tuple(map(str, library.paths())), library)
    if not (looked_at.sources or looked_at.problems):
        what = say("no edition was found in {folder}", folder=library.folder)
        raise NoInputError([Problem("no-input", what, say("Name a file."))])
    shelf, unknown = shelving(looked_at.sources, library, cache=not asked.no_cache)
    before = read_predecessors(looked_at.sources, shelf, library)
    return Review(
        looked_at.sources,
        predecessors=before,
        shelf=shelf,
        problems=tuple(dict.fromkeys((*looked_at.problems, *unknown))),
        paths={source.name: library.path_of(source) for source in looked_at.sources},
    )


def read_predecessors(
    sources: Iterable[Source], shelf: Shelf, library: Library
) -> dict[str, Source]:
    """By the name of a source, the edition it follows, as far as it is on the shelf."""
    found: dict[str, Source] = {}
    known = {source.name: source for source in sources}
    for name, source in known.items():
        previous = next(shelf.before(source.edition), None)
        if previous is not None:
            found[name] = known.get(previous.file) or library.read(Path(previous.file))
    return found
