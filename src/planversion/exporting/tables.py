"""Tables of plain values, and how a value is written in a cell."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from planversion.messages import Message

Value = None | str | bool | int | float | dt.date | tuple[str, ...] | Mapping[str, object]
Type = Literal["string", "integer", "number", "boolean", "date", "object"]


class Column(NamedTuple):
    """A column: its name, what its cells hold, and of which type."""

    name: str
    what: Message
    type: Type = "string"
    always: bool = False
    """Whether every row has it."""
    words: tuple[str, ...] = ()
    """Every value there is, where these are known."""


class Reference(NamedTuple):
    """Columns whose values stand in the key of a table."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


class Table(NamedTuple):
    """A table: one fact a cell."""

    name: str
    what: Message
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()


def as_csv(table: Table) -> str:
    """The table as RFC 4180 has it; every value as it is, for programs."""
    head = separated((column.name for column in table.columns), ",", "\r\n")
    rows = (separated(map(_cell, row), ",", "\r\n") for row in table.rows)
    return "".join([head, *rows])


def separated(cells: Iterable[str], by: str, end: str) -> str:
    """A row of cells, those in quotes that would be read otherwise."""
    # Python's own writer leaves a lone carriage return bare where rows end in a line feed.
    return by.join(_quoted(cell) if _SPECIAL.search(cell) else cell for cell in cells) + end


_SPECIAL = re.compile('[,\t"\r\n]')


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case dt.date():
            return value.isoformat()
        case tuple():
            return semicolons(value)
        case int() | float():
            return str(value)
    return json.dumps(value, ensure_ascii=False) if value else ""


def semicolons(parts: Iterable[str]) -> str:
    r"""A list in one cell, as DS-462 has it; a semicolon inside a part is written `\;`."""
    return ";".join(re.sub(r"([\\;])", r"\\\1", part) for part in parts)
