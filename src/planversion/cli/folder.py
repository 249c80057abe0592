"""The editions in the working folder, as they are on disk."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from planversion.cli.choosing import called, looks_like_a_path, unknown
from planversion.cli.configuration import Configuration
from planversion.cli.inputs import STDIN, STDIN_NAME, a_folder, bytes_of, bytes_of_stdin
from planversion.cli.patterns import no_pattern
from planversion.cli.progress import working
from planversion.errors import Problem, UnreadableFileError, UsageError
from planversion.messages import Message, say
from planversion.yamltext import Source, read_edition


class Folder:
    """Edition files found when asked for and read once."""

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._read: dict[Path, Source] = {}

    @property
    def place(self) -> str:
        """Where this is, for a message."""
        return str(self._configuration.folder)

    def at(self, what: Message) -> Message:
        """The sentence as it is: whoever says no revision speaks of here."""
        return what

    def source(self, name: str) -> Source:
        """The edition called `name`; raises a PlanversionError where there is none, or several."""
        if name == STDIN:
            return read_edition(bytes_of_stdin(), STDIN_NAME)
        if not name:
            what = say("the name of an edition is empty")
            raise UsageError([Problem("usage", what, say("Name a file, or an edition by its id."))])
        # A folder that happens to be called 4 is not what is meant by 4.
        if looks_like_a_path(name) or Path(name).is_file():
            return self.read(name)
        found = called(name, self)
        if found is None and Path(name).is_dir():
            raise UnreadableFileError([a_folder(name)])
        if found is None:
            raise unknown(name, self)
        return found

    def sought(self, name: str) -> Source | None:
        """The same, and None where there is none."""
        if Path(name).is_file():
            return self.read(name)
        return None if looks_like_a_path(name) else called(name, self)

    def read(self, name: str) -> Source:
        """The edition in a file."""
        known = Path(name).absolute()
        if known not in self._read:
            path = Path(name)
            with working(path):
                self._read[known] = read_edition(bytes_of(path), str(path))
        return self._read[known]

    def names(self) -> list[str]:
        """Every edition file, sorted by its path."""
        return [str(path) for path in self.paths]

    @cached_property
    def paths(self) -> list[Path]:
        """The same as paths."""
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
            raise no_pattern(pattern, self._configuration) from None


def shortest(path: Path) -> Path:
    """The path from here where it lies below, as people would type it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
