"""A whole site: everything it knows, and every file that belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from planversion.comparing import Comparison
from planversion.errors import IncomparableError
from planversion.matching.lacking import lacking
from planversion.messages import Language
from planversion.model import Edition
from planversion.policy import TableLayout
from planversion.publishing.framing import Frame
from planversion.publishing.lives import Life, Step, lives, steps
from planversion.publishing.offices import Offices, offices
from planversion.publishing.origins import Origins
from planversion.publishing.pairings import Pairing
from planversion.publishing.recorded import Recorded
from planversion.publishing.series import Series
from planversion.rendering.feeds.moments import Moments, of_edition

ALL_PAIRS = 12
"""With more editions, each is compared with its predecessor and with the newest only."""


class File(NamedTuple):
    """A file of the site by its path, and how it is made."""

    path: str
    make: Callable[[], bytes]
    origin: Callable[[], str | None] = lambda: None
    """Says what it is made from, in short; None for what is made each time."""


class Tabling(NamedTuple):
    """How old/new tables are laid out, and what makes the page of one."""

    layout: TableLayout
    page: Callable[[Comparison, TableLayout, Language, str], str]
    """The last is the HTML above the table that leads back into the site."""


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
    days: Mapping[str, Moments] = field(default_factory=dict)
    """By edition, when it was recorded; asked where the edition doesn't say when it came out."""
    tables: Tabling | None = None
    origins: Origins = field(default_factory=Origins)
    """Without them, every file is made each time."""


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
    def frame(self) -> Frame:
        """What all pages have in common."""
        extras, dated = self.extras, filter(self.moments, self.series.editions)
        feeds = any(self.series.published_before(edition) for edition in dated)
        return Frame(self.title, self.language, extras.base, extras.watched, feeds)

    def moments(self, edition: Edition) -> Moments | None:
        """When an edition came out, and when it was last changed, as far as anything says so."""
        return of_edition(edition) or self.extras.days.get(edition.id)

    def pairing(self, old: Edition, new: Edition) -> Pairing:
        """Two editions, to be compared or told of."""
        step = self.steps.get(new.id)
        return Pairing(
            (old, *self.series.between(old, new), new),
            told=(old, new) in self.steps_told,
            tabled=self.extras.tables is not None,
            known=step.comparison if step and step.old is old else None,
        )

    def compared(self, old: Edition, new: Edition) -> Comparison:
        """The comparison of two editions."""
        return self.pairing(old, new).comparison()


def site(of: Series, language: Language, extras: Extras | None = None) -> Site:
    """The site of a series; raises IncomparableError where an id is missing."""
    if problems := [one for edition in of.editions for one in lacking(edition)]:
        raise IncomparableError(problems)
    known = steps(of, language)
    return Site(of, language, known, lives(of, known), offices(of), extras or Extras())


def files(of: Site) -> Iterator[File]:
    """Every file of the site, sorted by nothing but what is asked for first."""
    from planversion.publishing.contents import contents  # noqa: PLC0415 - each page knows the site

    return contents(of)
