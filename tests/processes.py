"""planversion in a process of its own: started, or forked from one that has loaded it.

Loading takes three quarters of most runs. What a run finds, prints and ends with is the same either
way; what depends on how Python starts is told by the environment, and then it is started.
"""

from __future__ import annotations

import multiprocessing
import os
import pkgutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import planversion
from planversion.cli import main

_AT_START = ("PYTHON", "LC_", "LANG", "TZ")
"""Variables that Python and its libraries heed only once."""
_LOADED = [
    one.name
    for one in pkgutil.walk_packages(planversion.__path__, "planversion.")
    if not one.name.endswith("__main__")
]
_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(["__main__", *_LOADED])


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


def ran(
    arguments: Sequence[str], folder: Path, env: Mapping[str, str], more: Mapping[str, str]
) -> Ran:
    """What a command came to in this folder and environment; nobody types anything."""
    run = _started if any(name.startswith(_AT_START) for name in more) else _forked
    return run(arguments, folder, {**env, **more})


def _started(arguments: Sequence[str], folder: Path, env: Mapping[str, str]) -> Ran:
    command = [sys.executable, "-m", "planversion", *arguments]
    nothing = subprocess.DEVNULL
    done = subprocess.run(
        command, cwd=folder, env=env, capture_output=True, check=False, stdin=nothing
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def _forked(arguments: Sequence[str], folder: Path, env: Mapping[str, str]) -> Ran:
    with tempfile.TemporaryDirectory() as kept:
        told = Path(kept, "out"), Path(kept, "err")
        process = _FORKING.Process(target=_run, args=(list(arguments), folder, dict(env), told))
        process.start()
        process.join()
        assert process.exitcode is not None
        return Ran(process.exitcode, *(one.read_bytes().decode() for one in told))


def _run(arguments: list[str], folder: Path, env: dict[str, str], told: tuple[Path, Path]) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    for number, path in enumerate(told, start=1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), number)
    # As Python opens them in the locale C.UTF-8.
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", errors="surrogateescape", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    sys.argv = ["planversion", *arguments]
    main()
