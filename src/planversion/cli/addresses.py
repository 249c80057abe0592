"""What the names on a command line ask for, before anything is looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from planversion.errors import Problem, UsageError
from planversion.messages import Message, say


class Address(NamedTuple):
    """`REV:name`; a `rev` of "" is the index, as git has it."""

    rev: str
    name: str


class Range(NamedTuple):
    """`A..B`, or with `forked` `A...B`: from where the two parted."""

    a: str
    b: str
    forked: bool


class Pair(NamedTuple):
    """OLD and NEW."""

    old: str
    new: str


class Between(NamedTuple):
    """The two sides of a repository, and the one edition asked for, if any."""

    range: Range | None
    """None for what the working tree changes."""
    edition: str | None


Request = Pair | Between
_STAGE = re.compile(r":[0-3](?=:)")


def requested(first: str | None, second: str | None) -> Request:
    """Which comparison the names ask for; raises UsageError where they make none."""
    if first is None:
        return Between(None, None)
    if found := span(first):
        return _between(found, second)
    return _between(None, first) if second is None else Pair(first, second)


def address(name: str) -> Address | None:
    """The revision and the name at it, if the name says both; a file of that name is just a file.

    The first colon outside braces parts them: `HEAD^{/fix: typo}:4`.
    """
    stage = _STAGE.match(name)
    at = stage.end() if stage else next(_outside_braces(name, ":"), None)
    if at is None or Path(name).exists():
        return None
    return Address(name[:at], name[at + 1 :])


def span(name: str) -> Range | None:
    """The range of revisions, if the name is one, and no file, path or address."""
    at = next(_outside_braces(name, ".."), None)
    climbs = ".." in PurePosixPath(name).parts
    colon = next(_outside_braces(name, ":"), None)
    if at is None or climbs or colon is not None or Path(name).exists():
        return None
    forked = name.startswith("...", at)
    return Range(name[:at] or "HEAD", name[at + 2 + forked :] or "HEAD", forked)


def _outside_braces(text: str, sought: str) -> Iterator[int]:
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign == "{") - (sign == "}" and depth > 0)
        if depth == 0 and text.startswith(sought, at):
            yield at


def _between(found: Range | None, edition: str | None) -> Between:
    if edition == "-":
        raise _usage(say("standard input is in no revision"))
    if edition is not None and (address(edition) or span(edition)):
        raise _usage(say("{name} names a revision, too", name=edition))
    return Between(found, edition)


def _usage(what: Message) -> UsageError:
    mend = say("Write OLD NEW, A..B or A...B with an edition of both behind it, or an edition.")
    return UsageError([Problem("usage", what, mend)])
