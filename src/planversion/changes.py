"""The vocabulary of a diff: what can have happened to one subject between two editions."""

from __future__ import annotations

import typing
from typing import Literal

from pydantic import ConfigDict, Field, JsonValue

from planversion.matching import Declaration
from planversion.matching.families import Kind
from planversion.model import Project, Relisting, Section
from planversion.model.base import SchemaVersion
from planversion.values import value

Basis = Literal["succession", "transfer"]
Nature = Literal["editorial", "substantive"]
Part = Literal[
    "departments",
    "levels",
    "sources",
    "lineage",
    "explanations",
    "returned",
    "published_notes",
    "published_totals",
]
"""The lists of an edition beside its outline."""


@value()
class Spot:
    """Where something stands in one edition, and what it is called there."""

    section: str | None
    """The id of the section it stands in; None for a section of the first level."""
    code: str
    """The place code as printed: of the section a project is listed in, or the section's own."""
    index: int
    """Its position there, from 0."""
    name: str
    """Its name or title as printed there."""


@value()
class FieldChange:
    """One field before and after, by the file's own key; None where it isn't written."""

    field: str
    was: JsonValue
    now: JsonValue


@value(kw_only=True)
class Renamed:
    """Its name or title changed (名称変更): in spelling only, or in substance."""

    subject: str
    old: Spot
    new: Spot
    was: str
    now: str
    nature: Nature
    """Editorial where both are equal under the declared normalisation, else substantive."""
    stage: tuple[str, str] | None = None
    """How far the project has come, where its name says so: 検討, 推進."""
    kind: Literal["renamed"] = "renamed"


@value(kw_only=True)
class Renumbered:
    """A section has another number (番号変更); what stands under it has not moved."""

    subject: str
    old: Spot
    new: Spot
    was: int | str | None
    now: int | str | None
    kind: Literal["renumbered"] = "renumbered"


@value(kw_only=True)
class Moved:
    """It stands in another section (移動)."""

    subject: str
    old: Spot
    new: Spot
    listing: bool = False
    """Whether a relisting moved, and the record stands elsewhere in both editions."""
    kind: Literal["moved"] = "moved"


@value(kw_only=True)
class Reordered:
    """It stands before what it stood after, or the other way round (順序変更)."""

    subject: str
    old: Spot
    new: Spot
    listing: bool = False
    """Whether a relisting is reordered, and the record stands elsewhere in both editions."""
    kind: Literal["reordered"] = "reordered"


@value(kw_only=True)
class Reassigned:
    """Other departments carry it (所管変更)."""

    subject: str
    old: Spot
    new: Spot
    was: tuple[str, ...]
    now: tuple[str, ...]
    basis: Basis | None = None
    """What explains it: a reorganisation, or a declared taking; None where nothing does."""
    kind: Literal["reassigned"] = "reassigned"


@value(kw_only=True)
class Revised:
    """Its content changed (内容変更): description, status, period, budget, indicators …"""

    subject: str
    old: Spot
    new: Spot
    fields: tuple[FieldChange, ...]
    kind: Literal["revised"] = "revised"


@value(kw_only=True)
class Annotated:
    """What the editors of the file remarked on it changed (注記変更), not the plan itself."""

    subject: str
    old: Spot
    new: Spot
    fields: tuple[FieldChange, ...]
    listing: bool = False
    """Whether the remark is on a relisting, and not on the record."""
    kind: Literal["annotated"] = "annotated"


@value(kw_only=True)
class Reworded:
    """One relisting of it is printed otherwise (再掲の表記変更): its name, departments or mark."""

    subject: str
    old: Spot
    new: Spot
    fields: tuple[FieldChange, ...]
    basis: Basis | None = None
    """What explains the other departments, where only these differ."""
    kind: Literal["reworded"] = "reworded"


@value(kw_only=True)
class Relisted:
    """It is listed in one more section (再掲追加)."""

    subject: str
    new: Spot
    listing: Relisting | None = None
    """The row; None where the record stands there."""
    kind: Literal["relisted"] = "relisted"


@value(kw_only=True)
class Unlisted:
    """It is no longer listed in a section, and lives on in another (再掲削除)."""

    subject: str
    old: Spot
    listing: Relisting | None = None
    """The row; None where the record stood there."""
    kind: Literal["unlisted"] = "unlisted"


