"""Two editions of which the new one says everything an edition can, some of it hostile."""

from __future__ import annotations

from pathlib import Path

import pytest

from planversion import compare, read_edition
from planversion.comparing.crosswalk import Crosswalk, crosswalk
from planversion.model import Edition

ROOT = Path(__file__).parents[2]
CASE = ROOT / "tests/cases/export"
REAL = ROOT / "editions/nishitokyo-chiiki-fukushi"


def edition_of(path: Path) -> Edition:
    return read_edition(path.read_bytes(), path.name).edition


@pytest.fixture(scope="session")
def case() -> Path:
    return CASE


@pytest.fixture(scope="session")
def old() -> Edition:
    return edition_of(CASE / "old.yaml")


@pytest.fixture(scope="session")
def new() -> Edition:
    return edition_of(CASE / "new.yaml")


@pytest.fixture(scope="session")
def real() -> tuple[Edition, Edition]:
    return edition_of(REAL / "4.yaml"), edition_of(REAL / "5-draft-2.yaml")


@pytest.fixture(scope="session")
def walked(old: Edition, new: Edition) -> Crosswalk:
    return crosswalk(compare(old, new))


@pytest.fixture(scope="session")
def walked_real(real: tuple[Edition, Edition]) -> Crosswalk:
    return crosswalk(compare(*real))
