"""Commits as they were walked, and which files each of them touched."""

from __future__ import annotations

from typing import NamedTuple


class Commit(NamedTuple):
    """Who recorded a state of the repository, when, and in which words."""

    id: str
    parents: tuple[str, ...]
    author: str
    date: str
    """When the author made it, in ISO 8601 and in the author's own time zone."""
    subject: str
    """The first line of its message."""

    @property
    def day(self) -> str:
        """The author's day: 2026-04-01."""
        return self.date[:10]


class Touched(NamedTuple):
    """A file that a commit has otherwise than a parent; None where a side has no such file."""

    path: str
    old: str | None
    new: str | None


class Visit(NamedTuple):
    """A commit, and what differs from each of its parents; a first commit differs from nothing."""

    commit: Commit
    against: tuple[tuple[Touched, ...], ...]
