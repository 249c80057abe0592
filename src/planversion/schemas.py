"""The JSON Schemas of edition files, of a repository's own files, and of what we write."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from typing import Any, Literal

from pydantic import BaseModel, TypeAdapter

from planversion.changes import Diff
from planversion.documents import Of
from planversion.exporting.crosswalk_document import MapDocument
from planversion.exporting.lines import ProjectLine
from planversion.importing import Layout
from planversion.model import Edition, Record
from planversion.policy import Config, Waivers
from planversion.rendering.audited.document import NAME as AUDIT_NAME
from planversion.rendering.audited.document import AuditDocument
from planversion.rendering.merge_document import MergeDocument
from planversion.rendering.reports.document import NAME, ReportDocument
from planversion.rendering.suggestions_document import SuggestionsDocument

Dialect = Literal["2020-12", "draft-07"]
Schema = dict[str, Any]

_OF_THE_REPOSITORY: dict[Of, type[Record]] = {
    "config": Config,
    "import": Layout,
    "waivers": Waivers,
}
_WRITTEN: dict[Of, type[Record]] = {
    "audit": AuditDocument,
    "map": MapDocument,
    "merge": MergeDocument,
    "project-line": ProjectLine,
    "report": ReportDocument,
    "suggestions": SuggestionsDocument,
}
"""What we write and others read."""
_NAMES: dict[Of, str] = {"audit": AUDIT_NAME, "report": NAME}
_DIALECTS: dict[Dialect, str] = {
    "2020-12": "https://json-schema.org/draft/2020-12/schema",
    "draft-07": "http://json-schema.org/draft-07/schema#",
}
_PIECES: Schema = {
    "type": "array",
    "description": "The runs of characters that both texts share, or that one of them has.",
    "items": {
        "type": "object",
        "properties": {
            "op": {"enum": ["same", "was", "now"]},
            "text": {"type": "string"},
        },
        "required": ["op", "text"],
        "additionalProperties": False,
    },
}
_POSITION: Schema = {
    "type": "object",
    "properties": {
        "file": {"type": "string"},
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
    },
    "required": ["file", "line", "column"],
    "additionalProperties": False,
}
_POSITIONS: Schema = {
    "type": "object",
    "description": "Where the subject stands in the files that were compared.",
    "properties": {"old": _POSITION, "new": _POSITION},
    "additionalProperties": False,
}


def schema_of(of: Of, dialect: Dialect = "2020-12") -> Schema:
    """The JSON Schema: 2020-12 for validators, draft-07 for editors."""
    schema = _schema(of)
    _forget_discriminators(schema)
    if dialect == "draft-07":
        schema = _as_draft_07(schema)
    return {"$schema": _DIALECTS[dialect], **schema}


def _schema(of: Of) -> Schema:
    if of == "edition":
        return _described(Edition.model_json_schema(by_alias=True), Edition)
    if of in _OF_THE_REPOSITORY:
        model = _OF_THE_REPOSITORY[of]
        return _described(model.model_json_schema(by_alias=True), model)
    if of in _WRITTEN:
        # What always stands there is required.
        model = _WRITTEN[of]
        written = model.model_json_schema(by_alias=True, mode="serialization")
        named = {"$id": _NAMES[of]} if of in _NAMES else {}
        return {**named, **_described(written, model)}
    return _with_additions(TypeAdapter(Diff).json_schema(mode="validation"))


def _described(schema: Schema, model: type[BaseModel]) -> Schema:
    """The schema with the docstrings of the fields as their descriptions."""
    for known in _models(model):
        here = schema.get("$defs", {}).get(known.__name__) if known is not model else schema
        if here is None:
            continue
        said = _attribute_docstrings(known)
        for name, field in known.model_fields.items():
            prop = here["properties"].get(field.alias or name)
            if prop is not None and name in said:
                prop["description"] = said[name]
    return schema


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The model, and every record of this package."""
    yield model
    yield from (one for one in Record.__subclasses__() if one is not model)


def _attribute_docstrings(model: type[BaseModel]) -> dict[str, str]:
    """The sentence below each field of the class, by the field's name."""
    # pydantic reads them while the class is made, and every start of the program would wait.
    tree = ast.parse(textwrap.dedent(inspect.getsource(model))).body[0]
    assert isinstance(tree, ast.ClassDef)
    said: dict[str, str] = {}
    for field, text in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            sentence = _sentence(text)
            if sentence:
                said[field.target.id] = sentence
    return said


def _sentence(node: ast.stmt) -> str | None:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return inspect.cleandoc(str(node.value.value))
    return None


def _with_additions(schema: Schema) -> Schema:
    """The diff's schema with what is written for its reader and follows from the rest."""
    for definition in schema["$defs"].values():
        properties = definition.get("properties", {})
        if "kind" in properties:
            properties["positions"] = _POSITIONS
        if {"was", "now"} <= properties.keys():
            properties["pieces"] = _PIECES
    return schema


def _forget_discriminators(node: Any) -> None:
    """Drop OpenAPI's keyword: which alternative holds follows from the alternatives."""
    if isinstance(node, dict):
        node.pop("discriminator", None)
        for value in node.values():
            _forget_discriminators(value)
    elif isinstance(node, list):
        for value in node:
            _forget_discriminators(value)


def _as_draft_07(node: Any) -> Any:
    """The schema in the words of draft-07, which editors know."""
    if isinstance(node, list):
        return [_as_draft_07(value) for value in node]
    if not isinstance(node, dict):
        return node.replace("#/$defs/", "#/definitions/") if isinstance(node, str) else node
    renamed = {"$defs": "definitions", "prefixItems": "items"}
    return {renamed.get(key, key): _as_draft_07(value) for key, value in node.items()}
