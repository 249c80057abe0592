"""What keeps the system from reading or writing a file, in words, and how to mend it."""

from __future__ import annotations

import errno
from typing import NamedTuple

from planversion.errors import Location, Problem
from planversion.messages import Message, say


class Hindrance(NamedTuple):
    """Why the system refuses, and what to do about it."""

    why: Message
    mend: Message | None = None


_NOT_ALLOWED = Hindrance(
    say("whoever is signed in is not allowed to"),
    say("Ask for the permission, or name another file."),
)
_HINDRANCES: dict[int | None, Hindrance] = {
    errno.ENOENT: Hindrance(
        say("there is no such file or folder"),
        say("Look whether its path is written as it should be."),
    ),
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EISDIR: Hindrance(say("this is a folder, not a file"), say("Name a file.")),
    errno.ENOTDIR: Hindrance(
        say("its path leads through a file as if that were a folder"),
        say("Look whether its path is written as it should be."),
    ),
    errno.ENOSPC: Hindrance(say("the disk is full"), say("Make room on it, and try again.")),
    errno.EROFS: Hindrance(
        say("what is on this disk can only be read"), say("Name a place on another disk.")
    ),
    errno.ELOOP: Hindrance(
        say("its symbolic links lead in a ring"), say("Name the file that is meant.")
    ),
    errno.ENAMETOOLONG: Hindrance(say("its name is too long"), say("Give it a shorter name.")),
    errno.EADDRINUSE: Hindrance(say("another program uses it")),
}
_THEMSELVES = (errno.ENOENT, errno.EISDIR)
"""What needs no other words where a file is read."""


def hindrance(error: OSError) -> Hindrance:
    """Why the system refuses; in its own words where that is rare."""
    known = _HINDRANCES.get(error.errno)
    return known or Hindrance(say("{place}", place=error.strerror or error))


def unreadable(error: OSError, name: str, code: str = "unreadable") -> Problem:
    """What is said where the file of that name can't be read."""
    why, mend = hindrance(error)
    what = why if error.errno in _THEMSELVES else say("this can't be read: {why}", why=why)
    return Problem(code, what, mend, Location(name))


def unwritable(error: OSError, name: str) -> Problem:
    """What is said where the file of that name can't be written."""
    why, mend = hindrance(error)
    return Problem("unwritable", say("this can't be written: {why}", why=why), mend, Location(name))
