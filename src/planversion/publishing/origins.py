"""What a file of a site is made from, in short: of the same origin comes the same file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple

from planversion.model import Edition


class Origins(NamedTuple):
    """Says the origins of files: prints of the program, and of what each edition's file says."""

    program: str | None = None
    editions: Mapping[str, str] = {}
    """By the edition's id."""

    def of(self, editions: Iterable[Edition], *values: object) -> str | None:
        """The origin of what follows from these editions and values, and from nothing else.

        A value's `repr` must tell it from every other value. None where no program is known.
        """
        if self.program is None:
            return None
        known = tuple(self.editions[edition.id] for edition in editions)
        return printed(repr((self.program, known, values)))


def printed(text: str) -> str:
    """A short text that stands for a longer one."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
