"""Versions of edition files read from git, once each, and kept for the next time."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from planversion.cli.history import History
from planversion.cli.keeping import FORMAT, edition_of, imprint_of, kept
from planversion.cli.remembering import Memory
from planversion.comparing import Comparison, compare
from planversion.errors import InvalidEditionError, Location, PlanversionError, Problem
from planversion.messages import say
from planversion.model import Edition
from planversion.tracing import Imprint, Version, imprint
from planversion.yamltext import read_version

_SUFFIX = "bin"
_AT_HAND = 8
"""How many editions are held: a version is compared with the one before it, and then the next."""


class Versions:
    """Imprints of versions, and editions where these don't suffice."""

    def __init__(self, history: History, *, cache: bool) -> None:
        self._history = history
        self._short = Memory(f"imprints-{FORMAT}", used=cache)
        self._whole = Memory(f"editions-{FORMAT}", used=cache)
        self._imprints: dict[str, Imprint | None] = {}
        self._editions: OrderedDict[str, Edition] = OrderedDict()
        self._problems: dict[str, tuple[Problem, ...]] = {}

    def imprint(self, version: Version) -> Imprint | None:
        """A version in short; None where it is no edition, or one without ids."""
        if version.blob not in self._imprints:
            self._imprints[version.blob] = self._imprint(version)
        return self._imprints[version.blob]

    def knows(self, blob: str) -> bool:
        """Whether a version is kept in short, so that it needn't be read."""
        return self._short.recall_bytes(blob, _SUFFIX) is not None

    def edition(self, version: Version) -> Edition:
        """The edition; raises a PlanversionError where the version is none."""
        found = self._editions.pop(version.blob, None) or self._edition(version)
        self._editions[version.blob] = found
        if len(self._editions) > _AT_HAND:
            self._editions.popitem(last=False)
        return found

    def comparison(self, old: Version, new: Version) -> Comparison:
        """The two compared."""
        return compare(self.edition(old), self.edition(new))

    def problems(self, version: Version) -> tuple[Problem, ...]:
        """Why a version can't be read, where it can't."""
        return self._problems.get(version.blob, ())

    def _imprint(self, version: Version) -> Imprint | None:
        try:
            found = imprint_of(self._short.recall_bytes(version.blob, _SUFFIX))
            found = found or self._put_in_short(version)
        except InvalidEditionError as error:
            self._problems[version.blob] = error.problems
            return None
        if not found.whole:
            self._problems[version.blob] = (_without_ids(version),)
        return found if found.whole else None

    def _put_in_short(self, version: Version) -> Imprint:
        found = imprint(self._read(version)[1])
        self._keep(self._short, version, found)
        return found

    def _edition(self, version: Version) -> Edition:
        found = edition_of(self._whole.recall_bytes(version.blob, _SUFFIX))
        if found is None:
            found, tree = self._read(version)
            self._keep(self._whole, version, tree)
        return found

    def _keep(self, memory: Memory, version: Version, value: object) -> None:
        if (content := kept(value)) is not None:
            memory.keep_bytes(version.blob, _SUFFIX, content)

    def _read(self, version: Version) -> tuple[Edition, dict[str, Any]]:
        content = self._history.content(version.blob)
        try:
            source, tree = read_version(content, version.path)
        except PlanversionError as error:
            # To whoever follows a history, bytes that aren't text are no edition, either.
            raise InvalidEditionError(error.problems) from None
        return source.edition, tree


def _without_ids(version: Version) -> Problem:
    what = say("some sections or projects have no id")
    return Problem("missing-id", what, None, Location(version.path))
