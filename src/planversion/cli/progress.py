"""A sign of life for whoever waits at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from planversion.cli.language import of_errors
from planversion.messages import Message

QUICK = 2 << 20
"""A smaller file is read and compared before anybody wonders."""
_MANY = 30


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


@contextmanager
def counting(total: int, what: Message) -> Iterator[Callable[[], None]]:
    """Gives a step to be called for each of so many; at a terminal, shows how far it is."""
    if total < _MANY or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what.to(of_errors()), total=total)
        yield lambda: shown.advance(task)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
