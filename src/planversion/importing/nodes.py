"""A section while rows are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from planversion.importing.grids import Spot
from planversion.importing.listings import Listing

Number = int | str | None


@dataclass
class Node:
    """A section while rows are read."""

    number: Number
    title: str
    spot: Spot
    printed: tuple[Spot, str] | None = None
    """What the body printed beside it, and the cell that says so."""
    values: dict[str, Any] = field(default_factory=dict)
    listings: list[Listing] = field(default_factory=list)
    below: list[Node] = field(default_factory=list)

    def is_called(self, number: Number, title: str) -> bool:
        """Whether a row that says this means this section."""
        return self.title == title and number in (None, self.number)
