"""What stands in an edition: sections, projects, and projects listed once more."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, JsonValue, Tag

from planversion.model.base import Many, Name, ProjectId, Record, SectionId, Text

Number = Annotated[int, Field(ge=0)] | str
Quantity = int | float | str


class Period(Record):
    """From when to when, as printed."""

    start: int | Text | None = Field(default=None, alias="from")
    """The first year or day."""
    end: int | Text | None = Field(default=None, alias="to")
    """The last year or day."""


class Budget(Record):
    """Money planned for one year."""

    year: int | Text
    """The fiscal year."""
    amount: int | float
    """How much, in `unit`."""
    unit: Text = "円"
    """What the amount is counted in: 円, 千円."""
    note: Text | None = None
    """A remark for whoever reads the file."""


class Indicator(Record):
    """What a project is measured by (指標)."""

    name: Name
    """What is measured."""
    unit: Text | None = None
    """What it is counted in."""
    baseline: Quantity | None = None
    """Where it stood."""
    target: Quantity | None = None
    """Where it shall stand."""
    note: Text | None = None
    """A remark for whoever reads the file."""


class ExternalId(Record):
    """The project's number in another system, for example a 予算事業ID with its year."""

    scheme: Text
    """Which system."""
    id: Text
    """The number there."""
    year: int | None = None
    """The year it is valid for."""


class Project(Record):
    """The thing with an identity that lasts through editions (事業)."""

    id: ProjectId | None = None
    """Its permanent id; `planversion ids mint` writes a missing one."""
    name: Name
    """Its name as printed."""
    departments: Many[Text] = ()
    """The departments that carry it, as printed and in that order."""
    description: Text | None = None
    """What it does."""
    status: Text | None = None
    """The programme status as printed: 新規, 拡充, 継続, 縮小, 完了."""
    period: Period | None = None
    """When it runs."""
    budget: Many[Budget] = ()
    """What it costs, by year."""
    indicators: Many[Indicator] = ()
    """What it is measured by."""
    external_ids: Many[ExternalId] = ()
    """Its numbers in other systems."""
    inferred: Many[
        Literal["name", "departments", "description", "status", "period", "budget", "indicators"]
    ] = ()
    """Fields that were not printed but inferred by whoever transcribed the edition."""
    note: Text | None = None
    """A remark for whoever reads the file."""
    attributes: dict[str, JsonValue] = Field(default_factory=dict)
    """Anything else, nested as you like."""


class Relisting(Record):
    """A project listed once more under another section (再掲)."""

    relists: ProjectId
    """The project, whose record stands elsewhere in this edition."""
    wording: Name | None = Field(default=None, alias="as")
    """Its name here, where it differs."""
    departments: Many[Text] | None = None
    """Its departments here, where they differ."""
    marked: bool = False
    """True where it is printed with the mark (再掲)."""
    moved_from: SectionId | None = None
    """The section this listing stood under in the previous edition, where that isn't plain."""
    note: Text | None = None
    """A remark for whoever reads the file."""


def _entry_kind(entry: Any) -> str:
    if isinstance(entry, dict):
        return "=relisting" if "relists" in entry else "=project"
    return "=relisting" if isinstance(entry, Relisting) else "=project"


Entry = Annotated[
    Annotated[Project, Tag("=project")] | Annotated[Relisting, Tag("=relisting")],
    Discriminator(_entry_kind),
]
"""A line of a section: a project's record, or a relisting."""


class Section(Record):
    """A node of the outline (章立て): a goal, a direction, a measure."""

    id: SectionId | None = None
    """Its permanent id; `planversion ids mint` writes a missing one."""
    number: Number | None = None
    """Its number as a label: an integer, or text such as 2の2; absent where none is printed."""
    title: Name
    """Its title as printed."""
    note: Text | None = None
    """A remark for whoever reads the file."""
    projects: Many[Entry] = ()
    """What is listed directly under it, in reading order."""
    sections: Many[Section] = ()
    """The sections below it, in reading order."""
