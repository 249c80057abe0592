"""Printed totals beside those that are counted."""

from __future__ import annotations

from planversion.auditing.outcomes import AuditedTotal
from planversion.auditing.statements import plain
from planversion.model import Edition, PublishedTotal
from planversion.model.places import Outline, Place, Placement
from planversion.rules.looking.likenesses import listings


def totals(edition: Edition) -> tuple[AuditedTotal, ...]:
    """Every printed total of the edition, in the order of the file."""
    return tuple(
        AuditedTotal(index, total, _counted(total, edition))
        for index, total in enumerate(edition.published_totals)
    )


def _counted(total: PublishedTotal, edition: Edition) -> int | None:
    side = edition.outline
    if total.section and total.section not in side.places:
        return None
    places = [place for place in side.places.values() if _below(place, total.section)]
    if total.of == "sections":
        return _sections(total, places, side)
    rows = [row for place in places for row in side.listed(place)]
    if total.of == "marked":
        return _marked(rows, edition)
    projects = len({row.project for row in rows})
    counted = {"placements": len(rows), "projects": projects, "relistings": len(rows) - projects}
    return counted[total.of]


def _below(place: Place, section: str | None) -> bool:
    """Whether a place is the section or stands below it; all do where none is named."""
    here: Place | None = place
    while section and here is not None and here.id != section:
        here = here.above
    return here is not None


def _sections(total: PublishedTotal, places: list[Place], side: Outline) -> int | None:
    """The sections of a level, or all below; a section doesn't count itself."""
    names = [plain(level.name) for level in side.levels]
    if total.level and plain(total.level) not in names:
        return None
    depth = names.index(plain(total.level)) if total.level else None
    counted = [place for place in places if depth is None or place.depth == depth]
    return sum(place.id != total.section for place in counted)


def _marked(rows: list[Placement], edition: Edition) -> int:
    named = {listing.path for listing in listings(edition) if listing.marked}
    return sum(
        row.path in named or (row.relisting is not None and row.relisting.marked) for row in rows
    )
