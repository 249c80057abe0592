"""When something was published and last corrected, as feeds write it (RFC 3339)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from planversion.model import Edition


class Moments(NamedTuple):
    """When an entry was published, and when anything in it was last changed."""

    published: str
    updated: str

    @property
    def instant(self) -> datetime:
        """When it was published, to be put in order."""
        return datetime.fromisoformat(self.published)


def of_edition(edition: Edition) -> Moments | None:
    """When it was adopted, else came into force; its last erratum is what changed since.

    None for a draft, whose days are still to come, and where no day is written.
    """
    header = edition.header
    day = header.adopted_on or header.in_force_from
    if header.status != "adopted" or day is None:
        return None
    return Moments(on(day), on(max([day, *(one.on for one in header.errata)])))


def on(day: date) -> str:
    """A day: noon in UTC, which is the same day nearly everywhere."""
    return f"{day.isoformat()}T12:00:00Z"


def at(said: str) -> str:
    """The time of a commit as git says it; raises ValueError for what is no time."""
    return datetime.fromisoformat(said).isoformat().replace("+00:00", "Z")


def newest(moments: Iterable[str]) -> str:
    """The last of them."""
    return max(moments, key=datetime.fromisoformat)
