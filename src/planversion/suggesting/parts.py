"""Whether a text lists another project as a part of itself.

Programmes that took others in list them: `(1) 希少金属資源開発推進基盤整備事業`, then what is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from planversion.suggesting.wording import plain

_LONG = 8
"""A shorter name may be a word that anybody uses."""
_NUMBER = 5
"""So much stands before a part's name at most: (12), 3-1., (a)."""
# Tables and exports that hold no line ends write a stroke.
_LINE_END = re.compile(r"[\n/／]")


def headings(body: str) -> tuple[str, ...]:
    """The lines below the name, as they are compared."""
    _, *lines = _LINE_END.split(body)
    return tuple(map(plain, lines))


def lists(headings: Iterable[str], name: str) -> bool:
    """Whether one of the lines is that name, numbered maybe.

    A sentence that names it doesn't count: it may say what has to come before, or what else there
    is. `name` is plain.
    """
    return len(name) >= _LONG and any(_is_headed(line, name) for line in headings)


def _is_headed(line: str, name: str) -> bool:
    if not line.endswith(name) or len(line) > len(name) + _NUMBER:
        return False
    return sum(character.isalpha() for character in line.removesuffix(name)) <= 1
