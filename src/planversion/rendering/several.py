"""Several comparisons on one page, and editions that have nothing to be compared with."""

from __future__ import annotations

from collections.abc import Iterable

from planversion.comparing.comparison import reference
from planversion.messages import Language, Message, say
from planversion.model import Edition
from planversion.model.labelling import edition_label
from planversion.rendering.page import Block, Folded, Heading, Page, Paragraph, line
from planversion.rendering.speaking import Speaker, placements, projects

_DEEPEST = 6


def under(told: Iterable[tuple[str, Page]]) -> Page:
    """The pages as one, each under a heading, its own headings below that."""
    blocks: list[Block] = []
    for name, page in told:
        blocks.append(Heading(1, line(name)))
        blocks += lowered(page).blocks
    return Page(tuple(blocks))


def lowered(page: Page) -> Page:
    """The page with its headings a level further down, to stand in another."""
    return Page(tuple(map(lower, page.blocks)))


def alone(edition: Edition, language: Language, *, gone: bool) -> Page:
    """An edition that one side only has, and how much it lists."""
    speaker, known = Speaker(language), reference(edition)
    counted = {
        "placements": placements(known.totals.placements),
        "projects": projects(known.totals.projects),
    }
    what = say("New edition file: {placements} of {projects}.", **counted)
    if gone:
        what = say("Edition file gone: {placements} of {projects}.", **counted)
    return Page((Heading(1, line(title_of(edition))), Paragraph(speaker.fill(what))))


def title_of(edition: Edition) -> str:
    """The plan and which edition of it."""
    return f"{edition.plan.title}  {edition_label(reference(edition))}"


def nothing(said: Message, language: Language) -> Page:
    """A page of one sentence."""
    return Page((Paragraph(Speaker(language).fill(said)),))


def lower(block: Block) -> Block:
    """The block with its headings one level further down."""
    match block:
        case Heading(level=level):
            return block._replace(level=min(level + 1, _DEEPEST))
        case Folded(blocks=blocks):
            return block._replace(blocks=tuple(map(lower, blocks)))
        case _:
            return block
