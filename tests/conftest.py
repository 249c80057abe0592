"""How hypothesis searches, and how an expected file is held against what is there now."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from golden import Golden

# The same cases on every run of CI, no time limit on a busy machine.
settings.register_profile(
    "planversion",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("planversion")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write expected files anew, to be read")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Holds a text against an expected file; with --update, writes the file."""

    def hold(path: Path, found: str) -> None:
        if request.config.getoption("--update"):
            path.write_bytes(found.encode())
        assert found == path.read_bytes().decode()

    return hold
