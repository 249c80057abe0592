"""Versions of edition files read from git, once each, and kept for the next time."""

from __future__ import annotations

from collections import OrderedDict

from planversion.cli.history import History
from planversion.cli.keeping import KIND, edition_of, imprint_of, kept
from planversion.cli.remembering import Memory
from planversion.comparing import Comparison, compare
from planversion.errors import InvalidEditionError, Location, PlanversionError, Problem
from planversion.messages import say
from planversion.model import Edition
from planversion.tracing import Imprint, Version, imprint
from planversion.yamltext import read_with_tree

_SUFFIX = "bin"
_AT_HAND = 8
"""How many editions are held: a version is compared with the one before it, and then the next."""


class Versions:
    """Imprints of versions, and editions where these don't suffice."""

    def __init__(self, history: History, *, cache: bool) -> None:
        self._history = history
        self._memory = Memory(KIND, used=cache)
        self._imprints: dict[str, Imprint | None] = {}
        self._editions: OrderedDict[str, Edition] = OrderedDict()
        self._problems: dict[str, tuple[Problem, ...]] = {}

    def imprint(self, version: Version) -> Imprint | None:
        """A version in short; None where it is no edition, or one without ids."""
        if version.blob not in self._imprints:
            self._imprints[version.blob] = self._imprint(version)
        return self._imprints[version.blob]

    def edition(self, version: Version) -> Edition:
        """The edition; raises a PlanversionError where the version is none."""
        found = self._editions.pop(version.blob, None)
        if found is None:
            content = self._memory.recall_bytes(version.blob, _SUFFIX)
            found = edition_of(content) or self._read(version)[1]
        self._hold(version.blob, found)
        return found

    def comparison(self, old: Version, new: Version) -> Comparison:
        """The two compared."""
        return compare(self.edition(old), self.edition(new))

    def problems(self, version: Version) -> tuple[Problem, ...]:
        """Why a version can't be read, where it can't."""
        return self._problems.get(version.blob, ())

    def _imprint(self, version: Version) -> Imprint | None:
        found = imprint_of(self._memory.recall_bytes(version.blob, _SUFFIX))
        try:
            found = found or self._read(version)[0]
        except InvalidEditionError as error:
            self._problems[version.blob] = error.problems
            return None
        if not found.whole:
            self._problems[version.blob] = (_without_ids(version),)
        return found if found.whole else None

    def _read(self, version: Version) -> tuple[Imprint, Edition]:
        content = self._history.content(version.blob)
        try:
            source, tree = read_with_tree(content, version.path)
        except PlanversionError as error:
            # To whoever follows a history, bytes that aren't text are no edition, either.
            raise InvalidEditionError(error.problems) from None
        found = imprint(tree)
        if (written := kept(found, tree)) is not None:
            self._memory.keep_bytes(version.blob, _SUFFIX, written)
        self._hold(version.blob, source.edition)
        return found, source.edition

    def _hold(self, blob: str, edition: Edition) -> None:
        self._editions[blob] = edition
        if len(self._editions) > _AT_HAND:
            self._editions.popitem(last=False)


def _without_ids(version: Version) -> Problem:
    what = say("some sections or projects have no id")
    return Problem("missing-id", what, None, Location(version.path))
