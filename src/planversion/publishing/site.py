"""A whole site: everything it knows, and every file that belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from planversion.comparing import Comparison, compare
from planversion.messages import Language
from planversion.model import Edition
from planversion.publishing.lives import Life, Step, lives, steps
from planversion.publishing.offices import Offices, offices
from planversion.publishing.recorded import Recorded
from planversion.publishing.series import Series
from planversion.rendering.feeds.feed import Feed

ALL_PAIRS = 12
"""With more editions, each is compared with its predecessor and with the newest only."""


class File(NamedTuple):
    """A file of the site by its path, and how it is made."""

    path: str
    make: Callable[[], bytes]


@dataclass(frozen=True)
class Extras:
    """What a site can have besides what its editions say."""

    base: str | None = None
    """The address that it will stand at, with a slash at the end."""
    watched: bool = False
    """Whether its pages ask for a newer version of themselves."""
    sources: Mapping[str, bytes] = field(default_factory=dict)
    """The editions' own files, by the editions' ids."""
    commits: Mapping[str, tuple[Recorded, ...]] = field(default_factory=dict)
    """By project or section, the commits that changed it, the newest first."""
    table: Callable[[Comparison, str], str] | None = None
    """Makes the page of an old/new table, below the HTML that leads back into the site."""


@dataclass(frozen=True)
class Site:
    """The editions of a plan with everything that pages tell of them."""

    series: Series
    language: Language
    steps: dict[str, Step]
    """By id of each edition that has one before it."""
    lives: dict[str, Life]
    """Every project and section there ever was, as the newest edition reads; then the others."""
    offices: Offices
    extras: Extras

    @property
    def title(self) -> str:
        """What the plan is called."""
        return self.series.plan.title

    @cached_property
    def pairs(self) -> tuple[tuple[Edition, Edition], ...]:
        """The editions that are compared on a page of their own."""
        every = tuple(combinations(self.series.editions, 2))
        if len(self.series.editions) <= ALL_PAIRS:
            return every
        return tuple((old, new) for old, new in every if self._asked_for(old, new))

    @cached_property
    def steps_told(self) -> tuple[tuple[Edition, Edition], ...]:
        """Those that follow each other: these have a table and a document for programs, too."""
        return tuple((old, new) for old, new in self.pairs if old in self._before(new))

    def _asked_for(self, old: Edition, new: Edition) -> bool:
        return old in self._before(new) or new in self.series.pointed_at

    def _before(self, edition: Edition) -> tuple[Edition | None, ...]:
        return self.series.before(edition), self.series.published_before(edition)

    @cached_property
    def feed(self) -> Feed | None:
        """What changed at each edition that says when it was adopted; None where none does."""
        from planversion.publishing.subscribing import feed  # noqa: PLC0415 - it knows the site

        return feed(self)

    def compared(self, old: Edition, new: Edition) -> Comparison:
        """The comparison of two editions."""
        step = self.steps.get(new.id)
        if step and step.old is old:
            return step.comparison
        return compare(old, new, between=self.series.between(old, new))


def site(of: Series, language: Language, extras: Extras | None = None) -> Site:
    """The site of a series; raises IncomparableError where an id is missing."""
    known = steps(of, language)
    return Site(of, language, known, lives(of, known), offices(of), extras or Extras())


def files(of: Site) -> Iterator[File]:
    """Every file of the site, sorted by nothing but what is asked for first."""
    from planversion.publishing.contents import contents  # noqa: PLC0415 - each page knows the site

    return contents(of)
