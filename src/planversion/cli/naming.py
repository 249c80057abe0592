"""Whose edition a name means: of the working folder, of a revision, or of standard input."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planversion.cli.addresses import Address, address
from planversion.cli.configuration import Configuration
from planversion.cli.folder import Folder
from planversion.cli.inputs import STDIN
from planversion.errors import Problem, UsageError
from planversion.messages import say
from planversion.yamltext import Source

if TYPE_CHECKING:
    from planversion.cli.choosing import Shelf
    from planversion.cli.history import History
    from planversion.cli.revision import Revision


class Library:
    """The editions of a repository, in its working folder and at every revision."""

    def __init__(self, configuration: Configuration, *, fetching: bool = False) -> None:
        self.folder = Folder(configuration)
        self._configuration = configuration
        self._fetching = fetching
        self._history: History | None = None
        self._revisions: dict[str, Revision] = {}

    def source(self, name: str) -> Source:
        """The edition called `name`; raises a PlanversionError where there is none, or several."""
        shelf, here = self._named(name)
        return shelf.source(here)

    def shelf(self, name: str) -> Shelf:
        """Where the edition called `name` stands, and others beside it."""
        return self._named(name)[0]

    def paths(self) -> list[Path]:
        """Every edition file of the working folder, sorted."""
        return self.folder.paths

    def inputs(self, output: str | None) -> list[Path]:
        """What an output may not take the place of: the configuration, and every edition."""
        if output is None:
            return []
        decided = self._configuration.file
        return [*self.folder.paths, *([decided] if decided else [])]

    def file(self, name: str) -> Path:
        """The file of an edition, to be written; raises UsageError where it is at a revision."""
        if _addressed(name):
            what = say("{name} is at a revision, and what git holds can't be written", name=name)
            raise UsageError([Problem("usage", what, say("Name a file."))])
        return Path(self.source(name).name)

    def place(self, source: Source) -> Path:
        """Where an edition is in the working tree, or was at a revision."""
        known = self._history and self._history.paths.get(source.name)
        worktree = self._history and self._history.repository.worktree
        return worktree / known if worktree and known else Path(source.name)

    def path(self, source: Source) -> str:
        """The path of an edition from the root of the repository, if it is in there."""
        if known := self.history.paths.get(source.name):
            return known
        place, worktree = Path(source.name).absolute(), self.history.worktree
        if not place.is_relative_to(worktree):
            return source.name
        return place.relative_to(worktree).as_posix()

    @property
    def history(self) -> History:
        """The repository we are in; raises UsageError where we are in none."""
        if self._history is None:
            from planversion.cli.history import History

            self._history = History(Path.cwd(), fetching=self._fetching)
        return self._history

    def at(self, rev: str) -> Revision:
        """The editions at a revision."""
        if rev not in self._revisions:
            from planversion.cli.revision import Revision

            self._revisions[rev] = Revision(rev, self.history, self._configuration)
        return self._revisions[rev]

    def _named(self, name: str) -> tuple[Shelf, str]:
        found = _addressed(name)
        return (self.at(found.rev), found.name) if found else (self.folder, name)


def _addressed(name: str) -> Address | None:
    return None if name == STDIN else address(name)
