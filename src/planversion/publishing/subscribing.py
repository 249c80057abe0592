"""The feed of a site: what each edition changed that is known to have come out on a day."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import say
from planversion.publishing import addresses
from planversion.publishing.site import Site
from planversion.rendering.feeds.entries import of_step
from planversion.rendering.feeds.feed import Entry, Feed, lasting, newest_first


def feed(of: Site) -> Feed:
    """The feed."""
    entries = newest_first(_entries(of))
    title = say("{title}: changes from edition to edition", title=of.title)
    base, plan = of.extras.base, of.series.plan
    own = f"{base}{addresses.FEED}" if base else None
    identity = lasting(plan, "steps")
    return Feed(identity, title.to(of.language), of.language, of.title, entries, base, own)


def _entries(of: Site) -> Iterator[Entry]:
    for edition in of.series.editions:
        old, when = of.series.published_before(edition), of.moments(edition)
        if old and when:
            entry = of_step(of.compared(old, edition), when, of.language)
            at = addresses.changes(old.id, edition.id)
            yield entry._replace(address=of.extras.base and f"{of.extras.base}{at}")
