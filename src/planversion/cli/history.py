"""The repository we are in, asked through one git; what is missing is fetched if asked for."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import click

from planversion import repo
from planversion.commits import Visit
from planversion.errors import Problem, UsageError
from planversion.messages import say
from planversion.rendering.safety import on_one_line
from planversion.repo import Entry, Objects, Repository, RevisionError

Had = TypeVar("Had")


class History:
    """Revisions and what they hold."""

    def __init__(self, start: Path, *, fetching: bool) -> None:
        self.repository: Repository = repo.needed(start)
        self.paths: dict[str, str] = {}
        """The path from the root of each edition that was read at a revision, by its name."""
        self._fetching = fetching
        self._objects = Objects(self.repository)

    @cached_property
    def worktree(self) -> Path:
        """The working tree; raises UsageError where there is none."""
        if self.repository.worktree is None:
            what = say("this repository is bare: it has no working tree to compare")
            raise UsageError([Problem("no-worktree", what, say("Name two revisions: A..B."))])
        return self.repository.worktree

    def commit(self, rev: str) -> str:
        """The full id of a commit."""
        return self._had(lambda: repo.commit(self.repository, rev))

    def merge_base(self, a: str, b: str) -> str:
        """The commit where two histories part."""
        return self._had(lambda: repo.merge_base(self.repository, a, b))

    def listing(self, rev: str) -> dict[str, str]:
        """Every file of a revision, with its blob."""
        return self._had(lambda: repo.listing(self.repository, rev))

    def entry(self, rev: str, path: str) -> Entry | None:
        """What stands at a path of a revision."""
        return self._had(lambda: repo.entry(self.repository, rev, path))

    def walk(self, rev: str, below: Sequence[str]) -> list[Visit]:
        """Every commit that a revision reaches, newest first, with the files it touched."""
        return self._had(lambda: repo.walk(self.repository, rev, below))

    def reached(self, rev: str, without: str) -> frozenset[str]:
        """The commits that `rev` reaches and `without` doesn't."""
        return self._had(lambda: repo.reached(self.repository, rev, without))

    def tags(self) -> dict[str, tuple[str, ...]]:
        """The names of the tags at each commit that has any."""
        return repo.tags(self.repository)

    def bring(self, blob_ids: Iterable[str], tip: str) -> None:
        """Fetches what a partial clone left out of these blobs, all at once."""
        repo.bring(blob_ids, tip, self.repository)

    def content(self, blob_id: str) -> bytes:
        """The bytes of a blob."""
        return self._had(lambda: self._objects.one(blob_id))

    def _had(self, ask: Callable[[], Had]) -> Had:
        """The answer, after fetching what is missing for it: a name first, then what is behind."""
        tried: set[object] = set()
        while True:
            try:
                return ask()
            except RevisionError as error:
                if not self._fetching or not error.commands or error.commands in tried:
                    raise
                tried.add(error.commands)
                self._fetch(error)

    def _fetch(self, missing: RevisionError) -> None:
        for command in missing.commands:
            click.echo(on_one_line(shlex.join(command)), err=True)
            try:
                repo.fetch(command, self.repository)
            except RevisionError as error:
                failed = error
            else:
                return
        raise failed
