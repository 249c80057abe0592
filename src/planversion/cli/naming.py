"""Which file an edition's name means: a path, an id, a plan and an id, or standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from planversion.cli.configuration import Configuration
from planversion.cli.progress import working
from planversion.errors import (
    Location,
    NoInputError,
    PlanversionError,
    Problem,
    UnreadableFileError,
    UsageError,
)
from planversion.messages import say
from planversion.yamltext import Source, read_edition
from planversion.yamltext.parsing import LARGEST_FILE

STDIN = "-"


class Library:
    """The editions that a repository holds, found when asked for and read once."""

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._read: dict[Path, Source] = {}

    def source(self, name: str) -> Source:
        """The edition called `name`; raises a PlanversionError where there is none, or several."""
        if name == STDIN:
            return read_edition(sys.stdin.buffer.read(LARGEST_FILE + 1), "<stdin>")
        path = Path(name)
        if _looks_like_a_path(path):
            return self.read(path)
        found = list(self._called(name))
        if len(found) == 1:
            return found[0]
        raise self._unknown(name) if not found else _ambiguous(name, found)

    def read(self, path: Path) -> Source:
        """The edition in a file."""
        known = path.resolve()
        if known not in self._read:
            self._read[known] = read_edition(bytes_of(path), str(path))
        return self._read[known]

    def paths(self) -> list[Path]:
        """Every edition file of the repository, sorted."""
        folder = self._configuration.folder
        found = {
            path
            for pattern in self._configuration.config.editions
            for path in folder.glob(pattern)
            if path.is_file()
        }
        return sorted(map(_shortest, found))

    def _called(self, name: str) -> Iterator[Source]:
        """Editions of that id; a file of that name answers without reading the others."""
        paths = self.paths()
        plan, _, identifier = name.rpartition("@")
        named = [path for path in paths if path.stem == identifier]
        found = list(self._matching(named, plan, identifier))
        yield from found or self._matching([p for p in paths if p not in named], plan, identifier)

    def _matching(self, paths: Iterable[Path], plan: str, identifier: str) -> Iterator[Source]:
        for path in paths:
            source = self.read(path)
            if source.edition.id == identifier and plan in ("", source.edition.plan.id):
                yield source

    def _unknown(self, name: str) -> PlanversionError:
        what = say("there is no file and no edition called {name}", name=name)
        stems = ", ".join(path.stem for path in self.paths())
        if not stems:
            mend = say(
                "Name a file; no edition was found in {folder}.", folder=self._configuration.folder
            )
            return NoInputError([Problem("unknown-edition", what, mend)])
        mend = say("Known here: {names}.", names=stems)
        return NoInputError([Problem("unknown-edition", what, mend)])


def _looks_like_a_path(path: Path) -> bool:
    return path.suffix in (".yaml", ".yml") or len(path.parts) > 1 or path.exists()


def _shortest(path: Path) -> Path:
    """The path from here where it lies below, as people would type it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _ambiguous(name: str, found: list[Source]) -> UsageError:
    what = say("{name} could be several editions", name=name)
    names = ", ".join(f"{one.edition.plan.id}@{one.edition.id} ({one.name})" for one in found)
    return UsageError([Problem("ambiguous", what, say("Name one of {names}.", names=names))])


def bytes_of(path: Path) -> bytes:
    """What a file holds, no more of it than we would read; raises UnreadableFileError."""
    try:
        with path.open("rb") as file, working(path):
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        problem = say("there is no such file")
    except IsADirectoryError:
        problem = say("this is a folder, not a file")
    except OSError as error:
        problem = say("this can't be read: {why}", why=error.strerror)
    raise UnreadableFileError([Problem("unreadable", problem, None, Location(str(path)))])
