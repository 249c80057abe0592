"""All that the page and the copy of one project or section are made of, as one value."""

from __future__ import annotations

from typing import NamedTuple

from planversion.changes import LineageChange
from planversion.model import Edition
from planversion.model.header import Status
from planversion.publishing.fates import Fate, fate
from planversion.publishing.items import Named, named
from planversion.publishing.lives import Chapter, Life, OutlineChange, Step
from planversion.publishing.recorded import Recorded
from planversion.publishing.sayings import Ref, Saying, above, saying
from planversion.publishing.site import Site
from planversion.rendering.page import Item, line
from planversion.rendering.speaking import Speaker
from planversion.rendering.wording import kind_word, told, told_without_kind, what_happened


class Told(NamedTuple):
    """A change, and its words."""

    change: OutlineChange
    item: Item
    """The subject itself needs no name; a family names everybody."""
    reasons: tuple[Item, ...]
    """Why it changed, where an edition explains it."""


class Passage(NamedTuple):
    """A subject in one edition."""

    edition: Named
    label: str
    """The edition as people call it, without its stage."""
    status: Status
    since: Named | None
    """The edition it is held against."""
    saying: Saying | None
    """None where the edition doesn't have it."""
    changes: tuple[Told, ...]


class Account(NamedTuple):
    """A project or section through all editions, the earliest first, with what surrounds it."""

    plan: str
    subject: str
    name: str
    level: str | None
    """What sections of its level are called, where they have a name."""
    fate: Fate
    asked: tuple[str, ...]
    """The editions that the answer speaks of, by id."""
    passages: tuple[Passage, ...]
    trail: tuple[Ref, ...]
    """The sections above it in the newest edition that has it, from the outside in."""
    home: str
    """The title of the section where a project's record stands."""
    neighbours: tuple[Ref, ...]
    """The other projects there."""
    commits: tuple[Recorded, ...]

    @property
    def present(self) -> tuple[Passage, ...]:
        """The editions that have it."""
        return tuple(one for one in self.passages if one.saying)

    def passage(self, edition: str | None) -> Passage:
        """One edition of it."""
        return next(one for one in self.passages if one.edition.id == edition)


def account(life: Life, of: Site) -> Account:
    """All that is told of a project or section on its own page."""
    project = life.subject.startswith("p-")
    home, neighbours = _around(life) if project else ("", ())
    return Account(
        of.series.plan.id,
        life.subject,
        life.name,
        None if project else _level(life),
        fate(life, of.series),
        tuple(edition.id for edition in _asked(life, of)),
        tuple(_passage(chapter, life.subject) for chapter in life.chapters),
        _trail(life),
        home,
        neighbours,
        of.extras.commits.get(life.subject, ()),
    )


def _asked(life: Life, of: Site) -> tuple[Edition, ...]:
    """The draft ahead, the adopted edition, and the last that had it, if that is neither."""
    pointed = of.series.pointed_at[::-1]
    known = any(life.chapter(edition).present for edition in pointed)
    return pointed if known else (*pointed, life.last.edition)


def _passage(chapter: Chapter, subject: str) -> Passage:
    step = chapter.step
    return Passage(
        named(chapter.edition),
        chapter.edition.header.label,
        chapter.edition.header.status,
        named(step.old) if step else None,
        saying(subject, chapter.edition.outline) if chapter.present else None,
        _told(chapter.changes, step) if step and chapter.changes else (),
    )


def _told(changes: tuple[OutlineChange, ...], step: Step) -> tuple[Told, ...]:
    why, speaker = step.why(), step.speaker
    return tuple(
        Told(change, _worded(change, speaker), why.below(Item(()), change, speaker).below)
        for change in changes
    )


def _worded(change: OutlineChange, speaker: Speaker) -> Item:
    if isinstance(change, LineageChange):
        return told(change, speaker)
    below = told_without_kind(change, speaker).below
    return Item(line(kind_word(change.kind, speaker), " ", what_happened(change, speaker)), below)


def _level(life: Life) -> str | None:
    side = life.last.edition.outline
    depth = side.places[life.subject].depth
    return side.levels[depth].name if depth < len(side.levels) else None


def _trail(life: Life) -> tuple[Ref, ...]:
    side = life.last.edition.outline
    place = side.places.get(life.subject)
    within = place.above if place else side.placements(life.subject)[0].place
    return tuple(above(within))[::-1]


def _around(life: Life) -> tuple[str, tuple[Ref, ...]]:
    """The measure where the record stands, and the other projects of it."""
    side = life.last.edition.outline
    home = next(row.place for row in side.placements(life.subject) if row.primary)
    others = (row.project for row in side.listed(home) if row.project != life.subject)
    return home.section.title, tuple(Ref(one, side.record(one).name) for one in others)
