"""The change log of one edition's file: what `planversion history` prints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from planversion.comparing import Comparison
from planversion.comparing.comparison import reference
from planversion.messages import Language, say
from planversion.model import Edition
from planversion.model.labelling import edition_label
from planversion.rendering.difference import changes
from planversion.rendering.page import Block, Heading, Line, Page, Paragraph, line
from planversion.rendering.past.log import UNREAD
from planversion.rendering.several import lower
from planversion.rendering.speaking import Speaker, placements, projects
from planversion.rendering.summary import warnings
from planversion.rendering.whereabouts import speaker_of


class Chapter(NamedTuple):
    """What happened to the file under one heading: at a commit, or up to a tag."""

    heading: Line
    comparison: Comparison | None = None
    """None where the file is new, gone or can't be read."""
    edition: Edition | None = None
    """The edition that is new, where it is."""
    unread: bool = False


def history(title: str, chapters: Iterable[Chapter], language: Language) -> Page:
    """The page, chapter by chapter."""
    body: list[Block] = []
    for chapter in chapters:
        body += [Heading(2, chapter.heading), *map(lower, blocks(chapter, language))]
    nothing = Paragraph(Speaker(language).fill(say("No changes.")))
    return Page((Heading(1, line(title)), *(body or [nothing])))


def blocks(chapter: Chapter, language: Language) -> tuple[Block, ...]:
    """What happened, without the heading."""
    speaker = Speaker(language)
    if chapter.comparison is None:
        return (Paragraph(_one_sided(chapter, speaker)),)
    told = speaker_of(chapter.comparison, language)
    gaps = warnings(chapter.comparison.diff.gaps, told)
    return (*gaps, *changes(chapter.comparison, told)) or (
        Paragraph(speaker.fill(say("No changes."))),
    )


def _one_sided(chapter: Chapter, speaker: Speaker) -> Line:
    if chapter.unread:
        return speaker.fill(UNREAD)
    if chapter.edition is None:
        return speaker.fill(say("The file is gone."))
    known = reference(chapter.edition)
    counted = {
        "edition": edition_label(known),
        "placements": placements(known.totals.placements),
        "projects": projects(known.totals.projects),
    }
    return speaker.fill(say("First recorded: {edition}, {placements} of {projects}.", **counted))
