"""Data packages: frictionless judges them, and all that an edition says is in their cells."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package
from hypothesis import given

from golden import Golden
from laws.editions import editions
from planversion.comparing.crosswalk import Crosswalk
from planversion.exporting.crosswalk_package import crosswalk_package
from planversion.exporting.edition_package import edition_package
from planversion.exporting.packages import Files, zipped
from planversion.model import Edition


def judged(files: Files, folder: Path) -> Package:
    """The package as frictionless reads it, every row, key and reference checked."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    package = Package(str(folder / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["title", "message"])
    return package


def test_frictionless_finds_nothing_wrong(
    real: tuple[Edition, Edition], new: Edition, tmp_path: Path
) -> None:
    package = judged(edition_package(real[1]), tmp_path)
    rows = {one.name: len(one.read_rows()) for one in package.resources}
    assert (rows["projects"], rows["placements"], rows["sections"]) == (165, 183, 75)
    judged(edition_package(new), tmp_path)


def test_a_crosswalk_is_a_package_too(walked_real: Crosswalk, tmp_path: Path) -> None:
    package = judged(crosswalk_package(walked_real), tmp_path)
    assert len(package.resources[0].read_rows()) == 249


@pytest.mark.parametrize(("table", "known"), [("placements", "p"), ("sections", "s")])
def test_a_reference_to_nobody_would_be_found(
    new: Edition, tmp_path: Path, table: str, known: str
) -> None:
    files = dict(edition_package(new))
    there, nobody = f",{known}-0000000012,".encode(), f",{known}-0000000000,".encode()
    files[f"{table}.csv"] = files[f"{table}.csv"].replace(there, nobody)
    files["datapackage.json"] = re.sub(rb'"(bytes|hash)": [^,]*,', b"", files["datapackage.json"])
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    errors = Package(str(tmp_path / "datapackage.json")).validate().flatten(["type"])
    assert ["foreign-key"] in errors


def test_the_tables_of_an_edition(case: Path, new: Edition, golden: Golden) -> None:
    for name, content in edition_package(new).items():
        golden(case / "package" / name, content.decode())


def test_the_table_of_a_crosswalk(case: Path, walked: Crosswalk, golden: Golden) -> None:
    for name, content in crosswalk_package(walked).items():
        golden(case / "map-package" / name, content.decode())


