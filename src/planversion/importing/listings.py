"""A row of a table as the listing of a project."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from planversion.importing.grids import Cell, Spot
from planversion.importing.headings import (
    FIELDS,
    MARKED,
    TITLES,
    UNMARKED,
    Field,
    field_of,
    means,
    plain,
)
from planversion.importing.layout import Layout
from planversion.importing.taking import Taking, on_one_line, tidied
from planversion.messages import say

Cells = Mapping[Field, Cell]
_OPENING, _CLOSING = "（(【[〔［<〈", "）)】]〕］>〉"
_BEGINNINGS, _ENDS = frozenset(_OPENING), frozenset(_CLOSING)
_DITTO = frozenset({"〃", "″", "〝", '"', "同上", "同左", "仝", "ditto"})
_YES = frozenset({"○", "◯", "〇", "●", "◎", "✓", "✔", "レ", "true", "yes", "有", "1"})
_NO = frozenset({"-", "‐", "－", "ー", "×", "false", "no", "無", "なし"})


@dataclass
class Listing:
    """A project where it is listed; `marked` is None where its record stands."""

    spot: Spot
    name: str
    marked: bool | None
    departments: tuple[str, ...] = ()
    original: str | None = None
    printed: tuple[Spot, str] | None = None
    """What the body printed beside it, and the cell that says so."""
    values: dict[str, Any] = field(default_factory=dict)
    spots: dict[str, Spot] = field(default_factory=dict)


def listing(cells: Cells, layout: Layout, taking: Taking) -> Listing | None:
    """The listing that a row's cells say; None where they name no project."""
    told = taking.line(cells["project"])
    if told is None:
        return None
    name, printed = without_mark(told, layout.marks)
    marked = _marked(cells, layout, taking)
    made = Listing(cells["project"].spot, name, True if printed else marked)
    made.spots = {str(name): cell.spot for name, cell in cells.items()}
    made.departments = departments(cells, layout, taking)
    made.original = taking.line(cells["original"]) if "original" in cells else None
    made.printed = printed_beside(cells, taking)
    made.values = _values(cells, taking)
    if "mark" not in cells:
        _take_note_for_mark(made, layout, taking)
    return made


def printed_beside(cells: Cells, taking: Taking) -> tuple[Spot, str] | None:
    """The note that the body printed beside a row, and the cell that says it for all its rows."""
    text = _text(cells, "published_notes", taking)
    cell = cells.get("published_notes")
    return (cell.origin or cell.spot, text) if cell and text else None


def without_mark(name: str, marks: tuple[str, ...]) -> tuple[str, bool]:
    """The name without the mark of a relisting, and whether there was one."""
    before, after = name.rstrip(), name.lstrip()
    opening = max(before.rfind(one) for one in _OPENING)
    closing = min((after.find(one) % (len(after) + 1) for one in _CLOSING), default=0)
    if before[-1:] in _ENDS and before[opening + 1 : -1].strip() in marks:
        kept = before[: max(opening, 0)].rstrip()
    elif after[:1] in _BEGINNINGS and after[1:closing].strip() in marks:
        kept = after[closing + 1 :].lstrip()
    else:
        kept = ""
    return (kept, True) if kept else (name, False)


def departments(cells: Cells, layout: Layout, taking: Taking) -> tuple[str, ...]:
    """The departments that a row's cell names, each once."""
    text = taking.text(cells["departments"]) if "departments" in cells else None
    if text and text.strip() in _DITTO:
        what = say("{text} says as above", text=text.strip())
        mend = say("Write it out; only a level's cell may be left blank.")
        taking.refuse(cells["departments"].spot, ("ditto", what, mend))
        return ()
    return tuple(dict.fromkeys(split(text, layout.separators))) if text else ()


def split(text: str, separators: tuple[str, ...]) -> list[str]:
    """The parts of a cell that holds several names."""
    parts = re.split("|".join(map(re.escape, separators)), text)
    return [on_one_line(part) for part in map(tidied, parts) if part]


def _marked(cells: Cells, layout: Layout, taking: Taking) -> bool | None:
    """What the column of marks says: printed with the mark, without it, or no relisting."""
    if "mark" not in cells:
        return None
    text = taking.truth(cells["mark"])
    if text is None or plain(text) in _NO:
        return None
    if means(text, UNMARKED):
        return False
    if _bare(text) in layout.marks or means(text, MARKED) or plain(text) in map(plain, _YES):
        return True
    what = say("{text} is no mark of a relisting", text=text)
    mend = say("Write {marked}, {unmarked}, or nothing.", marked=MARKED, unmarked=UNMARKED)
    taking.refuse(cells["mark"].spot, ("no-mark", what, mend))
    return None


def _take_note_for_mark(made: Listing, layout: Layout, taking: Taking) -> None:
    """Marks the listing where all that is remarked of it is that it is listed again."""
    text = made.values.get("note")
    # A row with an id of its own is a project, whatever its note says.
    if text and "id" not in made.values and _bare(text) in layout.marks:
        made.marked = True
        del made.values["note"]
        what = say("taken for the mark of a relisting: {text}", text=text)
        taking.remark(made.spots["note"], ("relisting", what, None))


def _bare(text: str) -> str:
    return text.strip(_OPENING + _CLOSING + " ")


def _values(cells: Cells, taking: Taking) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": _id(cells, "id", taking),
        "description": _text(cells, "description", taking),
        "status": _text(cells, "status", taking),
        "period": _period(cells, taking),
        "note": _text(cells, "note", taking),
        "moved_from": _id(cells, "moved_from", taking),
        "inferred": _inferred(cells, taking),
        "attributes": _attributes(cells, taking),
    }
    return {key: value for key, value in found.items() if value not in (None, [], {})}


def _text(cells: Cells, name: Field, taking: Taking) -> str | None:
    return taking.text(cells[name]) if name in cells else None


def _id(cells: Cells, name: Field, taking: Taking) -> str | None:
    return taking.identity(cells[name]) if name in cells else None


def _period(cells: Cells, taking: Taking) -> dict[str, Any]:
    sides: tuple[Field, Field] = ("from", "to")
    said = {side: taking.year(cells[side]) for side in sides if side in cells}
    return {side: value for side, value in said.items() if value is not None}


def _inferred(cells: Cells, taking: Taking) -> list[str]:
    text = _text(cells, "inferred", taking)
    if not text:
        return []
    return [_key(part) for part in split(text, ("\n", "、", ","))]


def _key(heading: str) -> str:
    """The key of the file format that a column's heading stands for."""
    found = field_of(heading)
    keys = {"project": "name", "from": "period", "to": "period"}
    return (
        keys.get(found, found)
        if found
        else next(
            (
                key
                for key in ("budget", "indicators", "period")
                if means(heading, TITLES_OF_KEYS[key])
            ),
            heading,
        )
    )


TITLES_OF_KEYS = {
    "budget": say("Budget"),
    "indicators": say("Indicators"),
    "period": say("Period"),
}
"""What fields are called that have no column of their own."""


def heading_of_key(key: str) -> Any:
    """The words for a key of a project, as the column of inferred fields says them."""
    columns = {"name": "project"} | {name: name for name in FIELDS}
    return TITLES[columns[key]] if key in columns else TITLES_OF_KEYS[key]


def _attributes(cells: Cells, taking: Taking) -> dict[str, Any]:
    text = _text(cells, "attributes", taking)
    if not text:
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        what = say("this is no JSON object")
        mend = say('Write it so: {{"key": "value"}}, or leave the cell blank.')
        taking.refuse(cells["attributes"].spot, ("no-json", what, mend))
        return {}
    return found
