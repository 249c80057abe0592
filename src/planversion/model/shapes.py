"""Which records stand below which key: the shape of an edition file, as the models declare it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from planversion.model.base import Record


@cache
def keys(record: type[Record]) -> dict[str, str]:
    """The keys of a mapping in the order of the file format, each with the field it is."""
    return {field.alias or name: name for name, field in record.model_fields.items()}


@cache
def below(record: type[Record], key: str) -> tuple[type[Record], ...]:
    """The records that can stand below a key: in a list, or alone; none below a value."""
    name = keys(record).get(key)
    if name is None:
        return ()
    # A record that contains its like is known by name only until all are built.
    record.model_rebuild()
    return tuple(dict.fromkeys(_records(record.model_fields[name].annotation)))


def _records(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _records(part)
