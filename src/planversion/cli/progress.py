"""A sign of life for whoever waits at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

QUICK = 2 << 20
"""A smaller file is read and compared before anybody wonders."""


@contextmanager
def working(*paths: Path) -> Iterator[None]:
    """Says what it works on while it does, if that can take over a second."""
    if not sys.stderr.isatty() or sum(_size(path) for path in paths) < QUICK:
        yield
        return
    from rich.console import Console

    names = ", ".join(path.name for path in paths)
    with Console(stderr=True).status(names, spinner="dots"):
        yield


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
