"""A repository with two commits, and the environment of tests kept from git."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from repositories import CLEAN, FIRST, RENAMED, SECOND, Folder, made


@pytest.fixture(autouse=True)
def _no_settings_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, CLEAN[name])


@pytest.fixture
def town(tmp_path: Path) -> Folder:
    """Edition 1 at v1; at v2 a project renamed in it, and edition 2 beside it."""
    folder = made(tmp_path / "town")
    folder.commit(**{"1": FIRST})
    folder.git("tag", "-a", "-m", "first", "v1")
    folder.commit(**{"1": RENAMED, "2": SECOND})
    folder.git("tag", "v2")
    return folder
