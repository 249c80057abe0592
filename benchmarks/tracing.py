"""Following a project through two thousand commits: reading every version, cold and warm."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.measuring import Row, seconds
from benchmarks.outlines import Mapping, Minting, first_edition, measures
from benchmarks.writing import write

COMMITS, PROJECTS = 2_000, 150
READING_TARGET, WARM_TARGET = 1.3, 0.2
_ROUNDS = 3
_PATH = "editions/1.yaml"
_SIZE = f"{COMMITS:,} × {PROJECTS}"
_BARE = (
    "import subprocess, sys; from planversion.yamltext import read_edition\n"
    "git = ['git', 'cat-file', '--batch']\n"
    "asked = subprocess.Popen(git, stdin=subprocess.PIPE, stdout=subprocess.PIPE)\n"
    "for blob in open(sys.argv[1]):\n"
    "    asked.stdin.write(blob.encode()); asked.stdin.flush()\n"
    "    size = int(asked.stdout.readline().split()[2])\n"
    "    read_edition(asked.stdout.read(size + 1)[:-1], blob)\n"
)
_OURS = (
    "import sys; from pathlib import Path; from planversion.cli.history import History\n"
    "from planversion.cli.versions import Versions; from planversion.tracing import Version\n"
    "versions = Versions(History(Path.cwd(), fetching=False), cache=True)\n"
    "for blob in open(sys.argv[1]):\n"
    "    versions.imprint(Version('editions/1.yaml', blob.strip()))\n"
)


def rows(seed: int) -> Iterator[Row]:
    """How long reading all versions takes, and a log that knows nothing yet, and one that does."""
    with tempfile.TemporaryDirectory() as folder:
        repository, cache = Path(folder, "repository"), Path(folder, "cache")
        project = _write_repository(repository, seed)
        blobs = _list_blobs(repository)
        bare, ours = _reading(repository, cache, blobs)
        log = partial(_log, repository, cache, project)
        colds = []
        for _ in range(_ROUNDS):
            shutil.rmtree(cache, ignore_errors=True)
            colds.append(seconds(log))
        warm = sorted(seconds(log) for _ in range(_ROUNDS))[_ROUNDS // 2]
    cold = sorted(colds)[_ROUNDS // 2]
    yield Row("read all versions", _SIZE, ours, "git cat-file, parse", bare, READING_TARGET)
    yield Row("log of a project, warm", _SIZE, warm, "cold", cold, WARM_TARGET)


def _reading(repository: Path, cache: Path, blobs: Path) -> tuple[float, float]:
    """Medians of reading as bare as can be, and of ours with everything kept, in turns."""
    taken: dict[str, list[float]] = {_BARE: [], _OURS: []}
    for _ in range(_ROUNDS):
        for code, times in taken.items():
            shutil.rmtree(cache, ignore_errors=True)
            times.append(seconds(partial(_run, repository, cache, "-c", code, str(blobs))))
    bare, ours = (sorted(times)[_ROUNDS // 2] for times in taken.values())
    return bare, ours


def _write_repository(folder: Path, seed: int) -> str:
    """A commit a change of one project, by fast-import; returns the id of a project."""
    folder.mkdir()
    subprocess.run(["git", "init", "--quiet", "-b", "main"], cwd=folder, check=True)
    command = ["git", "fast-import", "--quiet"]
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE) as importing:
        assert importing.stdin
        edition = first_edition(PROJECTS, Random(seed), Minting("1"))
        for number, text in enumerate(_versions(edition, Random(seed))):
            importing.stdin.write(_commit(number, text))
    return next(row["id"] for row in _records(edition))


def _versions(edition: Mapping, random: Random) -> Iterator[bytes]:
    edition["edition"] = {"id": "1", "label": "第1期", "status": "draft"}
    records = _records(edition)
    for number in range(COMMITS):
        random.choice(records)["description"] = f"第{number}回の見直しを反映する。"
        yield write(edition)


def _records(edition: Mapping) -> list[Mapping]:
    places = measures(edition["sections"])
    return [row for place in places for row in place["projects"] if "id" in row]


def _commit(number: int, text: bytes) -> bytes:
    head = (
        f"commit refs/heads/main\ncommitter B <b@example.org> {1_700_000_000 + number * 3600} "
        f"+0900\ndata 4\nstep\nM 100644 inline {_PATH}\ndata {len(text)}\n"
    )
    return head.encode() + text + b"\n"


def _list_blobs(repository: Path) -> Path:
    listed = ["git", "rev-list", "--objects", "--filter=object:type=blob", "main"]
    done = subprocess.run(listed, cwd=repository, check=True, capture_output=True, text=True)
    ids = [line.split()[0] for line in done.stdout.splitlines() if line.endswith(_PATH)]
    assert len(ids) == COMMITS
    path = repository.parent / "blobs"
    path.write_text("".join(f"{one}\n" for one in ids))
    return path


def _log(repository: Path, cache: Path, project: str) -> None:
    _run(repository, cache, "-m", "planversion", "log", project, "-f", "json")


def _run(repository: Path, cache: Path, *arguments: str) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    command = [sys.executable, *arguments]
    subprocess.run(command, cwd=repository, env=environment, check=True, stdout=subprocess.DEVNULL)
