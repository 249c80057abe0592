"""Checking: a pull request that changes one edition of a hundred, beside reading all of them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.measuring import Row, seconds
from benchmarks.outlines import Mapping, Minting, first_edition, measures
from benchmarks.writing import write

EDITIONS, PROJECTS = 100, 1_000
COLD_TARGET, WARM_TARGET = 1.5, 0.15
_ROUNDS = 5
_READ_ALL = (
    "import sys, pathlib; from planversion.yamltext import read_edition\n"
    "for path in pathlib.Path(sys.argv[1]).glob('editions/*.yaml'):\n"
    "    read_edition(path.read_bytes(), path.name)\n"
)


def rows(seed: int) -> Iterator[Row]:
    """How long a check takes that knows nothing yet, and one that has looked before."""
    with tempfile.TemporaryDirectory() as folder:
        repository = Path(folder, "repository")
        _write_repository(repository, seed)
        check = partial(_check, repository, Path(folder, "cache"))
        reading = sorted(seconds(partial(_read_all, repository)) for _ in range(3))[1]
        cold = seconds(check)
        warm = sorted(seconds(check) for _ in range(_ROUNDS))[_ROUNDS // 2]
    size = f"{EDITIONS} × {PROJECTS:,}"
    peer = "reading all files"
    yield Row(
        "check --base HEAD, one edition changed, cold", size, cold, peer, reading, COLD_TARGET
    )
    yield Row(
        "check --base HEAD, one edition changed, warm", size, warm, peer, reading, WARM_TARGET
    )


def _write_repository(folder: Path, seed: int) -> None:
    editions = folder / "editions"
    editions.mkdir(parents=True)
    last: Mapping = {}
    for last in _editions(seed):
        (editions / f"{last['edition']['id']}.yaml").write_bytes(write(last))
    git = partial(subprocess.run, cwd=folder, check=True, capture_output=True)
    git(["git", "init", "--quiet"])
    git(["git", "add", "."])
    who = ["-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.org"]
    git(["git", *who, "commit", "--quiet", "--message=Editions"])
    next(measures(last["sections"]))["projects"][0]["description"] = "見直します。"
    (editions / f"{last['edition']['id']}.yaml").write_bytes(write(last))


def _editions(seed: int) -> Iterator[Mapping]:
    """Each follows the one before it, and says some of it otherwise."""
    random = Random(seed)
    edition = first_edition(PROJECTS, random, Minting("1"))
    for number in range(1, EDITIONS + 1):
        edition = deepcopy(edition)
        previous = {"previous": str(number - 1)} if number > 1 else {}
        status = "draft" if number == EDITIONS else "adopted"
        head = {"id": str(number), "label": f"第{number}期", "status": status}
        edition["edition"] = head | previous
        for place in measures(edition["sections"]):
            row = random.choice(place["projects"])
            if "id" in row:
                row["description"] = f"第{number}期も続けます。"
        yield edition


def _check(repository: Path, cache: Path) -> None:
    script = shutil.which("planversion", path=Path(sys.executable).parent) or "planversion"
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    command = [script, "check", "--base", "HEAD", "-f", "json"]
    subprocess.run(command, cwd=repository, env=environment, check=True, stdout=subprocess.DEVNULL)


def _read_all(repository: Path) -> None:
    subprocess.run([sys.executable, "-c", _READ_ALL, str(repository)], check=True)
