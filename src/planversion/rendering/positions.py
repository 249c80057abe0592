"""Where the subject of a change stands in both files."""

from __future__ import annotations

from typing import Any

from planversion.changes import (
    Change,
    DepartmentSucceeded,
    EditionRevised,
    LineageChange,
    Spot,
    SubjectChange,
)
from planversion.comparing.entries import PARTS, keyed
from planversion.interchange import Positions
from planversion.model import Path
from planversion.yamltext import Source


def positions(old: Source, new: Source) -> Positions:
    """For a change of these two: `old` and `new`, each with file, line and column."""
    sides = {"old": _Side(old), "new": _Side(new)}

    def of(change: Change) -> dict[str, Any]:
        found = {name: side.position(change, name) for name, side in sides.items()}
        return {name: position for name, position in found.items() if position}

    return of


class _Side:
    """One file, and the way from a change to the node that it is about."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._outline = source.edition.outline
        self._entries: dict[str, dict[str, int]] = {
            part: {key: i for i, key in enumerate(keyed(part, getattr(source.edition, part)))}
            for part in PARTS
        }

    def position(self, change: Change, side: str) -> dict[str, Any] | None:
        """Where the change's subject stands in this file, if it does."""
        path = self._path(change, side)
        if path is None or path not in self._source.positions:
            return None
        span = self._source.positions[path]
        return {"file": self._source.name, "line": span.line, "column": span.column}

    def _path(self, change: Change, side: str) -> Path | None:
        if isinstance(change, SubjectChange):
            spot: Spot | None = getattr(change, side, None)
            return self._of_spot(change.subject, spot) if spot else None
        match change:
            case LineageChange():
                members = change.old if side == "old" else change.new
                return self._of_spot(members[0].id, members[0].spots[0]) if members else None
            case DepartmentSucceeded():
                names = change.old if side == "old" else change.new
                return self._entry("departments", names[0])
            case EditionRevised(part=part):
                return (part,)
            case _:
                return self._entry(change.part, change.key)

    def _of_spot(self, subject: str, spot: Spot) -> Path | None:
        if subject.startswith("s-"):
            place = self._outline.places.get(subject)
            return place.path if place else None
        place = self._outline.places.get(spot.section or "")
        return (*place.path, "projects", spot.index) if place else None

    def _entry(self, part: str, key: str) -> Path | None:
        index = self._entries[part].get(key)
        return None if index is None else (part, index)
