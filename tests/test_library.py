"""The library as whoever writes a program with it meets it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import planversion as pv

CASE = Path(__file__).parent / "cases/compare/split"
OLD, NEW = (
    pv.read_edition((CASE / name).read_bytes(), name).edition for name in ("old.yaml", "new.yaml")
)
COMPARISON = pv.compare(OLD, NEW)
FRENCH: Any = "fr"


@pytest.mark.parametrize(
    "tell",
    [
        lambda: pv.changelog(COMPARISON, FRENCH),
        lambda: pv.difference(COMPARISON, FRENCH),
        lambda: pv.overview(OLD, FRENCH),
        lambda: pv.sheet(pv.table(COMPARISON), FRENCH),
        lambda: pv.html(pv.overview(OLD, "ja"), FRENCH),
    ],
)
def test_a_language_that_we_do_not_speak_is_refused_with_those_we_do(
    tell: Callable[[], object],
) -> None:
    with pytest.raises(ValueError, match="'fr'; there are ja, en"):
        tell()


def test_a_view_that_there_is_not_is_refused_with_those_there_are() -> None:
    by: Any = "nope"
    with pytest.raises(ValueError, match="'nope'; there are goal, department, kind"):
        pv.changelog(COMPARISON, "ja", by=by)


def test_a_level_that_there_is_not_passes_nothing() -> None:
    report = pv.check(pv.Review(()), pv.Policy(), today=dt.date(2026, 4, 1))
    assert report.result("never") == "pass"
    with pytest.raises(ValueError, match="'eror'"):
        report.result("eror")


@pytest.mark.parametrize(
    "policy",
    [
        pv.Policy(only=frozenset(["number-gpa"])),
        pv.Policy(asked={"number-gpa": "error"}),
        pv.Policy(pv.Config(levels={"number-gpa": "error"})),
    ],
)
def test_a_rule_that_there_is_not_passes_nothing(policy: pv.Policy) -> None:
    with pytest.raises(ValueError, match="number-gpa"):
        pv.check(pv.Review(()), policy, today=dt.date(2026, 4, 1))