@value(kw_only=True)
class PrimaryChanged:
    """Its record changed places with a relisting (主掲載変更)."""

    subject: str
    old: Spot
    new: Spot
    was: Relisting | None = None
    """The relisting that stood where the record stands now, where there was one."""
    now: Relisting | None = None
    """The relisting that stands where the record stood, where there is one."""
    kind: Literal["primary_changed"] = "primary_changed"


@value(kw_only=True)
class Member:
    """One side of a lineage: a project or section, and where it stood or stands."""

    id: str
    name: str
    lives: bool
    """Whether both editions have it."""
    spots: tuple[Spot, ...]
    """Its listings, that of the record among them; a section's own place."""
    listings: tuple[Relisting | None, ...] = ()
    """The rows at these spots where it ended or is new; None for the record's."""
    record: Project | Section | None = None
    """What the file says of it, where it ended or is new; a section without what is below it."""


@value(kw_only=True)
class LineageChange:
    """Subjects ended, began, or came from one another; the kind follows from who lives on."""

    kind: Kind
    of: Literal["projects", "sections"]
    old: tuple[Member, ...]
    """Who ended, and who of the family lives on, as the old edition has them."""
    new: tuple[Member, ...]
    """Who is new, and who of the family lives on, as the new edition has them."""
    declarations: tuple[Declaration, ...] = ()
    """What the editions declare, with reasons; nothing where it happened without a word."""


@value(kw_only=True)
class DepartmentSucceeded:
    """Departments were reorganised (組織改正): told once, with the listings that it explains."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    """Which of the old are succeeded by which of the new."""
    rows: int
    """How many listings of both editions have other departments for this reason alone."""
    kind: Literal["department_succeeded"] = "department_succeeded"


@value(kw_only=True)
class EntryAdded:
    """A list of the edition beside its outline has one entry more."""

    part: Part
    key: str
    """What the entry is known by: a department's name, a source's id …"""
    index: int
    entry: dict[str, JsonValue]
    kind: Literal["entry_added"] = "entry_added"


@value(kw_only=True)
class EntryRemoved:
    """A list of the edition beside its outline has one entry less."""

    part: Part
    key: str
    index: int
    entry: dict[str, JsonValue]
    kind: Literal["entry_removed"] = "entry_removed"


@value(kw_only=True)
class EntryRevised:
    """An entry of a list of the edition says something else."""

    part: Part
    key: str
    fields: tuple[FieldChange, ...]
    kind: Literal["entry_revised"] = "entry_revised"


@value(kw_only=True)
class EntryReordered:
    """An entry of a list of the edition stands elsewhere in it."""

    part: Part
    key: str
    old: int
    new: int
    kind: Literal["entry_reordered"] = "entry_reordered"


@value(kw_only=True)
class EditionRevised:
    """What the edition says of its plan or of itself changed (版情報変更)."""

    part: Literal["schema", "plan", "edition"]
    fields: tuple[FieldChange, ...]
    kind: Literal["edition_revised"] = "edition_revised"


SubjectChange = (
    Renamed
    | Renumbered
    | Moved
    | Reordered
    | Reassigned
    | Revised
    | Annotated
    | Reworded
    | Relisted
    | Unlisted
    | PrimaryChanged
)
"""What happened to one project or section that both editions have."""

EntryChange = EntryAdded | EntryRemoved | EntryRevised | EntryReordered
"""What happened to the lists beside the outline."""

Change = SubjectChange | LineageChange | DepartmentSucceeded | EntryChange | EditionRevised
"""What happened to one subject between two editions."""


@value()
class Totals:
    """How much an edition lists: placements (延べ) and projects (実)."""

    sections: int
    projects: int
    placements: int


@value()
class EditionReference:
    """Which edition, by its id and as people call it."""

    plan: str
    id: str
    label: str
    stage: str | None
    totals: Totals


@value()
class Diff:
    """Everything that changed between two editions, in reading order."""

    old: EditionReference
    new: EditionReference
    changes: tuple[typing.Annotated[Change, Field(discriminator="kind")], ...]
    gaps: tuple[tuple[str, str], ...] = ()
    """Neighbours on the way that don't know each other: what was declared there is unknown."""
    version: SchemaVersion = 1
    """The version of this format."""

    # A diff from a newer version must be refused, not read in part.
    __pydantic_config__ = ConfigDict(extra="forbid", title="planversion diff")
