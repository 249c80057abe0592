"""Two edits of one edition brought together as values, whatever files these stand in."""

from __future__ import annotations

from typing import Any

from planversion.applying.tables import put_together
from planversion.comparing.entries import PARTS
from planversion.merging.editions import ThreeEditions
from planversion.merging.entries import merged_entries
from planversion.merging.outcomes import Outcome
from planversion.merging.outlines import merged_outline
from planversion.merging.values import merged_records
from planversion.model import Edition


def reconcile(three: ThreeEditions) -> Outcome[Edition]:
    """The edition with the edits of both sides, for either way in which disputes may go.

    Whatever one side alone edited, or both alike, is in both; both are the same edition where
    nothing is disputed. The editions have all their ids. Raises pydantic's ValidationError where
    the edits of both together make no edition.
    """
    base, ours, theirs = (side.edition for side in three)
    tables = merged_outline(three)
    living = {*tables.ours.records, *tables.ours.sections}
    living |= {*tables.theirs.records, *tables.theirs.sections}
    found: dict[str, Outcome[Any]] = {
        part: merged_entries(part, three, living).map(lambda entries: tuple(entries.values()))
        for part in PARTS
    }
    found["sections"] = tables.map(put_together)
    found["plan"] = merged_records(base.plan, ours.plan, theirs.plan)
    found["header"] = merged_records(base.header, ours.header, theirs.header)
    return Outcome(
        _edition(ours, {name: value.ours for name, value in found.items()}),
        _edition(theirs, {name: value.theirs for name, value in found.items()}),
    )


def _edition(like: Edition, values: dict[str, Any]) -> Edition:
    return Edition.model_validate({**like.__dict__, **values})
