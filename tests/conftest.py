"""How hypothesis searches, and how an expected file is held against what is there now."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from browser import browser as browsing
from golden import Golden

# The same cases on every run of CI, no time limit on a busy machine.
settings.register_profile(
    "planversion",
    deadline=None,
    derandomize=True,
    # Sixty of each law; whoever changes what a law is about runs more: --hypothesis-profile=deep.
    max_examples=60,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("deep", settings.get_profile("planversion"), max_examples=1_000)
settings.load_profile("planversion")

# A shell lets what it starts in the background ignore interrupts, and what that starts as well:
# commands that are interrupted in a test would go on.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--places", type=int, default=12, help="at how many random places the plan is damaged"
    )
    parser.addoption("--update", action="store_true", help="write expected files anew, to be read")


@pytest.fixture
def places(request: pytest.FixtureRequest) -> range:
    """The seeds of the random places at which each damage and each edit is done."""
    return range(request.config.getoption("--places"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Holds a text against an expected file; with --update, writes the file."""

    def hold(path: Path, found: str) -> None:
        if request.config.getoption("--update"):
            path.write_bytes(found.encode())
        assert found == path.read_bytes().decode()

    return hold


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser without a window, one for all tests."""
    with browsing() as started:
        yield started
