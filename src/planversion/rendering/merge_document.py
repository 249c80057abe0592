"""The conflicts of a merge for machines: what each part of the JSON document holds."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, JsonValue

from planversion.merging import Conflict, Merge
from planversion.merging.conflicts import Kind
from planversion.messages import Language
from planversion.model.base import Many, Record
from planversion.rendering.merged import told
from planversion.rendering.safety import json_text


class MergeConflict(Record):
    """What both sides changed, differently."""

    kind: Kind
    """Why it is disputed."""
    subject: str
    """Whose: an id, or a part of the file and what the entry in it is known by."""
    field: str | None
    """Which of its fields; null where it is about the whole."""
    name: str
    """What it is called."""
    code: str
    """The place code; empty outside the outline."""
    base: JsonValue
    """What it was; null where it wasn't there."""
    ours: JsonValue
    """What ours made of it."""
    theirs: JsonValue
    """What theirs made of it."""
    message: str
    """The same for people."""


class MergeDocument(Record):
    """What came of a merge."""

    model_config = ConfigDict(title="planversion merge")

    version: Literal[1] = 1
    """The version of this format."""
    conflicts: Many[MergeConflict]
    """What is left to be decided, in the order of the file; empty where nothing is."""


def document(merge: Merge, language: Language) -> str:
    """The conflicts as a JSON document."""
    found = MergeDocument(conflicts=tuple(_conflict(one, language) for one in merge.conflicts))
    return json_text(found.model_dump(mode="json", by_alias=True))


def _conflict(one: Conflict, language: Language) -> MergeConflict:
    return MergeConflict(
        kind=one.kind,
        subject=one.spot.owner,
        field=one.spot.field,
        name=one.name,
        code=one.code,
        base=one.base,
        ours=one.ours,
        theirs=one.theirs,
        message=told(one, language),
    )
