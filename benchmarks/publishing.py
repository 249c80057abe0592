"""A site of ten editions of 2,000 projects: from nothing, after a project's name changed, as is."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.measuring import Row, seconds
from benchmarks.outlines import Mapping, Minting, first_edition, measures, project
from benchmarks.writing import write

PROJECTS, EDITIONS = 2_000, 10
LONGEST = 30.0
"""Seconds that somebody may wait for it."""
_NEWEST, _NOTHING = 0.6, 0.45
"""What it may take of that after the newest edition changed, and after nothing did."""
_NAME = re.compile(r"(id: p-\w+\n +name: )")
_SIZE = f"{EDITIONS} × {PROJECTS:,}"
_RENAMED, _ENDED = 10, 50
"""One project in so many."""


def rows(seed: int) -> Iterator[Row]:
    """How long it takes from nothing, after one edition changed, and after nothing did."""
    with tempfile.TemporaryDirectory() as folder:
        files = _write_editions(Path(folder), seed)
        build = partial(_build, Path(folder))
        whole = seconds(build)
        text = files[-1].read_text(encoding="utf-8")
        files[-1].write_text(_NAME.sub(r"\1新", text, count=1), encoding="utf-8")
        again = seconds(build)
        same = seconds(build)
    yield Row("a site", _SIZE, whole, "thirty seconds", LONGEST, 1.0)
    yield Row("a site after one change", _SIZE, again, "built from nothing", whole, _NEWEST)
    yield Row("a site that didn't change", _SIZE, same, "built from nothing", whole, _NOTHING)


def _build(folder: Path) -> None:
    command = [sys.executable, "-m", "planversion", "site", "-o", "site"]
    subprocess.run(command, cwd=folder, check=True, stderr=subprocess.DEVNULL)


def _write_editions(folder: Path, seed: int) -> list[Path]:
    (folder / "editions").mkdir()
    files = []
    for number, edition in enumerate(_series(seed), 1):
        files.append(folder / f"editions/{number}.yaml")
        files[-1].write_bytes(write(edition))
    return files


def _series(seed: int) -> Iterator[Mapping]:
    """From edition to edition a tenth of the projects is renamed; a fiftieth ends, some begin."""
    random, taken = Random(seed), Minting("1")
    edition = first_edition(PROJECTS, random, taken)
    yield edition
    for number in range(2, EDITIONS + 1):
        edition = deepcopy(edition)
        edition["edition"] = {
            "id": str(number),
            "label": f"第{number}期",
            "status": "adopted",
            "previous": str(number - 1),
        }
        edition["lineage"] = [*_changed(edition, random, Minting(str(number), taken.taken))]
        yield edition


def _changed(edition: Mapping, random: Random, mint: Minting) -> Iterator[Mapping]:
    """The edition changed in place; what ended is declared."""
    relisted = {
        row["relists"]
        for place in measures(edition["sections"])
        for row in place["projects"]
        if "relists" in row
    }
    for place in list(measures(edition["sections"])):
        for index, row in enumerate(place["projects"]):
            if "id" not in row:
                continue
            if random.randrange(_RENAMED) == 0:
                row["name"] = f"{row['name']}の推進"
            if random.randrange(_ENDED) == 0 and row["id"] not in relisted:
                yield {"from": [row["id"]], "to": [], "reason": "目的を達した。"}
                place["projects"][index] = project("1", random, mint)
