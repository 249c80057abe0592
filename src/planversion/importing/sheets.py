"""The template's sheets beside the outline: a row a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from planversion.importing.grids import Cell, Grid, Spot
from planversion.importing.headings import every, means, plain
from planversion.importing.taking import Taking
from planversion.importing.typed_ids import id_of
from planversion.messages import Message, say
from planversion.model import (
    Budget,
    Department,
    Erratum,
    Explanation,
    ExternalId,
    Indicator,
    Level,
    Lineage,
    PublishedNote,
    Record,
    Returned,
    SourceDocument,
)
from planversion.model.shapes import keys

OUTLINE, EDITION = say("Projects"), say("Edition")
EXAMPLE, GUIDE = say("Example"), say("How to fill in")
"""What the template's other sheets are called."""

Shape = Literal["text", "lines", "quantity", "day", "truth", "rows"]
PROJECT = "project"
"""The key of the column that says whose record it is."""


class Sheet(NamedTuple):
    """A sheet of records: of which kind, and whether each is a project's."""

    key: str
    title: Message
    record: type[Record]
    of_projects: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of the columns."""
        own = tuple(keys(self.record))
        return (PROJECT, *own) if self.of_projects else own


SHEETS: tuple[Sheet, ...] = (
    Sheet("levels", say("Levels"), Level),
    Sheet("departments", say("Departments"), Department),
    Sheet("sources", say("Sources"), SourceDocument),
    Sheet("budget", say("Budget"), Budget, of_projects=True),
    Sheet("indicators", say("Indicators"), Indicator, of_projects=True),
    Sheet("external_ids", say("External ids"), ExternalId, of_projects=True),
    Sheet("lineage", say("Lineage"), Lineage),
    Sheet("explanations", say("Explanations"), Explanation),
    Sheet("returned", say("Coming back"), Returned),
    Sheet("published_notes", say("Published notes"), PublishedNote),
    Sheet("errata", say("Errata"), Erratum),
)
"""Every sheet of records."""

_TITLES: Mapping[str, Message] = {
    "adopted_on": say("adopted on"),
    "amount": say("amount"),
    "archived": say("archived at"),
    "as": say("name here"),
    "baseline": say("baseline"),
    "basis": say("basis"),
    "belongs_to": say("belongs to"),
    "code": say("numbering"),
    "collective": say("collective"),
    "from": say("from"),
    "id": say("ID"),
    "name": say("name"),
    "note": say("note"),
    "on": say("on"),
    "printed_at": say("printed at"),
    "project": say("project's ID"),
    "reason": say("reason"),
    "retrieved_on": say("fetched on"),
    "scheme": say("system"),
    "sha256": say("SHA-256"),
    "since": say("since edition"),
    "succeeds": say("succeeds"),
    "takes_from": say("takes from"),
    "target": say("target"),
    "text": say("text"),
    "title": say("title"),
    "to": say("to"),
    "unit": say("unit"),
    "unsure": say("unsure"),
    "url": say("URL"),
    "what": say("what"),
    "why": say("why"),
    "year": say("year"),
}
_SHAPES: Mapping[str, Shape] = {
    **dict.fromkeys(("succeeds", "takes_from", "from", "to", "unsure"), "lines"),
    **dict.fromkeys(("year", "amount", "baseline", "target"), "quantity"),
    **dict.fromkeys(("on", "retrieved_on", "adopted_on"), "day"),
    "collective": "truth",
    "belongs_to": "rows",
}
_NEEDED = frozenset({"to", "from"})
"""Keys of lineage that are written even where nobody stands there."""
YES = "○"
"""What a cell says that is true."""


def title_of(key: str) -> Message:
    """The heading of a key's column."""
    return _TITLES[key]


def shape_of(key: str) -> Shape:
    """How a key's values stand in a cell."""
    return _SHAPES.get(key, "text")


def sheet_called(name: str) -> Sheet | None:
    """The sheet of records with this name, in any of our languages; else None."""
    return next((sheet for sheet in SHEETS if means(name, sheet.title)), None)


class Found(NamedTuple):
    """A record as a sheet says it, with the cell of each value."""

    values: dict[str, Any]
    spots: dict[str, Spot]
    spot: Spot


def records_of(grid: Grid, sheet: Sheet, taking: Taking) -> Iterator[Found]:
    """The records of a sheet."""
    known = {plain(text): key for key in sheet.columns for text in (key, *every(_TITLES[key]))}
    head = next(grid.rows(), 0)
    columns: dict[str, int] = {}
    for column, cell in grid.cells.get(head, {}).items():
        if key := known.get(plain(str(cell.value))):
            columns[key] = column
    for row in grid.rows(after=head):
        cells = {key: grid.at(row, column) for key, column in columns.items()}
        values = dict(_values(cells, sheet, taking))
        if any(value not in ("", [], None) for value in values.values()):
            spots = {key: cell.spot for key, cell in cells.items()}
            yield Found(values, spots, Spot(grid.sheet, row, 1))


def _values(cells: Mapping[str, Cell], sheet: Sheet, taking: Taking) -> Iterator[tuple[str, Any]]:
    for key, cell in cells.items():
        value = _value(cell, key, sheet, taking)
        if value is not None or (sheet.record is Lineage and key in _NEEDED):
            yield key, [] if value is None else value


def _value(cell: Cell, key: str, sheet: Sheet, taking: Taking) -> Any:
    match shape_of(key):
        case "quantity":
            return taking.quantity(cell)
        case "day":
            return taking.day(cell)
        case "truth":
            return _truth(cell, taking)
        case "lines":
            text = taking.text(cell)
            return [id_of(line) for line in text.split("\n")] if text else None
        case "rows":
            text = taking.text(cell)
            return [_row(line) for line in text.split("\n")] if text else None
        case "text":
            return taking.identity(cell) if _is_id(key, sheet) else taking.text(cell)


def _is_id(key: str, sheet: Sheet) -> bool:
    """Whether the column holds ids of ours; a source or another system has ids of its own."""
    return key == PROJECT or (key == "id" and sheet.record in (Explanation, Returned))


def _row(line: str) -> dict[str, str]:
    """A row of the printed table: a project's id and a section's."""
    project, _, section = " ".join(line.split()).partition(" ")
    return {"project": id_of(project), "section": id_of(section)}


def _truth(cell: Cell, taking: Taking) -> Any:
    text = taking.truth(cell)
    if text is None or plain(text) in ("false", "no", "×", "-"):
        return None
    return True if plain(text) in map(plain, (YES, "◯", "〇", "true", "yes", "1")) else text
