"""A record as a file says it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from pydantic import JsonValue

from planversion.model.base import Record


def written(record: Record, names: Iterable[str] | None = None) -> dict[str, JsonValue]:
    """The record as a file says it: by the file's keys, what is at its default left out.

    The same as pydantic's own dump, without the validator that each model would build for it.
    """
    values, fields = record.__dict__, _fields(type(record))
    said: dict[str, JsonValue] = {}
    for name in values if names is None else names:
        value, (key, default) = values[name], fields[name]
        if value is not default and value != default:
            said[key] = value if type(value) is str else _plain(value)
    return said


class _Field(NamedTuple):
    """The file's key of a field, and what it holds where the file doesn't write it."""

    key: str
    default: object


@cache
def _fields(record: type[Record]) -> dict[str, _Field]:
    return {
        name: _Field(field.alias or name, field.get_default(call_default_factory=True))
        for name, field in record.model_fields.items()
    }


def _plain(value: Any) -> JsonValue:
    kind = type(value)
    if kind is tuple:
        # Most items are texts, and asking a text whether it is a record takes long.
        return [item if type(item) is str else _plain(item) for item in value]
    if kind is str or kind is dict or kind is int:
        return value  # type: ignore[no-any-return]
    if isinstance(value, Record):
        return written(value)
    return value.isoformat() if isinstance(value, date) else value
