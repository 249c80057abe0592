"""The editions at a revision, read from git without a checkout."""

from __future__ import annotations

import posixpath
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from planversion.cli.choosing import called, looks_like_a_path, unknown
from planversion.cli.configuration import Configuration
from planversion.cli.history import History
from planversion.cli.inputs import a_folder
from planversion.cli.patterns import no_pattern
from planversion.errors import Location, Problem, UnreadableFileError
from planversion.messages import Message, say
from planversion.patterns import matches
from planversion.repo import Entry, from_root
from planversion.yamltext import Source, read_edition


class Revision:
    """Edition files of one revision, found when asked for and read once.

    Which files are editions is decided by the configuration of today, not by that of then.
    """

    def __init__(self, rev: str, history: History, configuration: Configuration) -> None:
        self.rev = rev
        self._history = history
        self._configuration = configuration
        self._read: dict[str, Source] = {}

    @property
    def place(self) -> str:
        """Where this is, for a message."""
        return self.rev or ":"

    def at(self, what: Message) -> Message:
        """The sentence, said of this revision."""
        return say("{what} at {rev}", what=what, rev=self.place)

    def source(self, name: str) -> Source:
        """The edition called `name` here: the path as git reads `REV:path`, else an edition's id.

        Raises a PlanversionError where there is none, or several.
        """
        entry = self._history.entry(self.rev, name)
        if entry and (entry.is_file or entry.is_link):
            return self._of(entry)
        found = None if looks_like_a_path(name) else called(name, self)
        if found is None:
            raise self._no_file(name, entry)
        return found

    def sought(self, name: str) -> Source | None:
        """The edition of a path from here or of an id, None where there is none."""
        path = self._from_here(name)
        entry = self._history.entry(self.rev, path) if path else None
        if entry and (entry.is_file or entry.is_link):
            return self._of(entry)
        return None if looks_like_a_path(name) else called(name, self)

    def read(self, path: str) -> Source:
        """The edition in a file, by its path from the root."""
        return self._taken(path, self._files[path])

    def names(self) -> list[str]:
        """Every edition file, sorted by its path."""
        return list(self.editions)

    @cached_property
    def editions(self) -> dict[str, str]:
        """The same with their blobs."""
        return {path: blob for path, blob in sorted(self._files.items()) if self.holds(path)}

    def holds(self, path: str) -> bool:
        """Whether a path from the root would be that of an edition file."""
        return path != self._own and any(matches(path, pattern) for pattern in self.patterns)

    @cached_property
    def patterns(self) -> list[str]:
        """The patterns of edition files, from the root."""
        folder = self._root(self._configuration.folder) or ""
        return [self._pattern(one, folder) for one in self._configuration.config.editions]

    @cached_property
    def _own(self) -> str | None:
        return self._root(self._configuration.file)

    @cached_property
    def _files(self) -> dict[str, str]:
        return self._history.listing(self.rev)

    def _pattern(self, pattern: str, folder: str) -> str:
        if not pattern or pattern.startswith("/"):
            raise no_pattern(pattern, self._configuration)
        return posixpath.normpath(posixpath.join(folder, pattern))

    def _root(self, path: Path | None) -> str | None:
        """The path from the root; None for what is in no working tree."""
        worktree = self._history.repository.worktree
        if path is None or worktree is None or not path.is_relative_to(worktree):
            return None
        return path.relative_to(worktree).as_posix()

    def _from_here(self, name: str) -> str | None:
        if self._history.repository.worktree is None:
            return name
        return self._root(Path(posixpath.normpath(Path.cwd() / name)))

    def _of(self, entry: Entry) -> Source:
        if entry.is_link:
            what = say("this is a symbolic link")
            where = Location(f"{self.rev}:{entry.path}")
            mend = say("Name the file that it leads to.")
            raise UnreadableFileError([Problem("unreadable", what, mend, where)])
        return self._taken(entry.path, entry.id)

    def _taken(self, path: str, blob: str) -> Source:
        if path not in self._read:
            name = f"{self.rev}:{path}"
            self._history.paths[name] = path
            self._read[path] = read_edition(self._history.content(blob), name)
        return self._read[path]

    def _no_file(self, name: str, entry: Entry | None) -> Exception:
        where = f"{self.rev}:{name}"
        if entry or not name:
            return UnreadableFileError([a_folder(where)])
        if not looks_like_a_path(name):
            return unknown(name, self)
        close = get_close_matches(from_root(self._history.repository, name), self.names(), 1)
        mend = say("Did you mean {name}?", name=close[0]) if close else None
        what = self.at(say("there is no such file"))
        return UnreadableFileError([Problem("unreadable", what, mend, Location(where))])
