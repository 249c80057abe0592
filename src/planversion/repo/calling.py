"""Git called once, and what it answered: the one place that starts a process and waits for it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from planversion.errors import Problem, UsageError
from planversion.messages import say

_TELLING = ("fatal: ", "error: ")


class Answer(NamedTuple):
    """What git printed, what it complained of, and the code it exited with."""

    code: int
    out: bytes
    words: str

    @property
    def ok(self) -> bool:
        """Whether it did as asked."""
        return self.code == 0

    @property
    def line(self) -> str:
        """What it printed, without the line end; a path may hold one itself."""
        return os.fsdecode(self.out.removesuffix(b"\n"))


def call(
    arguments: tuple[str, ...], folder: Path, variables: Mapping[str, str], given: bytes = b""
) -> Answer:
    """Runs git in a folder, `given` to it to read; raises UsageError where there is no git."""
    # A path in an argument stands for itself, whatever signs it is made of.
    command = ("git", "--literal-pathspecs", *arguments)
    try:
        done = subprocess.run(  # noqa: S603 - no shell reads it, and git takes no name as an option
            command,
            cwd=folder,
            env=variables,
            input=given,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise no_git() from None
    return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))


def no_git() -> UsageError:
    """What is said where git isn't installed."""
    what = say("git isn't installed, or not where programs are looked for")
    mend = say("Install git, or name editions by their files.")
    return UsageError([Problem("no-git", what, mend)])


def telling(words: str) -> str:
    """Git's own words in short: its complaints, else the last that it said."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    complaints = [line for line in lines if line.startswith(_TELLING)]
    return "; ".join(complaints or lines[-1:])
