"""The editions between two others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planversion.errors import NoInputError
from planversion.model import Edition

if TYPE_CHECKING:
    from planversion.cli.choosing import Shelf


def way(old: Edition, new: Edition, shelf: Shelf) -> tuple[Edition, ...]:
    """The editions from old to new, as `previous` names them; none where the way isn't known.

    They are looked for where the new one came from.
    """
    forward = _back_from(new, old, shelf)
    if forward is not None:
        return forward
    backward = _back_from(old, new, shelf)
    return backward[::-1] if backward is not None else ()


def _back_from(later: Edition, earlier: Edition, shelf: Shelf) -> tuple[Edition, ...] | None:
    if later.id == earlier.id:
        return ()
    found: list[Edition] = []
    seen = {later.id}
    named = later.header.previous
    while named is not None and named not in seen and later.header.revises != earlier.id:
        if named == earlier.id:
            return tuple(reversed(found))
        seen.add(named)
        edition = _sibling(later, named, shelf)
        if edition is None:
            return None
        found.append(edition)
        named = edition.header.previous
    return () if later.header.revises == earlier.id else None


def _sibling(edition: Edition, named: str, shelf: Shelf) -> Edition | None:
    try:
        return shelf.source(f"{edition.plan.id}@{named}").edition
    except NoInputError:
        return None
