"""Writes docs/reference/edition.md from the schema of edition files: python docs/generate.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from planversion.schemas import schema_of

PAGE = Path(__file__).parent / "reference/edition.md"


def reference() -> str:
    """The page: a table of keys for every mapping of an edition file."""
    schema = schema_of("edition")
    shapes = {"Edition": schema, **{k: v for k, v in schema["$defs"].items() if "properties" in v}}
    head = ["# File format", "", "Generated from the schema; the whole schema is in `schema/`.", ""]
    return "\n".join(
        [*head, *(line for name, shape in shapes.items() for line in _shape(name, shape))]
    )


def _shape(name: str, shape: dict[str, Any]) -> Iterator[str]:
    required = shape.get("required", ())
    yield from (
        f"## {name}",
        "",
        shape["description"],
        "",
        "| key | value | meaning |",
        "|---|---|---|",
    )
    for key, prop in shape["properties"].items():
        mark = " (required)" if key in required else ""
        meaning = " ".join(prop["description"].split()).replace("|", "\\|")
        yield f"| `{key}`{mark} | {_value(prop)} | {meaning} |"
    yield ""


def _value(prop: dict[str, Any]) -> str:
    for key in ("anyOf", "oneOf"):
        if key in prop:
            kinds = [_value(one) for one in prop[key] if one.get("type") != "null"]
            return " or ".join(dict.fromkeys(kinds))
    if "$ref" in prop:
        name = prop["$ref"].rpartition("/")[2]
        return "anything" if name == "JsonValue" else f"[{name}](#{name.lower()})"
    if prop.get("type") == "array":
        return f"list of {_value(prop['items'])}"
    if "enum" in prop or "const" in prop:
        return ", ".join(f"`{one}`" for one in prop.get("enum", [prop.get("const")]))
    return {"string": "text", "object": "mapping"}.get(
        prop.get("type", ""), prop.get("type", "anything")
    )


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
