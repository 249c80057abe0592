"""`python -m benchmarks [--sizes 150,1000] [--only reading] [--write docs/benchmarks.md]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import (
    checking,
    comparing,
    merging,
    publishing,
    reading,
    report,
    starting,
    tracing,
)
from benchmarks.measuring import Row

PARTS = ("reading", "comparing", "starting", "checking", "merging", "tracing", "publishing")


def main() -> None:
    """Measures, prints the table, and writes it where that is asked for."""
    asked = _arguments()
    rows = []
    for row in _rows(asked):
        print(f"measured: {row.what}, {row.size}, {row.peer}", file=sys.stderr)
        rows.append(row)
    measured = f"{report.table(rows)}\n\n{report.machine()}"
    print(measured)
    if asked.write:
        page = asked.write.read_text(encoding="utf-8")
        asked.write.write_text(report.put_into(page, measured), encoding="utf-8")


def _rows(asked: argparse.Namespace) -> Iterator[Row]:
    # Whole processes first, while this one is still small.
    if "starting" in asked.only:
        yield from starting.rows()
    if "reading" in asked.only:
        yield from reading.rows(asked.sizes, asked.seed)
    if "comparing" in asked.only:
        yield from comparing.rows(asked.sizes, asked.seed)
    if "checking" in asked.only:
        yield from checking.rows(asked.seed)
    if "merging" in asked.only:
        yield from merging.rows(asked.seed)
    if "tracing" in asked.only:
        yield from tracing.rows(asked.seed)
    if "publishing" in asked.only:
        yield from publishing.rows(asked.seed)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=[150, 1_000, 10_000])
    parser.add_argument("--only", action="append", choices=PARTS)
    parser.add_argument("--write", type=Path, metavar="PAGE")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    asked.only = asked.only or PARTS
    return asked


def _sizes(text: str) -> list[int]:
    return sorted(int(size) for size in text.split(","))


if __name__ == "__main__":
    main()
