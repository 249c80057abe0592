"""The editions between two others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planversion.errors import NoInputError
from planversion.matching import chain
from planversion.model import Edition

if TYPE_CHECKING:
    from planversion.cli.choosing import Shelf


def way(old: Edition, new: Edition, shelf: Shelf) -> tuple[Edition, ...]:
    """The editions from old to new, as `previous` names them; none where the way isn't known.

    They are looked for where the new one came from.
    """

    def named(name: str) -> Edition | None:
        try:
            return shelf.source(f"{new.plan.id}@{name}").edition
        except NoInputError:
            return None

    return chain.way(old, new, named)
