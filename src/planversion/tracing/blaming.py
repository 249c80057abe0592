"""Which commit gave each field of an edition the value that it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from planversion.commits import Commit, Visit
from planversion.tracing.imprints import fields_of
from planversion.tracing.strides import Imprints, Stride, Track, Version

Key = tuple[str, str]
"""Whose field, and which."""


class Walked(NamedTuple):
    """The commits of a history, newest first, and what they did to edition files."""

    visits: Sequence[Visit]
    track: Track


def blame(
    start: Version, walked: Walked, imprints: Imprints, *, across: bool = False
) -> dict[Key, Commit]:
    """The commit that last changed each field of a version that the newest commit has.

    Where the file is renamed, the edition is followed; into the edition that it revises or follows
    only `across` editions.
    """
    search = _Search(walked.track, imprints, across=across)
    visits = walked.visits
    waiting: dict[str, dict[Version, set[Key]]] = {visits[0].commit.id: {start: search.keys(start)}}
    found: dict[Key, Commit] = {}
    for visit in visits:
        versions = waiting.pop(visit.commit.id, {})
        for key, (parent, version) in search.passed(visit.commit, versions):
            if parent is None:
                found[key] = visit.commit
            else:
                waiting.setdefault(parent, {}).setdefault(version, set()).add(key)
        if not waiting:
            break
    return found


_Heir = tuple[str | None, Version]
"""The parent that had a value already, and in which version; no parent where none had."""


class _Search:
    def __init__(self, track: Track, imprints: Imprints, *, across: bool) -> None:
        self._states = track.states
        self._imprints = imprints
        self._across = across
        self._strides = {(one.commit.id, one.new): one for one in track.strides if one.new}

    def keys(self, version: Version) -> set[Key]:
        known = self._imprints(version)
        return (
            {(one, name) for one in known.said for name in fields_of(known, one)}
            if known
            else set()
        )

    def passed(
        self, commit: Commit, versions: Mapping[Version, Iterable[Key]]
    ) -> Iterator[tuple[Key, _Heir]]:
        """Whom each field goes on to."""
        for version, keys in versions.items():
            for key in keys:
                yield key, self._heir(commit, version, key)

    def _heir(self, commit: Commit, version: Version, key: Key) -> _Heir:
        stride = self._strides.get((commit.id, version))
        if stride is None:
            return self._parent(commit, version), version
        for old in self._followed(stride):
            if self._value(old, key) == self._value(version, key):
                parent = self._parent(commit, old)
                # An edition and the one that it follows may have come in one commit.
                return (parent, old) if parent else self._heir(commit, old, key)
        return None, version

    def _followed(self, stride: Stride) -> tuple[Version, ...]:
        return () if stride.begins and not self._across else stride.old

    def _parent(self, commit: Commit, version: Version) -> str | None:
        """The first parent that has the version."""
        states = ((one, self._states.get(one, {})) for one in commit.parents)
        return next((one for one, state in states if state.get(version.path) == version.blob), None)

    def _value(self, version: Version, key: Key) -> str | None:
        known = self._imprints(version)
        return fields_of(known, key[0]).get(key[1]) if known else None
