"""What an edition says of itself, in a sheet of its own or above the table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from planversion.importing.grids import Grid, Spot
from planversion.importing.headings import every, means, plain
from planversion.importing.taking import Taking
from planversion.messages import Message, say
from planversion.model import Path

TITLES: Mapping[Path, Message] = {
    ("plan", "title"): say("title of the plan"),
    ("plan", "id"): say("ID of the plan"),
    ("plan", "jurisdiction"): say("jurisdiction"),
    ("plan", "language"): say("language"),
    ("plan", "spellings"): say("spellings"),
    ("edition", "label"): say("edition's label"),
    ("edition", "id"): say("edition's ID"),
    ("edition", "status"): say("status"),
    ("edition", "stage"): say("stage as printed"),
    ("edition", "previous"): say("follows edition"),
    ("edition", "revises"): say("revises draft"),
    ("edition", "adopted_on"): say("adopted on"),
    ("edition", "in_force_from"): say("in force from"),
    ("edition", "in_force_to"): say("in force to"),
    ("edition", "note"): say("note"),
}
"""What stands before each value."""
MEANINGS: Mapping[Path, Message] = {
    ("plan", "title"): say("The plan's title as printed."),
    ("plan", "id"): say("A name for files and commands: lower-case letters, digits, hyphens."),
    ("plan", "jurisdiction"): say("Whose plan it is; in Japan the six digits of the code."),
    ("plan", "language"): say("ja or en."),
    ("plan", "spellings"): say("Wordings that mean the same, as JSON: a list of lists."),
    ("edition", "label"): say("The edition as people call it: 第5期."),
    ("edition", "id"): say("A short name for files and commands: 5, 5-draft-2."),
    ("edition", "status"): say("How far it has come."),
    ("edition", "stage"): say("The stage as printed: 素案(たたき台)(2)."),
    ("edition", "previous"): say("The ID of the published edition that this one follows."),
    ("edition", "revises"): say("The ID of the earlier draft of the same edition."),
    ("edition", "adopted_on"): say("The day it was adopted: 2026-04-01."),
    ("edition", "in_force_from"): say("The first day it is in force."),
    ("edition", "in_force_to"): say("The last day it is in force."),
    ("edition", "note"): say("A remark for whoever reads the file."),
}
"""What each value means."""
NEEDED: tuple[Path, ...] = (
    ("plan", "id"),
    ("plan", "title"),
    ("edition", "id"),
    ("edition", "label"),
    ("edition", "status"),
)
"""What no edition goes without."""
STATUSES: Mapping[str, Message] = {
    "draft": say("draft"),
    "consultation": say("in consultation"),
    "adopted": say("adopted"),
}
"""How far an edition has come, in words."""
LEVEL = say("Level")
"""What stands before a level's name and code above a table."""
_DAYS = frozenset({"adopted_on", "in_force_from", "in_force_to"})


class Head:
    """What was read of the edition itself: values and levels, and the cell of each."""

    def __init__(self) -> None:
        self.values: dict[str, dict[str, Any]] = {"plan": {}, "edition": {}}
        self.levels: list[dict[str, Any]] = []
        self.spots: dict[Path, Spot] = {}


def read_head(grid: Grid, before: int | None, head: Head, taking: Taking) -> None:
    """Adds what the rows say: what it is in one column, the value in the next."""
    known = {plain(text): path for path, title in TITLES.items() for text in _names(path, title)}
    for row in grid.rows():
        if before is not None and row >= before:
            return
        said = str(grid.at(row, 1).value or "")
        if path := known.get(plain(said)):
            _take(grid, row, path, head, taking)
        elif means(said, LEVEL):
            _take_level(grid, row, head, taking)


def _names(path: Path, title: Message) -> Iterator[str]:
    yield ".".join(map(str, path))
    yield from every(title)


def _take(grid: Grid, row: int, path: Path, head: Head, taking: Taking) -> None:
    cell = grid.at(row, 2)
    group, key = str(path[0]), str(path[1])
    value: Any = taking.day(cell) if key in _DAYS else taking.text(cell)
    if value is None:
        return
    if key == "status":
        value = next((one for one, word in STATUSES.items() if means(value, word)), value)
    if key == "spellings":
        value = _spellings(value)
    head.values[group][key] = value
    head.spots[path] = cell.spot


def _spellings(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _take_level(grid: Grid, row: int, head: Head, taking: Taking) -> None:
    name, code = taking.text(grid.at(row, 2)), taking.text(grid.at(row, 3))
    if name:
        head.spots["levels", len(head.levels)] = grid.at(row, 2).spot
        head.levels.append({"name": name, "code": code} if code else {"name": name})
