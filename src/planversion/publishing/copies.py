"""What lies beside the pages for programs: projects and editions as JSON, editions as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from planversion.comparing.departments import printed
from planversion.comparing.spots import printed_name
from planversion.exporting.tables import semicolons
from planversion.interchange import plain_change
from planversion.model import Edition
from planversion.model.places import Outline, Placement
from planversion.model.saying import written
from planversion.publishing.accounts import Account, Passage
from planversion.publishing.sayings import Saying
from planversion.rendering.safety import inert, json_text, on_one_line

Json = dict[str, Any]
_VERSION = 1
COLUMNS = (
    "code",
    "section_id",
    "above",
    "section",
    "project_id",
    "name",
    "record",
    "departments",
    "status",
    "description",
)
"""What each cell of an edition's row is; the same in every language."""


def edition_json(edition: Edition) -> bytes:
    """The edition by the keys of its file."""
    return json_text(written(edition), None).encode()


def edition_csv(edition: Edition) -> bytes:
    """A line a placement, as Excel opens it; several values in a cell have semicolons between."""
    told = io.StringIO()
    writer = csv.writer(told, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    side = edition.outline
    for place in side.places.values():
        for row in side.listed(place):
            writer.writerow([inert(on_one_line(cell)) for cell in _cells(row, side)])
    # Excel takes a file without the mark for one in the local code page.
    return b"\xef\xbb\xbf" + told.getvalue().encode()


def _cells(row: Placement, side: Outline) -> Iterator[str]:
    record = side.record(row.project)
    above: list[str] = []
    place = row.place.above
    while place is not None:
        above.insert(0, place.section.title)
        place = place.above
    yield row.place.code
    yield row.place.id
    yield semicolons(above)
    yield row.place.section.title
    yield row.project
    yield printed_name(side, row)
    yield "true" if row.primary else "false"
    yield semicolons(printed(side, row))
    yield record.status or ""
    yield record.description or ""


def subject_json(of: Account) -> bytes:
    """A project or section through all editions, with every change of it."""
    document = {
        "version": _VERSION,
        "plan": of.plan,
        "id": of.subject,
        "name": of.name,
        "state": of.fate.state,
        "editions": [_chapter(one) for one in of.passages],
    }
    return json_text(document, None).encode()


def _chapter(passage: Passage) -> Json:
    saying = passage.saying
    return {
        "edition": passage.edition.id,
        "label": passage.label,
        "status": passage.status,
        "since": passage.since.id if passage.since else None,
        "listings": [*_listings(saying)] if saying else [],
        "record": saying.record if saying else None,
        "changes": [plain_change(one.change) for one in passage.changes],
    }


def _listings(saying: Saying) -> Iterator[Json]:
    if saying.setting:
        above = saying.setting.above
        yield {"section": above.id if above else None, "code": saying.setting.code}
    for stand in saying.stands:
        yield {
            "section": stand.section,
            "code": stand.code,
            "record": stand.primary,
            "name": stand.name,
            "departments": list(stand.departments),
        }
