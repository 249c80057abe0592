"""The bytes of a file and of standard input, no more of them than we would read."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

from planversion.errors import Location, Problem, UnreadableFileError
from planversion.hindrances import unreadable
from planversion.messages import say
from planversion.yamltext.parsing import LARGEST_FILE

STDIN = "-"
STDIN_NAME = "<stdin>"


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
    except OSError as error:
        raise UnreadableFileError([unreadable(error, str(path))]) from None


def a_folder(name: str) -> Problem:
    """What is said where a folder is named for a file."""
    return unreadable(IsADirectoryError(errno.EISDIR, ""), name)
