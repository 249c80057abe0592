"""The old/new table laid out: layouts, and what is merged, folded and marked."""

from planversion.rendering.laying.laid import (
    Column,
    Laid,
    LaidGrid,
    LaidPart,
    LaidRow,
    Side,
    Slot,
)
from planversion.rendering.laying.laying import lay
from planversion.rendering.laying.layouts import PRESETS, layout

__all__ = [
    "PRESETS",
    "Column",
    "Laid",
    "LaidGrid",
    "LaidPart",
    "LaidRow",
    "Side",
    "Slot",
    "lay",
    "layout",
]
