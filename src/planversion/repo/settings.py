"""Git's settings, as `git config` reads and writes them, of one repository or of a person."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal, NamedTuple

from planversion.errors import Problem, UsageError
from planversion.messages import say
from planversion.repo.calling import Answer, call, telling
from planversion.repo.environment import environment
from planversion.repo.refusals import because

Scope = Literal["local", "global"]


class Settings(NamedTuple):
    """The settings of one scope: of the repository of a folder, or of whoever runs git."""

    scope: Scope
    folder: Path

    def get(self, key: str) -> tuple[str, ...]:
        """The values of a setting; several where it stands several times."""
        answer = self._ask("-z", "--get-all", key)
        return tuple(os.fsdecode(answer.out).split("\0")[:-1])

    def path(self, key: str) -> Path | None:
        """A setting that is a path, with `~` and the like resolved."""
        answer = self._ask("--type=path", "--get", key)
        return Path(answer.line) if answer.ok and answer.line else None

    def put(self, key: str, value: str) -> None:
        """Makes this the one value; raises UsageError where git can't write it."""
        self._must("--replace-all", key, value)

    def drop(self, key: str) -> None:
        """Takes out every value, and the section if nothing else stands in it."""
        self._must("--unset-all", key)

    def _must(self, *arguments: str) -> None:
        answer = self._ask(*arguments)
        if not answer.ok:
            what = because(say("git can't write its settings"), telling(answer.words))
            raise UsageError([Problem("git-config", what)])

    def _ask(self, *arguments: str) -> Answer:
        command = ("config", f"--{self.scope}", *arguments)
        return call(command, self.folder, environment(os.environ))
