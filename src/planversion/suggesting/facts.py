"""What projects say in years, amounts and single words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from pydantic import JsonValue

from planversion.model import Project
from planversion.suggesting.wording import plain

Key: TypeAlias = tuple[str, ...]
"""Where it stands: ("period", "from"), ("budget", "2026", "千円"), ("attributes", "開始年度")."""
Fact: TypeAlias = bool | int | float | str | frozenset[str]
"""A list is a set of words; texts have no differences of width, case and spaces."""

_PROSE = 40
"""A longer text is compared by its wording."""
_HUGE = 1e300
"""Larger numbers are no facts, and no floats either."""


def facts(project: Project) -> Iterator[tuple[Key, Fact]]:
    """What it says beside its name, departments and prose."""
    if project.attributes:
        yield from _flat(("attributes",), project.attributes)
    if project.status:
        yield from _flat(("status",), project.status)
    if project.period:
        yield from _flat(("period", "from"), project.period.start)
        yield from _flat(("period", "to"), project.period.end)
    for budget in project.budget:
        yield from _flat(("budget", str(budget.year), budget.unit), budget.amount)
    for budget in project.budget[-1:]:
        yield from _flat(("budget", budget.unit), budget.amount)


def _flat(at: Key, value: JsonValue) -> Iterator[tuple[Key, Fact]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _flat((*at, key), one)
    elif isinstance(value, list):
        if words := frozenset(str(one) for entry in value for one in _single(entry)):
            yield at, words
    else:
        yield from ((at, one) for one in _single(value))


# The same few words stand in thousands of projects.
_word = lru_cache(maxsize=4096)(plain)


def _single(value: JsonValue) -> Iterator[bool | int | float | str]:
    """The value, where it is a number or a word and no prose."""
    if isinstance(value, str):
        if 0 < len(value) <= _PROSE:
            yield _word(value)
    elif isinstance(value, int | float) and abs(value) < _HUGE:
        yield value
