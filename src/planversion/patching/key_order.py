"""Keys in the order of the file format, wherever a model knows them."""

from __future__ import annotations

from typing import Any

from planversion.model import Edition, Record, Relisting
from planversion.model.shapes import below, keys


def ordered(tree: dict[str, Any]) -> dict[str, Any]:
    """An edition's values with the keys of every mapping in the order of the file format."""
    return _ordered(tree, (Edition,))


def _ordered(value: dict[str, Any], models: tuple[type[Record], ...]) -> dict[str, Any]:
    model = Relisting if Relisting in models and "relists" in value else models[0]
    return {key: _below(value[key], below(model, key)) for key in keys(model) if key in value}


def _below(value: Any, models: tuple[type[Record], ...]) -> Any:
    # What is free-form keeps the order it was written in.
    if not models:
        return value
    if isinstance(value, list):
        return [_below(item, models) for item in value]
    return _ordered(value, models) if isinstance(value, dict) else value
