"""An edition under the ids that its sections and projects had before others took their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from planversion.identities import with_ids
from planversion.model import Edition, Record
from planversion.rules.looking.substitutions import Substitution


def restored(new: Edition, found: tuple[Substitution, ...]) -> Edition:
    """The edition with the ids that its sections and projects had before."""
    if not found:
        return new
    back: Edition = _renamed(
        new, dict(_turned_back(found, frozenset(new.outline.places) | new.outline.projects))
    )
    return with_ids(back, {one.path: one.was for one in found if one.now is None})


def _turned_back(
    found: tuple[Substitution, ...], living: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """By the id now, the one before; who lives on and gave its id away gets what is left over."""
    follows = {one.was: one.now for one in found}
    yield from ((now, was) for was, now in follows.items() if now is not None)
    for was in sorted(living.intersection(follows).difference(filter(None, follows.values()))):
        last: str | None = was
        while last in follows:
            last = follows[last]
        # Where none is left over, one that nobody has.
        yield was, last or f"{was}-"


def _renamed(value: Any, ids: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, tuple):
        return tuple([_renamed(one, ids) for one in value])
    if isinstance(value, Record):
        changed = {name: _renamed(one, ids) for name, one in value.__dict__.items()}
        return value.model_copy(update=changed)
    return value
