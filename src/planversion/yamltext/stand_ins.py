"""What could stand where something wrong does, as the models declare it."""

from __future__ import annotations

import datetime as dt
import re
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from planversion import ids
from planversion.model import Edition, Lineage, Path, Project, Record, Relisting
from planversion.model.shapes import keys

_BODY = "0" * 9
_TEXTS = ("x", *(f"{prefix}-{_BODY}{ids.check_character(_BODY)}" for prefix in "ps"))
_PLAIN: dict[Any, Any] = {int: 0, float: 0, bool: False, dt.date: "2000-01-01", dict: {}}


class Slot(NamedTuple):
    """What the models allow at one place of a file."""

    annotation: Any
    metadata: tuple[Any, ...] = ()
    required: bool = True


def slot(path: Path, tree: Any) -> Slot | None:
    """What may stand at `path` of an edition's file; None where nothing may."""
    found: Slot | None = Slot(Edition)
    for part in path:
        if found is None:
            return None
        found = _item(found) if isinstance(part, int) else _field(found, part, tree)
        tree = tree[part] if holds(tree, part) else None
    return found


def stand_in(here: Slot) -> Any:
    """A value that may stand there."""
    annotation, metadata = _bare(here)
    if annotation is Lineage:
        return {"from": [_TEXTS[1]], "to": []}  # one of nobody would be wrong as well
    if _is_record(annotation):
        fields = annotation.model_fields.items()
        needed = {field.alias or name: _of(field) for name, field in fields if field.is_required()}
        return {key: stand_in(one) for key, one in needed.items()}
    if get_origin(annotation) is tuple:
        return []
    if get_origin(annotation) is Literal:
        return get_args(annotation)[0]
    return _text(metadata) if annotation is str else _PLAIN.get(annotation)


def holds(tree: Any, part: str | int) -> bool:
    """Whether there is such a key or such an item."""
    if isinstance(tree, list):
        return isinstance(part, int) and part < len(tree)
    return isinstance(tree, dict) and part in tree


def _item(here: Slot) -> Slot | None:
    annotation, _ = _bare(here)
    return Slot(get_args(annotation)[0]) if get_origin(annotation) is tuple else None


def _field(here: Slot, key: str, tree: Any) -> Slot | None:
    record, _ = _bare(here)
    if record is Project and isinstance(tree, dict) and "relists" in tree:
        record = Relisting
    name = keys(record).get(key) if _is_record(record) else None
    return _of(record.model_fields[name]) if name else None


def _of(field: FieldInfo) -> Slot:
    return Slot(field.annotation, tuple(field.metadata), field.is_required())


def _bare(here: Slot) -> tuple[Any, tuple[Any, ...]]:
    """The type and what is annotated to it; of several types, the first."""
    annotation, metadata = here.annotation, here.metadata
    while (origin := get_origin(annotation)) in (Annotated, Union, UnionType):
        if origin is Annotated:
            metadata += annotation.__metadata__
        annotation = get_args(annotation)[0]
    return annotation, metadata


def _is_record(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Record)


def _text(metadata: tuple[Any, ...]) -> str:
    """A text of every pattern that is asked for."""
    patterns = [one.pattern for one in metadata if getattr(one, "pattern", None)]
    return next(text for text in _TEXTS if all(re.search(one, text) for one in patterns))
