"""Tables as a Frictionless data package: a CSV file each, and the descriptor of all."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from planversion.characters import escaped
from planversion.exporting.tables import Column, Reference, Table, as_csv
from planversion.messages import Message

Files = Mapping[str, bytes]
"""What each file of the package holds, by its name."""

DESCRIPTOR = "datapackage.json"
_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can name: its members say nothing of when they were written."""


def package(about: Mapping[str, Any], tables: Sequence[Table]) -> Files:
    """The files of a package; `about` is what its descriptor says beside its tables."""
    files = {f"{table.name}.csv": as_csv(table).encode() for table in tables}
    resources = [_resource(table, files[f"{table.name}.csv"]) for table in tables]
    descriptor = {"profile": "tabular-data-package", **about, "resources": resources}
    text = escaped(json.dumps(descriptor, ensure_ascii=False, indent=2)) + "\n"
    return {DESCRIPTOR: text.encode(), **files}


def zipped(files: Files) -> bytes:
    """The files as one archive, the same bytes each time."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, _BEGINNING)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system, member.external_attr = 3, 0o644 << 16
            archive.writestr(member, content)
    return made.getvalue()


def both(message: Message) -> str:
    """A description; the standard has one language only, so both stand in it."""
    return f"{message.to('en')} / {message.to('ja')}"


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "name": table.name.replace("_", "-"),
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "description": both(table.what),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"'},
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns]}
    schema["missingValues"] = [""]
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.references:
        schema["foreignKeys"] = list(_references(table))
    return schema


def _field(column: Column) -> dict[str, Any]:
    constraints = {"required": True} if column.always else {}
    words = {"enum": list(column.words)} if column.words else {}
    field = {"name": column.name, "type": column.type, "description": both(column.what)}
    return {**field, "constraints": {**constraints, **words}} if constraints or words else field


def _references(table: Table) -> Iterable[dict[str, Any]]:
    return (_reference(table, reference) for reference in table.references)


def _reference(table: Table, reference: Reference) -> dict[str, Any]:
    # The standard calls the table itself by no name.
    other = "" if reference.table == table.name else reference.table.replace("_", "-")
    there = {"resource": other, "fields": list(reference.key)}
    return {"fields": list(reference.columns), "reference": there}
