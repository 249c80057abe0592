"""JSON Lines and Parquet: a project a line, read back as the edition has it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from lxml import etree
from pyarrow import parquet as files
from rdflib import Graph, Literal

from golden import Golden
from laws.editions import editions
from planversion.errors import UnexportableError
from planversion.exporting.columns import parquet
from planversion.exporting.edition_package import edition_package
from planversion.exporting.lines import jsonl
from planversion.exporting.skos import skos
from planversion.exporting.stratml import stratml
from planversion.model import Budget, Edition, Project
from planversion.schemas import schema_of

Listed = dict[tuple[str, int], dict[str, Any]]


def read(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.split("\n")[:-1]]


def rows(edition: Edition) -> Listed:
    """Every row of the plan as the file has it, by section and position."""
    return {
        (place.id, position): entry.model_dump(mode="json", by_alias=True)
        for place in edition.outline.places.values()
        for position, entry in enumerate(place.section.projects, 1)
    }


def told(lines: list[dict[str, Any]]) -> Listed:
    """The same, as the lines say it."""
    found: Listed = {}
    for line in lines:
        for row in line["placements"]:
            entry = record(line) if row["primary"] else relisting(line, row)
            found[row["section"], row["position"]] = entry
    return found


def record(line: dict[str, Any]) -> dict[str, Any]:
    return {key: line[key] for key in line if key not in ("plan", "edition", "placements")}


def relisting(line: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {
        "relists": line["id"],
        "as": row["name"] if row["own_name"] else None,
        "departments": row["departments"] if row["own_departments"] else None,
        **{key: row[key] for key in ("marked", "moved_from", "note")},
    }


def test_the_lines_of_an_edition(case: Path, new: Edition, golden: Golden) -> None:
    golden(case / "expected.jsonl", jsonl(new))


def test_every_line_is_valid_by_its_schema(new: Edition, real: tuple[Edition, Edition]) -> None:
    judge = jsonschema_rs.validator_for(schema_of("project-line"))
    for edition in (new, *real):
        for line in read(jsonl(edition)):
            judge.validate(line)


def test_the_lines_say_every_row(new: Edition, real: tuple[Edition, Edition]) -> None:
    for edition in (new, *real):
        assert told(read(jsonl(edition))) == rows(edition)


@given(editions("1"))
def test_no_edition_loses_a_row_in_its_lines(edition: Edition) -> None:
    assert told(read(jsonl(edition))) == rows(edition)


def test_parquet_reads_back_as_the_lines_have_it(
    new: Edition, real: tuple[Edition, Edition]
) -> None:
    for edition in (new, real[1]):
        table = files.read_table(io.BytesIO(parquet(edition)))
        assert [plain(row) for row in table.to_pylist()] == [
            textual(line) for line in read(jsonl(edition))
        ]


def plain(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "attributes": json.loads(row["attributes"])}


def textual(line: dict[str, Any]) -> dict[str, Any]:
    """The line with what may be a number or a text as text, as a column must have it."""
    period = line.pop("period") or {}
    budget = [one | {"year": str(one["year"])} for one in line.pop("budget")]
    measured = [one | {key: text(one[key]) for key in MEASURES} for one in line.pop("indicators")]
    years = {f"period_{key}": text(period.get(key)) for key in ("from", "to")}
    return line | {"budget": budget, "indicators": measured} | years


MEASURES = ("baseline", "target")


def text(value: object) -> str | None:
    return None if value is None else str(value)


def test_parquet_has_types_and_names_its_edition(new: Edition) -> None:
    schema = files.read_schema(io.BytesIO(parquet(new)))
    assert str(schema.field("departments").type) == "list<element: string>"
    assert "amount: double" in str(schema.field("budget").type)
    assert "primary: bool" in str(schema.field("placements").type)
    known = {key.decode(): value.decode() for key, value in schema.metadata.items()}
    assert (known["plan"], known["edition"], known["label"]) == ("case", "2", "第2期")


def test_parquet_is_the_same_bytes_each_time(new: Edition) -> None:
    one, other = (parquet(new) for _ in range(2))
    assert one == other


def test_a_number_that_no_column_holds_is_refused_and_not_rounded(new: Edition) -> None:
    rich = Budget(year=2026, amount=2**60 + 1)
    section = new.sections[0].sections[0]
    first = section.projects[0]
    assert isinstance(first, Project)
    rows = (first.model_copy(update={"budget": (rich,)}), *section.projects[1:])
    below = (section.model_copy(update={"projects": rows}), *new.sections[0].sections[1:])
    top = (new.sections[0].model_copy(update={"sections": below}), *new.sections[1:])
    with pytest.raises(UnexportableError, match="too-large"):
        parquet(new.model_copy(update={"sections": top}))


def test_direction_characters_are_written_as_escapes(new: Edition) -> None:
    assert "\\u202e" in jsonl(new)
    assert "\u202e" not in jsonl(new)


def test_a_name_of_ten_thousand_characters_comes_through_every_format(old: Edition) -> None:
    long = "長い名前\u202e" * 2000
    plan = old.plan.model_copy(update={"title": long})
    section = old.sections[0].model_copy(update={"title": long})
    edition = old.model_copy(update={"plan": plan, "sections": (section,)})
    assert read(jsonl(edition))[0]["placements"][0]["titles"][0] == long
    assert csv_of(edition_package(edition)["sections.csv"])[1][6] == long
    assert Literal(long, "ja") in set(Graph().parse(data=skos(edition)).objects())
    assert etree.fromstring(stratml(edition).encode())[0].text == long
    table = files.read_table(io.BytesIO(parquet(edition)))
    assert table.to_pylist()[0]["placements"][0]["titles"][0] == long


def csv_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))
