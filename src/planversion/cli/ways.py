"""The editions between two others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planversion.cli.completing import require_ids
from planversion.errors import NoInputError
from planversion.matching import chain
from planversion.model import Edition
from planversion.yamltext import Source

if TYPE_CHECKING:
    from planversion.cli.choosing import Shelf


def way(old: Edition, new: Edition, shelf: Shelf) -> tuple[Edition, ...]:
    """The editions from old to new, as `previous` names them; none where the way isn't known.

    They are looked for where the new one came from. Raises IncomparableError where one of them
    lacks an id.
    """
    seen: dict[str, Source] = {}

    def named(name: str) -> Edition | None:
        try:
            seen[name] = shelf.source(f"{new.plan.id}@{name}")
        except NoInputError:
            return None
        return seen[name].edition

    found = chain.way(old, new, named)
    require_ids(*(seen[edition.id] for edition in found))
    return found