def test_an_archive_holds_the_same_files_and_no_time(new: Edition) -> None:
    files = edition_package(new)
    archive = zipped(files)
    assert archive == zipped(edition_package(new))
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        assert {name: opened.read(name) for name in opened.namelist()} == files
        assert {one.date_time for one in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def read(files: Files, table: str) -> list[dict[str, str]]:
    text = files[f"{table}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def parts(cell: str) -> list[str]:
    """The members of a list in one cell."""
    found = re.findall(r"((?:[^\\;]|\\.)*)(?:;|$)", cell, re.DOTALL) if cell else []
    return [re.sub(r"\\(.)", r"\1", part) for part in (found[:-1] if found else [])]


def test_a_list_in_a_cell_keeps_every_member(new: Edition) -> None:
    first = read(edition_package(new), "projects")[0]
    assert parts(first["departments"]) == ["地域共生課", "住宅;課\\"]


def told(files: Files) -> dict[str, Any]:
    """The edition that the tables say; every number of the file as text."""
    header = read(files, "editions")[0]
    return bare(
        {
            "schema": 1,
            "plan": {
                **{key: header[key] for key in ("title", "jurisdiction", "language")},
                "id": header["plan"],
                "spellings": grouped(read(files, "spellings"), "group", "wording"),
            },
            "edition": {
                **{key: header[key] for key in header if key not in PLAN},
                "errata": rows(files, "errata"),
            },
            "levels": [{k: row[k] for k in ("name", "code")} for row in read(files, "levels")],
            "sources": rows(files, "sources"),
            "departments": [
                {**row, "succeeds": parts(row["succeeds"]), "takes_from": parts(row["takes_from"])}
                for row in rows(files, "departments")
                if row.pop("declared") == "true"
            ],
            "sections": sections(files, ""),
            "lineage": [
                {**row, **{key: parts(row[key]) for key in ("from", "to", "unsure")}}
                for row in rows(files, "lineage")
            ],
            "explanations": rows(files, "explanations"),
            "returned": rows(files, "returned"),
            "published_notes": notes(files),
        }
    )


PLAN = ("plan", "title", "jurisdiction", "language")


def rows(files: Files, table: str) -> list[dict[str, Any]]:
    return [{k: row[k] for k in row if k != "position"} for row in read(files, table)]


def grouped(of: list[dict[str, str]], by: str, value: str) -> list[list[str]]:
    found: dict[str, list[str]] = {}
    for row in of:
        found.setdefault(row[by], []).append(row[value])
    return list(found.values())


def sections(files: Files, above: str) -> list[dict[str, Any]]:
    return [
        {
            **{key: row[key] for key in ("id", "number", "title", "note")},
            "projects": [entry(files, one) for one in read(files, "placements") if under(one, row)],
            "sections": sections(files, row["id"]),
        }
        for row in read(files, "sections")
        if row["parent"] == above
    ]


def under(placement: Mapping[str, str], section: Mapping[str, str]) -> bool:
    return placement["section"] == section["id"]


def entry(files: Files, row: Mapping[str, str]) -> dict[str, Any]:
    if row["primary"] == "false":
        return {
            "relists": row["project"],
            "as": row["name"] if row["own_name"] == "true" else None,
            "departments": parts(row["departments"]) if row["own_departments"] == "true" else None,
            **{key: row[key] for key in ("marked", "moved_from", "note")},
        }
    record = next(one for one in read(files, "projects") if one["id"] == row["project"])
    listed = {table: of(files, table, record["id"]) for table in LISTED}
    carried = of(files, "project_departments", record["id"])
    assert [one["department"] for one in carried] == parts(record["departments"])
    return {
        **{key: record[key] for key in ("id", "name", "description", "status", "note")},
        "departments": parts(record["departments"]),
        "period": {"from": record["period_from"], "to": record["period_to"]},
        "inferred": parts(record["inferred"]),
        "attributes": json.loads(record["attributes"] or "{}"),
        "budget": listed["budgets"],
        "indicators": listed["indicators"],
        "external_ids": listed["external_ids"],
    }


LISTED = ("budgets", "indicators", "external_ids")


def of(files: Files, table: str, project: str) -> list[dict[str, Any]]:
    found = [row for row in rows(files, table) if row["project"] == project]
    return [{key: row[key] for key in row if key != "project"} for row in found]


def notes(files: Files) -> list[dict[str, Any]]:
    belonging = read(files, "published_note_rows")
    return [
        {
            **{key: row[key] for key in ("text", "printed_at", "note")},
            "belongs_to": [
                {"project": one["project"], "section": one["section"]}
                for one in belonging
                if one["published_note"] == row["position"]
            ],
        }
        for row in read(files, "published_notes")
    ]


DEPARTMENTS_HERE = "departments"


def bare(value: Any) -> Any:
    """Without what isn't there, numbers as text; a relisting's empty departments say something."""
    if isinstance(value, dict):
        keep = {DEPARTMENTS_HERE} if "relists" in value and value["departments"] is not None else ()
        kept = {
            key: item if key == "attributes" and item else bare(item) for key, item in value.items()
        }
        return {
            key: item
            for key, item in kept.items()
            if item not in (None, "", [], {}, "false") or key in keep
        }
    if isinstance(value, list):
        return [bare(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else value


def said(edition: Edition) -> dict[str, Any]:
    return bare(edition.model_dump(mode="json", by_alias=True))


def test_the_tables_say_all_that_the_edition_says(
    new: Edition, old: Edition, real: tuple[Edition, Edition]
) -> None:
    for edition in (new, old, *real):
        assert told(edition_package(edition)) == said(edition) | {"schema": "1"}


@given(editions("1", "0"))
def test_no_edition_loses_anything_in_its_tables(edition: Edition) -> None:
    assert told(edition_package(edition)) == said(edition)
