"""Two editions compared: who is who, what changed, and which row became which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from planversion.changes import Change, Diff, EditionReference, Part, Totals
from planversion.collector import without_collector
from planversion.comparing.correspondence import Row, correspondence
from planversion.comparing.departments import reorganisations
from planversion.comparing.entries import edition_changes, entry_changes
from planversion.comparing.lineages import lineage_changes
from planversion.comparing.living import living_changes
from planversion.comparing.order import ReadingOrder
from planversion.comparing.reading import in_reading_order
from planversion.matching import Matching, match
from planversion.model import Edition
from planversion.spelling import Spellings

_BEFORE_THE_OUTLINE: tuple[Part, ...] = ("levels", "sources")
_STATEMENTS: tuple[Part, ...] = (
    *("lineage", "explanations", "returned"),
    *("published_notes", "published_totals"),
)


@dataclass(frozen=True)
class Comparison:
    """Two editions, who is who between them, and everything that changed."""

    matching: Matching
    diff: Diff

    @property
    def old(self) -> Edition:
        """The old edition."""
        return self.matching.chain[0]

    @property
    def new(self) -> Edition:
        """The new edition."""
        return self.matching.chain[-1]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every placement of each edition in exactly one row, in reading order."""
        return correspondence(self.matching, self.diff)


def compare(
    old: Edition,
    new: Edition,
    *,
    between: Sequence[Edition] = (),
    matching: Matching | None = None,
) -> Comparison:
    """What changed from `old` to `new`, completely and in reading order.

    `between` are the editions on the way, from old to new, whose lineage and department
    successions then count; a `matching` made before is used as it is. Raises IncomparableError
    for editions of different plans, or with an id missing.
    """
    with without_collector():
        matching = match(old, new, between) if matching is None else matching
        diff = Diff(
            old=reference(matching.chain[0]),
            new=reference(matching.chain[-1]),
            changes=tuple(_changes(matching)),
            gaps=matching.gaps,
        )
    return Comparison(matching, diff)


def _changes(matching: Matching) -> Iterator[Change]:
    old, new = matching.chain[0], matching.chain[-1]
    spellings: Spellings = tuple(sorted({*old.plan.spellings, *new.plan.spellings}))
    living = [*living_changes(matching, spellings)]
    yield from edition_changes(old, new)
    yield from entry_changes(old, new, "departments")
    yield from reorganisations(matching, living)
    for part in _BEFORE_THE_OUTLINE:
        yield from entry_changes(old, new, part)
    outline = [*living, *lineage_changes(matching)]
    yield from in_reading_order(outline, ReadingOrder(matching.old, matching.new))
    for part in _STATEMENTS:
        yield from entry_changes(old, new, part)


def reference(edition: Edition) -> EditionReference:
    """Which edition, with its totals."""
    header, side = edition.header, edition.outline
    placements = sum(map(len, side.rows.values()))
    totals = Totals(len(side.places), len(side.projects), placements)
    return EditionReference(edition.plan.id, header.id, header.label, header.stage, totals)
