"""What lines of a file are about, and where they are written."""

from __future__ import annotations

from typing import NamedTuple

from planversion.model import Path

_OUTLINE = ("projects", "sections")


class Spot(NamedTuple):
    """What lines are about."""

    owner: str
    """The id of a project or section, `plan`, `edition`, or a list with the name of its entry."""
    field: str | None = None
    """The key, where they are about one field of it."""


class Context(NamedTuple):
    """Where something is written: its path, its column, and what it is about."""

    path: Path = ()
    column: int = 0
    spot: Spot = Spot("edition")

    @property
    def is_item(self) -> bool:
        """Whether an item of a list is written, behind a dash."""
        return bool(self.path) and isinstance(self.path[-1], int)

    @property
    def of_outline(self) -> bool:
        """Whether it is a section or a row of one."""
        path = self.path
        return len(path) > 1 and path[-2] in _OUTLINE and "attributes" not in path

    def key(self, name: str, column: int) -> Context:
        """A key of the mapping here."""
        path = (*self.path, name)
        if not self.path:
            return Context(path, column, Spot(name))
        return Context(path, column, self.spot._replace(field=self.spot.field or name))

    def item(self, name: str, column: int) -> Context:
        """An item of the list here."""
        below = Context((*self.path, 0), column, self.spot)
        if below.of_outline:
            return below._replace(spot=Spot(name.removeprefix("relists ")))
        if len(self.path) == 1:
            return below._replace(spot=Spot(f"{self.path[0]} {name}"))
        return below
