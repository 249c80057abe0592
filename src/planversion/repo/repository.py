"""Which repository a folder is in."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from planversion.errors import Problem, UsageError
from planversion.messages import say
from planversion.repo.calling import Answer, call, telling
from planversion.repo.environment import environment

_DUBIOUS = "dubious ownership"


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository as it was found from a folder; it holds no file open and knows no revision."""

    git_dir: Path
    worktree: Path | None
    """The folder of the files; None where there is none, as in a bare repository."""
    prefix: str
    """The folder that was started from, relative to the worktree; "" or ending in a slash."""
    start: Path
    """The folder that git is run in."""
    variables: dict[str, str] = field(repr=False, compare=False)

    def ask(self, *arguments: str, given: bytes = b"") -> Answer:
        """What git answers here, with `given` on its standard input."""
        return call(arguments, self.start, self.variables, given)


def find(start: Path) -> Repository | None:
    """The repository that a folder is in, if any.

    Raises UsageError where there is no git, or git refuses to say.
    """
    variables = environment(os.environ)
    found = call(("rev-parse", "--absolute-git-dir"), start, variables)
    if not found.ok:
        if _DUBIOUS in found.words or "not a git repository" not in found.words:
            raise _refused(found.words)
        return None
    git_dir = Path(found.line)
    top = call(("rev-parse", "--show-toplevel"), start, variables)
    worktree = Path(top.line) if top.ok else None
    prefix = call(("rev-parse", "--show-prefix"), start, variables).line if top.ok else ""
    ours = environment(os.environ, (git_dir.resolve(), _shared(git_dir, start, variables)))
    return Repository(git_dir, worktree, prefix, start, ours)


def needed(start: Path) -> Repository:
    """The repository that a folder is in; raises UsageError where it is in none."""
    found = find(start)
    if found is None:
        what = say("there is no git repository in {folder} or above it", folder=start)
        mend = say("Name two files, or go to a folder of a repository.")
        raise UsageError([Problem("no-repository", what, mend)])
    return found


def _shared(git_dir: Path, start: Path, variables: dict[str, str]) -> Path:
    """The folder that all worktrees of the repository share."""
    found = call(("rev-parse", "--git-common-dir"), start, variables)
    return (start / found.line).resolve() if found.ok else git_dir.resolve()


def _refused(words: str) -> UsageError:
    lines = [line.strip() for line in words.splitlines()]
    command = next((line for line in lines if line.startswith("git config ")), None)
    mend = say("If you trust it: {command}", command=command) if command else None
    what = say("git refuses this repository: {why}", why=telling(words))
    return UsageError([Problem("refused-repository", what, mend)])
