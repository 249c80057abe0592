"""Reading: from bytes to a validated edition, beside loaders that only build dicts and lists."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml
from ruamel.yaml import YAML

from benchmarks.measuring import Row, medians, repetitions
from benchmarks.plans import old_and_new
from benchmarks.writing import write
from planversion.yamltext import read_edition

TARGET = 0.35
TARGET_SIZE = 10_000
# A pure Python loader takes ten seconds for a plan of ten thousand.
LARGEST_FOR_RUAMEL = 1_000


def rows(sizes: list[int], seed: int) -> Iterator[Row]:
    """How long reading takes at each size, and how much memory at the target's."""
    for size in sizes:
        source = write(old_and_new(size, seed)[0])
        yield _beside_libyaml(size, source)
        if size <= LARGEST_FOR_RUAMEL:
            yield _beside_ruamel(size, source)
        if size == TARGET_SIZE:
            yield _memory(size, source)


def _beside_libyaml(size: int, source: bytes) -> Row:
    ours, theirs = medians(
        [
            lambda: read_edition(source, "plan.yaml"),
            lambda: yaml.load(source, yaml.CSafeLoader),
        ],
        repetitions(size),
    )
    target = TARGET if size == TARGET_SIZE else None
    return Row("read and validate", f"{size:,}", ours, "PyYAML CSafeLoader", theirs, target)


def _beside_ruamel(size: int, source: bytes) -> Row:
    ours, theirs = medians(
        [lambda: read_edition(source, "plan.yaml"), lambda: YAML(typ="rt").load(source)], 3
    )
    return Row("read and validate", f"{size:,}", ours, "ruamel.yaml round-trip", theirs)


def _memory(size: int, source: bytes) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.yaml")
        path.write_bytes(source)
        ours, theirs = _peak("planversion", path), _peak("yaml", path)
    what = "read and validate, peak memory of the process"
    return Row(what, f"{size:,}", ours, "PyYAML CSafeLoader", theirs or 1.0, unit="MiB")


def _peak(reader: str, path: Path) -> float | None:
    command = [sys.executable, "-m", "benchmarks.remembering", reader, str(path)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return float(said) if said.strip() else None
