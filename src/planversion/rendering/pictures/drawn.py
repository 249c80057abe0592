"""A picture before it has a width, and what it says in words and numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from planversion.comparing import Comparison
from planversion.messages import Language, say
from planversion.rendering.page import Grid
from planversion.rendering.pictures.balances import balances
from planversion.rendering.pictures.bars import draw_balances
from planversion.rendering.pictures.describing import (
    balances_grid,
    flow_grid,
    told_balances,
    told_flow,
)
from planversion.rendering.pictures.drawing import draw_flow
from planversion.rendering.pictures.flows import flow


class Drawn(NamedTuple):
    """A picture that can be drawn in any width."""

    title: str
    """Of which plan it is."""
    name: str
    """What it shows, in a few words."""
    told: str
    """What it shows, in numbers."""
    draw: Callable[[str, float], str]
    """Draws it, given what its ids begin with, and its width."""
    grid: Grid


def drawn_flow(*comparisons: Comparison, depth: int, language: Language) -> Drawn:
    """What became of the sections of a level, from edition to edition."""
    found = flow(*comparisons, depth=depth)
    return Drawn(
        title=found.title,
        name=say("Where the placements went").to(language),
        told=told_flow(found, language),
        draw=lambda prefix, width: draw_flow(found, language, prefix, width),
        grid=flow_grid(found, language),
    )


def drawn_balances(comparison: Comparison, language: Language) -> Drawn:
    """What each department carries, before and now."""
    found = balances(comparison)
    return Drawn(
        title=found.title,
        name=say("Placements that each department carries more or fewer").to(language),
        told=told_balances(found, language),
        draw=lambda prefix, width: draw_balances(found, language, prefix, width),
        grid=balances_grid(found, language),
    )
