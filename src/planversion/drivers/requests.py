"""What git asks of a diff driver, by its arguments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_ABSENT = "."
_FILE = re.compile(r"100[0-7]{3}")
_SEVEN, _NINE = 7, 9


class End(NamedTuple):
    """One side of a file: where its content can be read, which object it is, and what kind."""

    file: str
    hex: str
    mode: str

    @property
    def absent(self) -> bool:
        """Whether this side has no such file."""
        return self.mode == _ABSENT

    @property
    def plain(self) -> bool:
        """Whether it is a file, and no symbolic link or submodule."""
        return _FILE.fullmatch(self.mode) is not None


class Request(NamedTuple):
    """A file on both sides, and what it was called before; git's own words on how it came here."""

    was: str
    now: str
    old: End
    new: End
    words: str = ""


def requested(arguments: Sequence[str]) -> Request | None:
    """What the arguments ask for; None where they aren't those that git gives.

    Git gives seven, and two more where the file has another name than before.
    """
    if not _SEVEN <= len(arguments) <= _NINE:
        return None
    old, new = End(*arguments[1:4]), End(*arguments[4:7])
    was = arguments[0]
    now, words = (*arguments[_SEVEN:], "", "")[:2]
    return Request(was, now or was, old, new, words)
