"""What a plan is: frozen models, one a mapping of the edition file."""

from planversion.model.base import Record
from planversion.model.edition import Edition, walk_sections
from planversion.model.header import (
    Department,
    Erratum,
    Header,
    Level,
    Plan,
    SourceDocument,
    Status,
)
from planversion.model.outline import (
    Budget,
    Entry,
    ExternalId,
    Indicator,
    Period,
    Project,
    Relisting,
    Section,
)
from planversion.model.places import Outline, Path, Place, Placement
from planversion.model.statements import (
    Explanation,
    Lineage,
    PublishedNote,
    PublishedTotal,
    Returned,
    RowReference,
)

__all__ = [
    "Budget",
    "Department",
    "Edition",
    "Entry",
    "Erratum",
    "Explanation",
    "ExternalId",
    "Header",
    "Indicator",
    "Level",
    "Lineage",
    "Outline",
    "Path",
    "Period",
    "Place",
    "Placement",
    "Plan",
    "Project",
    "PublishedNote",
    "PublishedTotal",
    "Record",
    "Relisting",
    "Returned",
    "RowReference",
    "Section",
    "SourceDocument",
    "Status",
    "walk_sections",
]
