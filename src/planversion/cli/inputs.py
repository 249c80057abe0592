"""The bytes of a file and of standard input, no more of them than we would read."""

from __future__ import annotations

import sys
from pathlib import Path

from planversion.errors import Location, Problem, UnreadableFileError
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
    except FileNotFoundError:
        problem = say("there is no such file")
    except IsADirectoryError:
        raise UnreadableFileError([a_folder(str(path))]) from None
    except OSError as error:
        problem = say("this can't be read: {why}", why=error.strerror)
    raise UnreadableFileError([Problem("unreadable", problem, None, Location(str(path)))])


def a_folder(name: str) -> Problem:
    """What is said where a folder is named for a file."""
    return Problem("unreadable", say("this is a folder, not a file"), None, Location(name))
