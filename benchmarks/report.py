"""The table of what was measured, and the machine it was measured on."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.measuring import Row

BEGIN = "<!-- measured: begin -->"
END = "<!-- measured: end -->"
PEERS = ("planversion", "pydantic", "PyYAML", "ruamel.yaml", "deepdiff", "click")

_HEAD = ("what", "projects", "planversion", "peer", "its time", "ratio", "target", "met")
_UNKNOWN = "not available"
_SMALL = 0.1


def table(rows: Iterable[Row]) -> str:
    """A Markdown table, one line a measurement."""
    lines = [_HEAD, ["---"] * 2 + ["---:", "---"] + ["---:"] * 3 + ["---"], *map(_cells, rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cells(row: Row) -> tuple[str, ...]:
    met = {True: "yes", False: "**no**", None: "–"}[row.met]
    target = "–" if row.target is None else f"≤ {_ratio(row.target)}"
    ours, theirs = _amount(row.ours, row.unit), _amount(row.theirs, row.unit)
    return (row.what, row.size, ours, row.peer, theirs, _ratio(row.ratio), target, met)


def _amount(amount: float | None, unit: str) -> str:
    if amount is None:
        return _UNKNOWN
    return f"{amount:,.0f} MiB" if unit == "MiB" else _seconds(amount)


def _seconds(amount: float) -> str:
    return f"{amount:.2f} s" if amount >= 1 else f"{amount * 1000:.3g} ms"


def _ratio(ratio: float | None) -> str:
    if ratio is None:
        return "–"
    return f"{ratio:.2g}" if ratio >= _SMALL else f"1/{1 / ratio:.0f}"


def machine() -> str:
    """Where, with what and when, as Markdown."""
    versions = ", ".join(f"{name} {version(name)}" for name in PEERS)
    system = f"{platform.system()} {platform.machine()}"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    today = datetime.now(UTC).date().isoformat()
    machine = f"{_processor()}, {os.cpu_count()} cores, {system}, {python}"
    return f"Measured on {today}: {machine}; {versions}."


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "processor unknown"
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, "processor unknown")


def put_into(page: str, measured: str) -> str:
    """The page with what was measured between its two marks."""
    before, _, rest = page.partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        raise ValueError(f"the page has no {BEGIN} … {END}")
    return f"{before}{BEGIN}\n\n{measured}\n\n{END}{after}"
