"""Work on sparse matrices, a thread for each processor: SciPy lets go of the lock meanwhile."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Part = TypeVar("Part")
Result = TypeVar("Result")
_MOST = 4
"""More threads than this at once take memory rather than time."""


def in_threads(work: Callable[[Part], Result], parts: Sequence[Part]) -> list[Result]:
    """The result of each part, in order."""
    count = min(_MOST, os.cpu_count() or 1, len(parts))
    if count <= 1:
        return [work(part) for part in parts]
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(work, parts))
