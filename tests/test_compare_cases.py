"""One folder a kind of change: two editions, what is told of them, and a sentence of why."""

from __future__ import annotations

from pathlib import Path

import pytest

from golden import Golden
from planversion import (
    Comparison,
    apply,
    compare,
    difference,
    invert,
    markdown,
    read_diff,
    read_edition,
    sheet,
    table,
    terminal,
    write_diff,
)

CASES = sorted(path for path in (Path(__file__).parent / "cases/compare").iterdir())

cases = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def comparison(case: Path) -> Comparison:
    found = {path.stem: read_edition(path.read_bytes(), path.name) for path in case.glob("*.yaml")}
    between = [found["between"].edition] if "between" in found else []
    return compare(found["old"].edition, found["new"].edition, between=between)


@cases
def test_every_change_is_told(case: Path, golden: Golden) -> None:
    told = terminal(difference(comparison(case), "en"))
    golden(case / "expected.txt", told)


@cases
def test_the_table_says_it_in_its_notes(case: Path, golden: Golden) -> None:
    shown = markdown(sheet(table(comparison(case)), "ja"))
    golden(case / "expected.md", shown)


@cases
def test_the_diff_is_complete_and_leads_back(case: Path) -> None:
    compared = comparison(case)
    assert apply(compared.old, compared.diff) == compared.new
    assert apply(compared.new, invert(compared.diff)) == compared.old


@cases
def test_the_diff_reads_back_from_json(case: Path) -> None:
    diff = comparison(case).diff
    assert read_diff(write_diff(diff), "diff.json") == diff


@cases
def test_the_case_says_why_it_is_there(case: Path) -> None:
    assert len((case / "why.md").read_text(encoding="utf-8").strip().splitlines()) == 1
