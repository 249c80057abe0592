"""A cell of Excel as a value: what was meant, and what is doubtful about it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from planversion.importing.grids import Cell, Spot, Told, Value
from planversion.messages import say

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as Found

# Parts of a number format that show nothing of their own: colours, widths, escapes, fill.
_UNSHOWN = re.compile(r"\[[^\]]*\]|_.|\*.|\\[ ()\-]")
_PLAIN_FORMAT = re.compile(r"General|@|[#0,.;?()+\- ]*")
_LEADING_ZEROS = re.compile(r"0{2,}")
_LONGEST_COMMENT = 60
_LONGEST_FORMAT = 255


class _Read(NamedTuple):
    value: Value
    wrong: Told | None = None
    doubts: tuple[Told, ...] = ()
    struck: bool = False


def cell_of(found: Found, valued: Found, spot: Spot) -> Cell:
    """The cell; `valued` is the same one with its formula calculated."""
    read = _read(valued) if found.data_type != "f" else _calculated(valued)
    doubts = (*read.doubts, *_commented(found))
    return Cell(spot, read.value, wrong=read.wrong, doubts=doubts, struck=read.struck)


def _calculated(valued: Found) -> _Read:
    if valued.value is None:
        what = say("this formula has no value in the file")
        mend = say("Open the file in Excel and save it, or write the value itself.")
        return _Read(None, ("formula", what, mend))
    read = _read(valued)
    return read._replace(doubts=(("formula", say("a formula; its last value is taken"), None),))


def _read(found: Found) -> _Read:
    value: Any = found.value
    if value is None:
        return _Read(None)
    match found.data_type:
        case "e":
            what = say("the cell shows an error: {value}", value=value)
            return _Read(None, ("error-value", what, say("Write the value itself.")))
        case "d":
            return _dated(value)
        case "b":
            return _Read(bool(value))
        case "n":
            return _numbered(value, found.number_format)
    return _texted(value, struck=bool(found.font and found.font.strike))


def _dated(value: dt.datetime | dt.date | dt.time | dt.timedelta) -> _Read:
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return _Read(value.date())
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return _Read(value)
    what = say("Excel made a time of this: {value}", value=value)
    return _Read(None, ("date", what, say("Format the cell as text and write it again.")))


def _numbered(value: float, form: str) -> _Read:
    # Excel takes no longer one, and nobody shall wait for what a longer one means.
    shown = _UNSHOWN.sub("", form) if len(form) <= _LONGEST_FORMAT else form
    if not _PLAIN_FORMAT.fullmatch(shown) or _LEADING_ZEROS.match(shown):
        what = say("the cell shows {value} otherwise, by the format {form}", value=value, form=form)
        mend = say("Format the cell as text and write what it shows.")
        return _Read(None, ("shown-otherwise", what, mend))
    return _Read(value)


def _texted(value: Any, *, struck: bool) -> _Read:
    parts = value if isinstance(value, list) else [value]
    kept = "".join(str(part) for part in parts if not _is_struck(part, whole=struck))
    whole = "".join(map(str, parts))
    if kept == whole:
        return _Read(_unescaped(whole))
    gone = "".join(str(part) for part in parts if _is_struck(part, whole=struck))
    what = say("struck-through text is left out: {text}", text=gone)
    return _Read(_unescaped(kept), None, (("struck", what, None),), struck=not kept.strip())


def _is_struck(part: Any, *, whole: bool) -> bool:
    # A run without a font of its own has that of the cell.
    return whole if isinstance(part, str) else bool(part.font.strike)


def _unescaped(text: str) -> str:
    # So Excel writes a carriage return, which XML can't hold.
    return text.replace("_x000D_", "")


def _commented(found: Found) -> tuple[Told, ...]:
    if found.comment is None:
        return ()
    text = " ".join(str(found.comment.text).split())
    short = text if len(text) <= _LONGEST_COMMENT else f"{text[: _LONGEST_COMMENT - 1]}…"
    return (("comment", say("the comment of this cell is not taken: {text}", text=short), None),)
