"""Tables of plain values, and how a value is written in a cell."""

from __future__ import annotations

import csv
import datetime as dt
import io
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
    written = io.StringIO()
    sheet = csv.writer(written, lineterminator="\r\n")
    sheet.writerow(column.name for column in table.columns)
    sheet.writerows([_cell(value) for value in row] for row in table.rows)
    return written.getvalue()


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
