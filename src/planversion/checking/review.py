"""What is looked at: editions, what they were before, whom they follow, and all there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from planversion.errors import Problem
from planversion.model import Edition
from planversion.rules.looking.subjects import Shelf
from planversion.yamltext import Rest, Source


@dataclass(frozen=True)
class Review:
    """The editions that are looked at, and what they are held against.

    `Review((old, new))` holds `new` against `old` where it names `old` as its `previous`; an
    edition that is followed but not to be looked at itself is named in `predecessors`.
    """

    sources: tuple[Source, ...]
    """The editions that are looked at."""
    predecessors: Mapping[str, Source] = field(default_factory=dict)
    """By the name of a source, the edition it follows, where that isn't among the sources."""
    bases: Mapping[str, Source] = field(default_factory=dict)
    """By the name of a source, the state it had at the base."""
    unread: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """By the name of a source, what is wrong with its file at the base, which can't be read."""
    gone: tuple[Source, ...] = ()
    """Editions that the base has and nobody has now."""
    shelf: Shelf = field(default_factory=Shelf)
    """Every edition of the repository; without it, nothing is held against all others."""
    rests: tuple[Rest, ...] = ()
    """What could be read of files that are no editions."""
    problems: tuple[Problem, ...] = ()
    """What could not be read, so that nobody takes it for fine."""
    against: str | None = None
    """What the base is called."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """By the name of a source, its path as the configuration's patterns have it."""

    def predecessor(self, source: Source) -> Source | None:
        """The edition that a source is held against: as given, else as it names it itself."""
        return self.predecessors.get(source.name) or self._named(source.edition)

    def _named(self, edition: Edition) -> Source | None:
        """The source that is the edition's `previous`."""
        plan, previous = edition.plan.id, edition.header.previous
        if previous == edition.id:
            return None
        every = (one for one in self.sources if one.edition.id == previous)
        return next((one for one in every if one.edition.plan.id == plan), None)
