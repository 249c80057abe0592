"""An edition as a data package."""

from __future__ import annotations

import re
from typing import Any

from planversion.exporting.naming import require_ids
from planversion.exporting.outline_tables import outline_tables
from planversion.exporting.packages import Files, package
from planversion.exporting.statement_tables import statement_tables
from planversion.exporting.tables import Table
from planversion.model import Edition
from planversion.model.labelling import edition_label


def edition_tables(edition: Edition) -> tuple[Table, ...]:
    """All that an edition says, a fact a cell; raises UnexportableError where an id is missing."""
    require_ids(edition)
    return (*statement_tables(edition), *outline_tables(edition))


def edition_package(edition: Edition) -> Files:
    """The files of the package; raises UnexportableError where an id is missing."""
    return package(_about(edition), edition_tables(edition))


def _about(edition: Edition) -> dict[str, Any]:
    header, plan = edition.header, edition.plan
    about: dict[str, Any] = {
        "name": f"{plan.id}-{edition.id}".lower(),
        "title": f"{plan.title} {edition_label(header)}",
        "version": edition.id,
    }
    if edition.sources:
        about["sources"] = [_source(one.title, one.url) for one in edition.sources]
    return about


def _source(title: str, url: str | None) -> dict[str, str]:
    # The standard takes an address of the web for a path; another one stands in the table.
    address = {"path": url} if url and re.fullmatch(r"https?://[!-~]+", url) else {}
    return {"title": title, **address}
