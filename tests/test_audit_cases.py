"""One folder a way in which notes are right, wrong or missing: two editions, and what is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import jsonschema_rs
import pytest

from golden import Golden
from planversion import audit, compare, markdown, read_edition, terminal
from planversion.rendering.audited.data import data
from planversion.rendering.audited.page import page
from planversion.rendering.audited.telling import Told
from planversion.rendering.audited.web import html
from planversion.schemas import Dialect, schema_of
from planversion.yamltext import Source

FOLDER = Path(__file__).parent / "cases/audit"
CASES = sorted(FOLDER.iterdir())

cases = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def told(case: Path, language: str = "en") -> Told:
    old, new = (source(case / f"{name}.yaml") for name in ("old", "new"))
    return Told(audit(compare(old.edition, new.edition)), old, new, language)  # type: ignore[arg-type]


def source(path: Path) -> Source:
    return read_edition(path.read_bytes(), path.name)


@cases
def test_every_note_is_told_with_its_outcome(case: Path, golden: Golden) -> None:
    golden(case / "expected.txt", terminal(page(told(case))))


@cases
def test_the_same_in_japanese_and_markdown(case: Path, golden: Golden) -> None:
    golden(case / "expected.md", markdown(page(told(case, "ja"))))


@cases
def test_the_document_is_what_its_schema_says(case: Path) -> None:
    document = json.loads(data(told(case), "any"))
    for dialect in get_args(Dialect):
        jsonschema_rs.validator_for(schema_of("audit", dialect)).validate(document)


@cases
def test_the_document_is_the_same_in_every_language(case: Path) -> None:
    assert data(told(case, "ja"), "any") == data(told(case, "en"), "any")


@cases
def test_the_page_has_every_note_and_omission_at_an_address_of_its_own(case: Path) -> None:
    one = told(case)
    shown = html(one)
    expected = len(one.audit.notes) + len(one.audit.omissions) + len(one.audit.totals)
    assert shown.count("<tr id=") == expected
    ids = shown.split(' id="')[1:]
    names = [found.partition('"')[0] for found in ids]
    assert len(names) == len(set(names))


@cases
def test_the_case_says_why_it_is_there(case: Path) -> None:
    assert len((case / "why.md").read_text(encoding="utf-8").strip().splitlines()) == 1
