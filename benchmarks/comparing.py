"""Comparing: two editions with known ids, beside a bare loop and a differ for any two objects."""

from __future__ import annotations

from collections.abc import Iterator

from deepdiff import DeepDiff

from benchmarks.looping import by_id, loop
from benchmarks.measuring import Row, medians, repetitions, seconds
from benchmarks.plans import counted, old_and_new
from planversion.comparing import compare
from planversion.model import Edition
from planversion.spelling import normalised

TARGET_SIZE = 10_000
LOOP_TARGET = 8.0
DEEPDIFF_TARGET = 1 / 50
GROWTH = (10_000, 100_000)
GROWTH_TARGET = 13.0
LARGEST_FOR_DEEPDIFF = 10_000
# From here on DeepDiff takes seconds, and one round tells enough.
ONE_ROUND_OF_DEEPDIFF = 10_000


class WrongAnswerError(Exception):
    """What was found isn't what was changed, so how fast it was found says nothing."""


def rows(sizes: list[int], seed: int) -> Iterator[Row]:
    """How long comparing takes at each size, and how it grows."""
    taken: dict[int, float] = {}
    for size in sizes:
        for row in _rows(size, *_editions(size, seed)):
            taken.setdefault(size, row.ours or 0.0)
            yield row
    if taken.keys() >= set(GROWTH):
        small, large = (taken[size] for size in GROWTH)
        size = " against ".join(f"{size:,}" for size in reversed(GROWTH))
        yield Row("compare, growth", size, large, "planversion", small, GROWTH_TARGET)


def _editions(size: int, seed: int) -> tuple[Edition, Edition]:
    *pair, known = old_and_new(size, seed)
    old, new = (Edition.model_validate(edition) for edition in pair)
    if counted(compare(old, new).diff.changes) != known:
        raise WrongAnswerError(size)
    return old, new


def _rows(size: int, old: Edition, new: Edition) -> Iterator[Row]:
    one, other = by_id(old), by_id(new)
    pair = [old, new]

    def afresh() -> None:
        """Nothing that an earlier round left behind helps the next."""
        pair[:] = [Edition.model_validate(edition.model_dump(by_alias=True)) for edition in pair]
        normalised.cache_clear()

    ours, theirs = medians(
        [lambda: compare(*pair), lambda: loop(one, other)], repetitions(size), before=afresh
    )
    promised = size == TARGET_SIZE
    target = LOOP_TARGET if promised else None
    yield Row("compare", f"{size:,}", ours, "bare loop over dicts", theirs, target)
    if size <= LARGEST_FOR_DEEPDIFF:
        rounds = 3 if size < ONE_ROUND_OF_DEEPDIFF else 1
        theirs = sorted(seconds(lambda: DeepDiff(one, other)) for _ in range(rounds))[rounds // 2]
        target = DEEPDIFF_TARGET if promised else None
        yield Row("compare", f"{size:,}", ours, "DeepDiff of dicts", theirs, target)
