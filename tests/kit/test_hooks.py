"""The hooks as pre-commit runs them: installed by it, in a repository of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EDITION = ROOT / "editions/nishitokyo-chiiki-fukushi"
CONFIG = """
repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: planversion-validate
      - id: planversion-fmt
      - id: planversion-check
        args: [--base, main]
"""


def run(*command: str, cwd: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key[:4] != "GIT_"}
    environment |= {"PRE_COMMIT_HOME": str(cache), "XDG_CACHE_HOME": str(cache)}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A repository that uses the hooks of the files as they are here, and pre-commit's home."""
    kit, folder, home = (tmp_path_factory.mktemp(name) for name in ("kit", "city", "home"))
    tracked = ("src", "pyproject.toml", "README.md", "LICENSE", "hatch_build.py")
    for name in (*tracked, ".pre-commit-hooks.yaml"):
        source = ROOT / name
        shutil.copytree(source, kit / name) if source.is_dir() else shutil.copy(source, kit)
    revision = commit(kit, home)
    shutil.copytree(EDITION, folder / "editions/plan")
    config = CONFIG.format(repository=kit, revision=revision)
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    commit(folder, home)
    return folder, home


def commit(folder: Path, home: Path) -> str:
    who = ("-c", "user.name=Officer", "-c", "user.email=officer@example.org")
    for arguments in (
        ("init", "--quiet", "--initial-branch=main"),
        ("add", "."),
        (*who, "commit", "--quiet", "-m", "First"),
    ):
        assert run("git", *arguments, cwd=folder, cache=home).returncode == 0
    return run("git", "rev-parse", "HEAD", cwd=folder, cache=home).stdout.strip()


def hooks(city: tuple[Path, Path], *arguments: str) -> subprocess.CompletedProcess[str]:
    folder, home = city
    command = (sys.executable, "-m", "pre_commit", "run", "--all-files", *arguments)
    return run(*command, cwd=folder, cache=home)


def test_the_hooks_pass_on_the_real_plan(city: tuple[Path, Path]) -> None:
    done = hooks(city)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == 2


def test_a_push_that_loses_a_project_is_stopped(city: tuple[Path, Path]) -> None:
    path = city[0] / "editions/plan/5-draft-2.yaml"
    before = path.read_text(encoding="utf-8")
    start = before.index("              - id: p-2dtwkw276h")
    end = before.index("              - id: ", start + 10)
    path.write_text(before[:start] + before[end:], encoding="utf-8")
    done = hooks(city, "--hook-stage", "pre-push")
    path.write_text(before, encoding="utf-8")
    assert done.returncode == 1
    assert "project-vanished" in done.stdout
