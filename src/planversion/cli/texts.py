"""The text of a file that a repository keeps beside its editions."""

from __future__ import annotations

from pathlib import Path

from planversion.errors import Location, Problem, UsageError
from planversion.messages import say


def text_of(path: Path) -> str:
    """The text of a UTF-8 file; raises UsageError where it can't be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        what = say("this can't be read: {why}", why=error)
        raise UsageError([Problem("config", what, None, Location(str(path)))]) from None
