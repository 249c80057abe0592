"""Keys in the order of the file format, wherever a model knows them."""

from __future__ import annotations

from typing import Any

from planversion.model import (
    Budget,
    Department,
    Edition,
    Erratum,
    Explanation,
    ExternalId,
    Header,
    Indicator,
    Level,
    Lineage,
    Period,
    Plan,
    Project,
    PublishedNote,
    Record,
    Relisting,
    Returned,
    RowReference,
    Section,
    SourceDocument,
)

_BELOW: dict[str, type[Record]] = {
    "plan": Plan,
    "edition": Header,
    "errata": Erratum,
    "levels": Level,
    "sources": SourceDocument,
    "departments": Department,
    "sections": Section,
    "projects": Project,
    "period": Period,
    "budget": Budget,
    "indicators": Indicator,
    "external_ids": ExternalId,
    "lineage": Lineage,
    "explanations": Explanation,
    "returned": Returned,
    "published_notes": PublishedNote,
    "belongs_to": RowReference,
}
"""Which model a mapping below each key is of."""


def ordered(tree: dict[str, Any]) -> dict[str, Any]:
    """An edition's values with the keys of every mapping in the order of the file format."""
    return _ordered(tree, Edition)


def _ordered(value: dict[str, Any], model: type[Record]) -> dict[str, Any]:
    known = [field.alias or name for name, field in _model(value, model).model_fields.items()]
    # What is free-form keeps the order it was written in.
    return {
        key: value[key] if key == "attributes" else _below(value[key], key)
        for key in known
        if key in value
    }


def _model(value: dict[str, Any], model: type[Record]) -> type[Record]:
    return Relisting if model is Project and "relists" in value else model


def _below(value: Any, key: str) -> Any:
    model = _BELOW.get(key)
    if model is None:
        return value
    if isinstance(value, dict):
        return _ordered(value, model)
    if isinstance(value, list):
        return [_ordered(v, model) if isinstance(v, dict) else v for v in value]
    return value
