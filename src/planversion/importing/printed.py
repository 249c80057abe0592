"""Notes that a table prints beside its rows, as the published notes of the edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from planversion.importing.grids import Spot
from planversion.importing.listings import Listing
from planversion.importing.nodes import Node
from planversion.importing.sheets import Found
from planversion.importing.trees import walk

Row = dict[str, str]


def printed_notes(
    nodes: Iterable[Node], records: Mapping[int, Listing], ids: Mapping[int, str]
) -> list[Found]:
    """A note for each cell that says one, with the rows beside it, in reading order."""
    found: dict[Spot, tuple[str, list[Row]]] = {}
    for spot, text, rows in _said(nodes, records, ids):
        found.setdefault(spot, (text, []))[1].extend(rows)
    return [_note(spot, text, rows) for spot, (text, rows) in found.items()]


def _said(
    nodes: Iterable[Node], records: Mapping[int, Listing], ids: Mapping[int, str]
) -> Iterator[tuple[Spot, str, list[Row]]]:
    for node in walk(nodes):
        if node.printed:
            yield *node.printed, []
        for one in node.listings:
            if one.printed:
                project = ids[id(records.get(id(one), one))]
                yield *one.printed, [{"project": project, "section": ids[id(node)]}]


def _note(spot: Spot, text: str, rows: list[Row]) -> Found:
    values: dict[str, Any] = {"text": text} | ({"belongs_to": rows} if rows else {})
    return Found(values, {"text": spot}, spot)
