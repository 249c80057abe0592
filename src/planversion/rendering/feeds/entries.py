"""What a feed tells of a step between editions, and of a commit."""

from __future__ import annotations

from planversion.commits import Commit
from planversion.comparing import Comparison
from planversion.messages import Language
from planversion.model import Edition
from planversion.rendering.changelog import changelog, title_of
from planversion.rendering.feeds.feed import Entry, lasting
from planversion.rendering.feeds.moments import Moments
from planversion.rendering.page import Block, Heading, Line, Page, Paragraph, text
from planversion.rendering.past.history import Chapter, blocks
from planversion.rendering.speaking import Speaker
from planversion.rendering.summary import counts
from planversion.rendering.views.chapters import View
from planversion.rendering.web.fragment import fragment


def of_step(
    comparison: Comparison,
    when: Moments,
    language: Language,
    by: View = "goal",
    base: str | None = None,
) -> Entry:
    """The change log from one edition to another; `base` is where change logs are to be read."""
    old, new = comparison.old.id, comparison.new.id
    speaker = Speaker(language)
    return Entry(
        lasting(comparison.new.plan, "step", old, new),
        speaker.word(title_of(comparison)),
        when,
        text(counts(comparison.diff, speaker).line),
        fragment(_untitled(changelog(comparison, language, by))),
        address=f"{base}{old}..{new}.html" if base else None,
    )


def of_commit(
    commit: Commit, edition: Edition, chapter: Chapter, when: Moments, language: Language
) -> Entry:
    """What one commit did to the file of an edition; the chapter's heading is its title."""
    told = blocks(chapter, language)
    return Entry(
        lasting(edition.plan, "commit", edition.id, commit.id),
        text(chapter.heading),
        when,
        text(_summary(chapter, told, language)),
        fragment(Page(told)),
        commit.author or None,
    )


def _summary(chapter: Chapter, told: tuple[Block, ...], language: Language) -> Line:
    """How much changed; where there is nothing to compare with, what happened to the file."""
    if chapter.comparison:
        return counts(chapter.comparison.diff, Speaker(language)).line
    return next((block.line for block in told if isinstance(block, Paragraph)), ())


def _untitled(page: Page) -> Page:
    """The page without its title, which the entry has already."""
    return Page(tuple(b for b in page.blocks if not (isinstance(b, Heading) and b.level == 1)))
