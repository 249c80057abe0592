"""The outline of one edition with counts: what `planversion show` prints."""

from __future__ import annotations

from planversion.comparing.comparison import reference
from planversion.comparing.departments import printed
from planversion.comparing.spots import printed_name
from planversion.messages import Language, say
from planversion.model import Edition
from planversion.model.labelling import edition_label
from planversion.model.places import Outline, Place, Placement
from planversion.rendering.page import Bullets, Heading, Item, Line, Page, Paragraph, Span, line
from planversion.rendering.speaking import Speaker, placements, projects
from planversion.rendering.whereabouts import title

Below = dict[str | None, list[Place]]


def overview(edition: Edition, language: Language, *, listed: bool = False) -> Page:
    """The page of an edition's outline; with `listed`, every project in it.

    Raises ValueError for a language that there isn't.
    """
    side = edition.outline
    speaker = Speaker(language)
    known = reference(edition)
    head = Heading(1, line(f"{edition.plan.title}  {edition_label(known)}"))
    total = say(
        "{placements} of {projects}",
        placements=placements(known.totals.placements),
        projects=projects(known.totals.projects),
    )
    below: Below = {}
    for place in side.places.values():
        below.setdefault(place.parent, []).append(place)
    items = tuple(
        _section(side, place, below, speaker, listed=listed) for place in below.get(None, ())
    )
    return Page((head, Paragraph(speaker.fill(total)), Bullets(items)))


def _section(
    side: Outline,
    place: Place,
    below: Below,
    speaker: Speaker,
    *,
    listed: bool,
) -> Item:
    count = speaker.fill(say(" ({n})", n=_count(side, place, below)))
    rows = tuple(Item(_row(side, row, speaker)) for row in side.listed(place)) if listed else ()
    under = tuple(
        _section(side, one, below, speaker, listed=listed) for one in below.get(place.id, ())
    )
    return Item(line(title(place), count), (*rows, *under))


def _count(side: Outline, place: Place, below: Below) -> int:
    """Placements in a section and in all sections below it."""
    own = len(side.rows[place.id])
    return own + sum(_count(side, one, below) for one in below.get(place.id, ()))


def _row(side: Outline, row: Placement, speaker: Speaker) -> Line:
    remark = () if row.primary else speaker.fill(say(" (relisted)"))
    departments = speaker.names(printed(side, row))
    return line(Span(printed_name(side, row), "strong"), remark, "  ", departments)
