"""The patterns of edition files: held against a path, or refused."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from planversion.cli.configuration import Configuration
from planversion.errors import Problem, UsageError
from planversion.messages import say


def fits(path: str, pattern: str) -> bool:
    """Whether a path is one that the pattern would find below the folder both are relative to."""
    return _fits(PurePosixPath(path).parts, PurePosixPath(pattern).parts)


def _fits(path: Sequence[str], pattern: Sequence[str]) -> bool:
    if not path or not pattern:
        return not path and not pattern
    if pattern[0] != "**":
        return fnmatchcase(path[0], pattern[0]) and _fits(path[1:], pattern[1:])
    # `**` stands for any folders, and for no file.
    return any(_fits(path[start:], pattern[1:]) for start in range(len(path)))


def no_pattern(pattern: str, configuration: Configuration) -> UsageError:
    """What is said of a pattern that leads nowhere below its folder."""
    what = say("{pattern} is no pattern of paths", pattern=pattern)
    mend = say("Write it relative to the configuration's folder.")
    return UsageError([Problem("config", what, mend, configuration.location)])
