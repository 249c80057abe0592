"""What an edition declares about the one before it, where ids alone can't say it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, JsonValue

from planversion.model.base import Many, ProjectId, Record, SectionId, SubjectId, Text

_OF: list[JsonValue] = [
    {"properties": {side: {"items": {"pattern": f"^{prefix}-"}} for side in ("from", "to")}}
    for prefix in "ps"
]
_SOMEBODY: list[JsonValue] = [{"properties": {side: {"minItems": 1}}} for side in ("from", "to")]


class Lineage(Record):
    """A declared correspondence of several subjects (系譜): its kind is computed, never typed.

    Of projects or of sections, and of somebody.
    """

    model_config = ConfigDict(json_schema_extra={"allOf": [{"anyOf": _OF}, {"anyOf": _SOMEBODY}]})

    old: Many[SubjectId] = Field(alias="from")
    """Who it was, by ids of the edition before."""
    new: Many[SubjectId] = Field(alias="to")
    """Who it is now; empty where it ended."""
    reason: Text | None = None
    """Why, in a sentence for the reader."""
    basis: Literal["published", "judged"] | None = None
    """Whether the body said so itself, or the editor judged."""
    unsure: Many[SubjectId] = ()
    """Members a careful reader would doubt."""
    since: Text | None = None
    """The edition it is told against, where that isn't `previous`."""
    note: Text | None = None
    """A remark for whoever reads the file."""


class Explanation(Record):
    """Why a continuing subject changed in substance, where that isn't plain."""

    id: SubjectId
    """Whose change it is."""
    reason: Text
    """Why, in a sentence for the reader."""


class Returned(Record):
    """A subject that had ended and comes back under its old id."""

    id: SubjectId
    """Who comes back."""
    reason: Text
    """Why, in a sentence for the reader."""


class RowReference(Record):
    """A row of the printed table."""

    project: ProjectId
    """The project."""
    section: SectionId
    """The section it is listed under."""


class PublishedNote(Record):
    """A note that the body printed itself, to be held against the computed changes."""

    text: Text
    """The note as printed: 4(2)②から移動."""
    printed_at: Text | None = None
    """Where it is printed."""
    belongs_to: Many[RowReference] = ()
    """The rows it truly belongs to."""
    note: Text | None = None
    """A remark for whoever reads the file."""


class PublishedTotal(Record):
    """A number that the body printed of this edition, to be held against what is listed."""

    of: Literal["placements", "projects", "relistings", "marked", "sections"]
    """What was counted: placements (延べ), projects (実), listings beyond the first of a project,
    rows printed with the mark (再掲), or sections."""
    number: Annotated[int, Field(ge=0)]
    """How many, as printed."""
    level: Text | None = None
    """Of sections, those of this level only, by its name: 施策."""
    section: SectionId | None = None
    """Where only what stands in this section or below it was counted."""
    printed_at: Text | None = None
    """Where it is printed."""
    note: Text | None = None
    """A remark for whoever reads the file."""
