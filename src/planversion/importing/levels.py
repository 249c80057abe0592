"""The levels of the outline: as they are declared, else as the headings and numbers tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from planversion.importing.composites import code_of_composites
from planversion.importing.gathering import Gathered, Table
from planversion.importing.grids import Cell
from planversion.importing.numbers import code_of_numbers, code_of_titles


class Levels(NamedTuple):
    """The levels as an edition declares them, and by which code each column is read."""

    declared: list[dict[str, Any]]
    codes: tuple[str | None, ...]
    """None where titles have no number that we know."""


def levels_of(found: Gathered) -> Levels:
    """The levels of what was gathered."""
    declared = _declared(found)
    deepest = max((len(table.columns.levels) for table in found.tables), default=0)
    codes: tuple[str | None, ...] = ()
    for depth in range(deepest):
        codes += (_code(found.tables, depth, declared, above=codes),)
    pairs = [*codes[: len(declared)], *[None] * (len(declared) - len(codes))]
    filled = [{"code": code or "{n}", **level} for level, code in zip(declared, pairs, strict=True)]
    return Levels(filled, codes)


def _declared(found: Gathered) -> list[dict[str, Any]]:
    """The names, and the codes as far as somebody says them."""
    if found.records.get("levels"):
        return [dict(one.values) for one in found.records["levels"]]
    if found.head.levels:
        return found.head.levels
    longest = max((table.columns.levels for table in found.tables), key=len, default=())
    return [{"name": one.name} | ({"code": one.code} if one.code else {}) for one in longest]


def _code(
    tables: tuple[Table, ...],
    depth: int,
    declared: list[dict[str, Any]],
    above: tuple[str | None, ...],
) -> str | None:
    if depth < len(declared) and "code" in declared[depth]:
        return str(declared[depth]["code"])
    numbers = list(_printed(_cells(tables, depth, numbers=True)))
    texts = numbers or list(_printed(_cells(tables, depth, numbers=False)))
    if depth and all(above) and (code := code_of_composites(map(str, texts))):
        return code
    if numbers:
        return code_of_numbers(numbers) or "{n}"
    return code_of_titles(map(str, texts))


def _printed(cells: Iterator[Cell]) -> Iterator[int | str]:
    for cell in cells:
        if isinstance(cell.value, str) and cell.value.strip():
            yield cell.value.strip()
        elif isinstance(cell.value, int) and not isinstance(cell.value, bool):
            yield cell.value


def _cells(tables: tuple[Table, ...], depth: int, *, numbers: bool) -> Iterator[Cell]:
    for grid, columns in tables:
        if depth >= len(columns.levels):
            continue
        level = columns.levels[depth]
        column = level.number if numbers else None if level.number else level.title
        if column:
            rows = (row for row in grid.rows(after=columns.row) if not grid.aside(row))
            yield from (grid.at(row, column) for row in rows)
