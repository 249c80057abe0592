"""Where a project is listed after two edits: its record's section, and its relistings."""

from __future__ import annotations

from planversion.applying.tables import Listings
from planversion.merging.outcomes import ABSENT, Outcome, settled, three_way
from planversion.merging.values import merged_records
from planversion.model import Relisting


def merged_listings(base: Listings, ours: Listings, theirs: Listings) -> Outcome[Listings]:
    """The listings with the edits of both; each side's own where these contradict each other."""
    known = three_way(base, ours, theirs)
    if known is not None:
        return known
    home = three_way(*map(_home, (base, ours, theirs)))
    rows = _relistings(base, ours, theirs)
    if home is None or rows is None or home.ours in rows or _parted(base, ours, theirs):
        return Outcome(ours, theirs)
    return Outcome(
        {home.ours: None, **{section: row.ours for section, row in rows.items()}},
        {home.ours: None, **{section: row.theirs for section, row in rows.items()}},
    )


def _home(listings: Listings) -> str:
    """The section of the record; none of a project that isn't there."""
    return next((section for section, row in listings.items() if row is None), "")


def _relistings(
    base: Listings, ours: Listings, theirs: Listings
) -> dict[str, Outcome[Relisting]] | None:
    """The relistings by section; None where one side took one out that the other changed."""
    found: dict[str, Outcome[Relisting]] = {}
    for section in dict.fromkeys((*ours, *theirs)):
        was, one, other = (side.get(section) or ABSENT for side in (base, ours, theirs))
        if one is not ABSENT and other is not ABSENT:
            found[section] = merged_records(None if was is ABSENT else was, one, other)
            continue
        known = three_way(was, one, other)
        if known is None:
            return None
        if isinstance(known.ours, Relisting):
            found[section] = settled(known.ours)
    return found


def _parted(base: Listings, ours: Listings, theirs: Listings) -> bool:
    """Whether both took the same relisting out and put it elsewhere, each in another section."""
    was, one, other = (
        {section for section, row in side.items() if row is not None}
        for side in (base, ours, theirs)
    )
    moved = was - one - other
    return bool(moved and one - was and other - was and one - was != other - was)
