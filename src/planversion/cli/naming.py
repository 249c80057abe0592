"""Which file an edition's name means: a path, an id, a plan and an id, or standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property
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
STDIN_NAME = "<stdin>"


class Library:
    """The editions that a repository holds, found when asked for and read once."""

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._read: dict[Path, Source] = {}

    def source(self, name: str) -> Source:
        """The edition called `name`; raises a PlanversionError where there is none, or several."""
        if name == STDIN:
            return read_edition(bytes_of_stdin(), STDIN_NAME)
        path = Path(name)
        if _looks_like_a_path(path):
            return self.read(path)
        found = list(self._called(name))
        if len(found) == 1:
            return found[0]
        raise self._unknown(name) if not found else _ambiguous(name, found)

    def read(self, path: Path) -> Source:
        """The edition in a file."""
        known = path.absolute()
        if known not in self._read:
            with working(path):
                self._read[known] = read_edition(bytes_of(path), str(path))
        return self._read[known]

    @property
    def folder(self) -> Path:
        """The folder that the patterns of the configuration are relative to."""
        return self._configuration.folder

    def path_of(self, source: Source) -> str:
        """The file of a source as the patterns of the configuration have it."""
        path = Path(source.name).absolute()
        here = path.is_relative_to(self.folder)
        return (path.relative_to(self.folder) if here else path).as_posix()

    def paths(self) -> list[Path]:
        """Every edition file of the repository, sorted."""
        return self._paths

    @cached_property
    def _paths(self) -> list[Path]:
        found = {
            path
            for pattern in self._configuration.config.editions
            for path in self._found(pattern)
            if path.is_file() and path != self._configuration.file
        }
        return sorted(map(shortest, found))

    def _found(self, pattern: str) -> Iterator[Path]:
        try:
            yield from self._configuration.folder.glob(pattern)
        except (NotImplementedError, ValueError):
            what = say("{pattern} is no pattern of paths", pattern=pattern)
            mend = say("Write it relative to the configuration's folder.")
            raise UsageError(
                [Problem("config", what, mend, self._configuration.location)]
            ) from None

    def _called(self, name: str) -> Iterator[Source]:
        """Editions of that id; a file of that name answers without reading the others."""
        paths = self.paths()
        plan, _, identifier = name.rpartition("@")
        named = [path for path in paths if path.stem == identifier]
        found = list(_matching(map(self.read, named), plan, identifier))
        others = (path for path in paths if path not in named)
        yield from found or _matching(self._readable(others), plan, identifier)

    def _readable(self, paths: Iterable[Path]) -> Iterator[Source]:
        """What can be read: a broken draft is no reason not to find another edition."""
        for path in paths:
            with suppress(PlanversionError):
                yield self.read(path)

    def _ids(self) -> Iterator[str]:
        """The ids of the editions that can be read."""
        yield from (source.edition.id for source in self._readable(self.paths()))

    def _unknown(self, name: str) -> PlanversionError:
        if Path(name).is_dir():
            return UnreadableFileError([_folder(Path(name))])
        what = say("there is no file and no edition called {name}", name=name)
        ids = ", ".join(self._ids())
        if not ids:
            mend = say(
                "Name a file; no edition was found in {folder}.", folder=self._configuration.folder
            )
            return NoInputError([Problem("unknown-edition", what, mend)])
        mend = say("Known here: {names}.", names=ids)
        if broken := [path for path in self.paths() if path.absolute() not in self._read]:
            names = ", ".join(map(str, broken))
            mend = say("{mend} Not readable: {names}.", mend=mend, names=names)
        return NoInputError([Problem("unknown-edition", what, mend)])


def _matching(sources: Iterable[Source], plan: str, identifier: str) -> Iterator[Source]:
    for source in sources:
        if source.edition.id == identifier and plan in ("", source.edition.plan.id):
            yield source


def _looks_like_a_path(path: Path) -> bool:
    # A folder that happens to be called 4 is not what is meant by 4.
    return path.suffix in (".yaml", ".yml") or len(path.parts) > 1 or path.is_file()


def shortest(path: Path) -> Path:
    """The path from here where it lies below, as people would type it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _ambiguous(name: str, found: list[Source]) -> UsageError:
    what = say("{name} could be several editions", name=name)
    names = ", ".join(f"{one.edition.plan.id}@{one.edition.id} ({one.name})" for one in found)
    return UsageError([Problem("ambiguous", what, say("Name one of {names}.", names=names))])


def bytes_of_stdin() -> bytes:
    """What standard input holds, no more of it than we would read; raises UnreadableFileError."""
    if sys.stdin is None:
        problem = Problem("unreadable", say("standard input is closed"), None, Location(STDIN_NAME))
        raise UnreadableFileError([problem])
    return sys.stdin.buffer.read(LARGEST_FILE + 1)


def bytes_of(path: Path) -> bytes:
    """What a file holds, no more of it than we would read; raises UnreadableFileError."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        problem = say("there is no such file")
    except IsADirectoryError:
        raise UnreadableFileError([_folder(path)]) from None
    except OSError as error:
        problem = say("this can't be read: {why}", why=error.strerror)
    raise UnreadableFileError([Problem("unreadable", problem, None, Location(str(path)))])


def _folder(path: Path) -> Problem:
    return Problem("unreadable", say("this is a folder, not a file"), None, Location(str(path)))
