"""What lies beside the pages for programs: projects and editions as JSON, editions as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from planversion.comparing.departments import printed
from planversion.comparing.spots import printed_name
from planversion.exporting.tables import semicolons
from planversion.interchange import plain_diff
from planversion.model import Edition
from planversion.model.places import Outline, Placement
from planversion.model.saying import written
from planversion.publishing.fates import fate
from planversion.publishing.lives import Chapter, Life, OutlineChange, Step
from planversion.publishing.site import Site
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
    yield side.code(row.place)
    yield row.place.id
    yield semicolons(above)
    yield row.place.section.title
    yield row.project
    yield printed_name(side, row)
    yield "true" if row.primary else "false"
    yield semicolons(printed(side, row))
    yield record.status or ""
    yield record.description or ""


def subject_json(of: Site, life: Life, told: Changes) -> bytes:
    """A project or section through all editions, with every change of it."""
    document = {
        "version": _VERSION,
        "plan": of.series.plan.id,
        "id": life.subject,
        "name": life.name,
        "state": fate(life, of.series).state,
        "editions": [_chapter(one, life.subject, told) for one in life.chapters],
    }
    return json_text(document, None).encode()


def _chapter(chapter: Chapter, subject: str, told: Changes) -> Json:
    edition = chapter.edition
    return {
        "edition": edition.id,
        "label": edition.header.label,
        "status": edition.header.status,
        "since": chapter.step.old.id if chapter.step else None,
        "listings": [*_listings(edition.outline, subject)],
        "record": _record(edition.outline, subject) if chapter.present else None,
        "changes": [told.of(change, chapter.step) for change in chapter.changes if chapter.step],
    }


def _listings(side: Outline, subject: str) -> Iterator[Json]:
    if subject in side.places:
        place = side.places[subject]
        yield {"section": place.parent, "code": side.code(place)}
    for row in side.placements(subject):
        yield {
            "section": row.place.id,
            "code": side.code(row.place),
            "record": row.primary,
            "name": printed_name(side, row),
            "departments": list(printed(side, row)),
        }


def _record(side: Outline, subject: str) -> Json:
    """What the file says; of a section, without what is below it."""
    if subject not in side.places:
        return written(side.record(subject))
    said = written(side.places[subject].section)
    return {key: value for key, value in said.items() if key not in ("projects", "sections")}


class Changes:
    """The changes of all steps as the JSON document has them, each step written once."""

    def __init__(self) -> None:
        self._known: dict[str, dict[int, Json]] = {}

    def of(self, change: OutlineChange, step: Step) -> Json:
        """One change of a step."""
        known = self._known.get(step.new.id)
        if known is None:
            diff = step.comparison.diff
            said = plain_diff(diff)["changes"]
            pairs = zip(diff.changes, said, strict=True)
            known = self._known[step.new.id] = {id(one): told for one, told in pairs}
        return known[id(change)]
