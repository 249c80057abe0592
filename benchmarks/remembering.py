"""Reads a file once, in a process of its own, and prints the most memory it held, in MiB.

Prints nothing where the system doesn't say; Linux does, in /proc. What `resource` says would count
the memory of whoever started the process as well.
"""

from __future__ import annotations

import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def _read(reader: str, source: bytes) -> object:
    # Each reader pays for its own imports only.
    if reader == "planversion":
        from planversion.yamltext import read_edition

        return read_edition(source, "plan.yaml")
    import yaml

    return yaml.load(source, yaml.CSafeLoader)


def _peak() -> str:
    if not _STATUS.exists():
        return ""
    line = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM"))
    return f"{int(line.split()[1]) / 1024:.1f}"


if __name__ == "__main__":
    kept = _read(sys.argv[1], Path(sys.argv[2]).read_bytes())
    print(_peak())
