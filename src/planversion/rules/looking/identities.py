"""Who left and who came without a word, and where they stood."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from planversion.comparing import Comparison
from planversion.matching import Family
from planversion.model import Path
from planversion.model.places import Outline, Place
from planversion.spelling import Spellings


class Unpaired(NamedTuple):
    """The ids that one side only has, and that no lineage speaks of, in their order."""

    ended: dict[str, None]
    begun: dict[str, None]


def unpaired(families: Iterable[Family]) -> Unpaired:
    """Who left and who came, where nothing was declared."""
    silent = [family for family in families if not family.declarations]
    ended = dict.fromkeys(one for family in silent for one in family.ended)
    return Unpaired(ended, dict.fromkeys(one for family in silent for one in family.new))


def spellings(comparison: Comparison) -> Spellings:
    """The wordings that either edition treats as the same."""
    return tuple(sorted({*comparison.old.plan.spellings, *comparison.new.plan.spellings}))


def living_path(place: Place | None, new: Outline) -> Path:
    """Where a section stands now, or the nearest one above it that lives on, or the outline."""
    while place is not None:
        if place.id in new.places:
            return new.places[place.id].path
        place = place.above
    return ("sections",)
