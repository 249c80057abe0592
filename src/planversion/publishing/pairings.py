"""Two editions that are compared on a page of their own, and all that their pages are made of."""

from __future__ import annotations

from typing import NamedTuple

from planversion.comparing import Comparison, compare
from planversion.model import Edition


class Pairing(NamedTuple):
    """Two editions with those on the way between them, and in which forms that is told."""

    chain: tuple[Edition, ...]
    """The old one, those on the way, the new one: a comparison follows from these alone."""
    told: bool
    """Whether one follows the other: these have a table and a document for programs, too."""
    tabled: bool
    known: Comparison | None = None
    """The comparison, where it was made before."""

    @property
    def old(self) -> Edition:
        """The old edition."""
        return self.chain[0]

    @property
    def new(self) -> Edition:
        """The new edition."""
        return self.chain[-1]

    def comparison(self) -> Comparison:
        """What changed from the one to the other."""
        return self.known or compare(self.old, self.new, between=self.chain[1:-1])
