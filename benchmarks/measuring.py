"""Taking turns with a clock: every round runs everybody once, and the medians are compared."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

Run = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report: we and one peer, on one size."""

    what: str
    size: str
    ours: float | None
    """Seconds or mebibytes; None where it could not be measured."""
    peer: str
    theirs: float
    target: float | None = None
    """The ratio that we promise to stay at or below, where we promise one."""
    unit: str = "s"

    @property
    def ratio(self) -> float | None:
        """Ours by theirs: below one, we are ahead."""
        return None if self.ours is None else self.ours / self.theirs

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where there is none or nothing was measured."""
        if self.target is None or self.ratio is None:
            return None
        return self.ratio <= self.target


def repetitions(size: int) -> int:
    """How many rounds a size is worth: the small ones are noisy, the large ones long."""
    return next(rounds for limit, rounds in _ROUNDS if size <= limit)


_ROUNDS = ((150, 25), (1_000, 11), (10_000, 7), (float("inf"), 3))


def medians(runs: Sequence[Run], rounds: int, *, before: Run = lambda: None) -> list[float]:
    """The median seconds of each run, taken in turns; `before` is called each time, untimed."""
    taken: list[list[float]] = [[] for _ in runs]
    for _ in range(rounds):
        for times, run in zip(taken, runs, strict=True):
            before()
            times.append(seconds(run))
    return [median(times) for times in taken]


def seconds(run: Run) -> float:
    """How long one run takes, with the garbage collector as it is for users."""
    gc.collect()
    start = time.perf_counter()
    result = run()
    stop = time.perf_counter()
    # What it made is thrown away after the clock has stopped.
    del result
    return stop - start
