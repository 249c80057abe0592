"""What the change log says of an edition."""

from __future__ import annotations

from planversion.comparing import Comparison
from planversion.comparing.comparison import reference
from planversion.messages import Language, say
from planversion.model import Edition
from planversion.model.labelling import edition_label
from planversion.rendering.changelog import changelog
from planversion.rendering.page import Block, Heading, Page, Paragraph, line
from planversion.rendering.several import lowered
from planversion.rendering.speaking import Speaker, placements, projects
from planversion.rendering.views.chapters import View


def entry(
    edition: Edition, comparison: Comparison | None, language: Language, by: View = "goal"
) -> Page:
    """The page of an edition: when it was adopted, and what changed; None compares with nothing."""
    page = changelog(comparison, language, by) if comparison else _first(edition, language)
    head, *rest = lowered(page).blocks
    return Page((head, *_day(edition, language), *rest))


def name(comparison: Comparison) -> str:
    """What the section of a step is called: by its edition, where that follows the old one."""
    old, new = comparison.old, comparison.new
    follows = new.header.previous == old.id
    return f"{new.plan.id}@{new.id}" if follows else f"{new.plan.id}@{old.id}..{new.id}"


def title(edition: Edition, language: Language) -> Page:
    """The head of a change log that has none yet."""
    told = say("{title}: change log", title=edition.plan.title)
    return Page((Heading(1, Speaker(language).fill(told)),))


def _day(edition: Edition, language: Language) -> tuple[Block, ...]:
    on = edition.header.adopted_on
    if on is None:
        return ()
    return (Paragraph(Speaker(language).fill(say("Adopted on {day}.", day=on.isoformat()))),)


def _first(edition: Edition, language: Language) -> Page:
    known = reference(edition)
    told = say(
        "It follows no other edition; it lists {placements} of {projects}.",
        placements=placements(known.totals.placements),
        projects=projects(known.totals.projects),
    )
    heading = Heading(1, line(f"{edition.plan.title}  {edition_label(known)}"))
    return Page((heading, Paragraph(Speaker(language).fill(told))))
