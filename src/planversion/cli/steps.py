"""Which file of one side is which of the other, as editions that were read."""

from __future__ import annotations

from planversion.tracing.pairing import Known, pairs
from planversion.yamltext import Source

Step = tuple[Source | None, Source | None]
"""An edition on the old and on the new side; None where a side has no such file."""
Files = dict[str, Source]
"""Edition files by their path from the root."""


def steps(old: Files, new: Files) -> tuple[Step, ...]:
    """Every file in exactly one step, in the order of the paths."""
    found = pairs(map(_known, old.items()), map(_known, new.items()))
    return tuple((was and old[was.path], now and new[now.path]) for was, now in found)


def _known(file: tuple[str, Source]) -> Known:
    path, source = file
    return Known(path, source.edition.plan.id, source.edition.id)
