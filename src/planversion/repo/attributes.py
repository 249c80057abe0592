"""What git's attributes give to files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from planversion.repo.calling import call
from planversion.repo.environment import environment

# How many paths one command is given; systems differ in how long one may be.
_AT_ONCE = 200


class Attribute(NamedTuple):
    """What a file has: an attribute and its value, `unspecified` where nothing gives it one."""

    path: str
    name: str
    value: str


def attributes(folder: Path, paths: Sequence[str], *names: str) -> Iterator[Attribute]:
    """The attributes of these names that git gives to each path."""
    for start in range(0, len(paths), _AT_ONCE):
        some = paths[start : start + _AT_ONCE]
        answer = call(("check-attr", "-z", *names, "--", *some), folder, environment(os.environ))
        parts = os.fsdecode(answer.out).split("\0")[:-1]
        yield from (Attribute(*parts[at : at + 3]) for at in range(0, len(parts), 3))
