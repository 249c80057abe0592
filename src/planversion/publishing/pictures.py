"""The pictures of a site: what went where between two editions, and through all of them."""

from __future__ import annotations

from itertools import pairwise

from planversion.comparing import Comparison
from planversion.messages import Language
from planversion.model import Edition
from planversion.publishing.site import Site
from planversion.rendering.pictures.drawn import drawn_balances, drawn_flow
from planversion.rendering.pictures.pages import figure

_WIDE = 1120
_FEWEST = 3
"""Through two editions a timeline says no more than their comparison does."""


def pictures_of(comparison: Comparison, language: Language) -> str:
    """What went where, and below it, folded away, what departments gained and lost."""
    flow = drawn_flow(comparison, depth=0, language=language)
    departments = drawn_balances(comparison, language)
    return "\n".join(
        (
            figure(flow, language, "flow", _WIDE, unfolded=True),
            figure(departments, language, "departments", _WIDE, unfolded=False),
        )
    )


def timeline_of(of: Site) -> str:
    """What went where through all published editions; nothing where there are few."""
    editions = _published(of)
    if len(editions) < _FEWEST:
        return ""
    steps = [of.compared(old, new) for old, new in pairwise(editions)]
    drawn = drawn_flow(*steps, depth=0, language=of.language)
    return figure(drawn, of.language, "timeline", _WIDE, unfolded=True)


def _published(of: Site) -> list[Edition]:
    """The newest edition, and whoever was published before it, from the oldest on."""
    editions = [of.series.editions[-1]]
    while (before := of.series.published_before(editions[0])) is not None:
        editions.insert(0, before)
    return editions
