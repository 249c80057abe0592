"""Text from a plan made harmless for whoever shows it: no control and no direction characters."""

from __future__ import annotations

import json
import re
from typing import Any

from planversion.characters import escaped

# C0 and C1 controls can move a terminal's cursor or change its title; the directional ones make
# a line read otherwise than it is written (UAX #9, "Trojan Source"). A lone surrogate, as Python
# reads a file's name that is no UTF-8, can't be written at all, and U+FFFE and U+FFFF not in XML.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def without_controls(text: str) -> str:
    """The text with every such character shown as its code in hexadecimal."""
    return _CONTROLS.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def on_one_line(text: str) -> str:
    """The same, with a space for each line break."""
    return " ".join(without_controls(text).split("\n"))


def json_text(value: Any, indent: int | None = 2) -> str:
    """The value as indented JSON, such characters written as escapes: it reads back as it was.

    On one line, where `indent` is None, it is written ten times as fast.
    """
    return escaped(json.dumps(value, ensure_ascii=False, indent=indent) + "\n")


# What a spreadsheet takes at the beginning of a text for a formula, and the mark itself, so that
# taking one off always gives the text back.
_FORMULA = (*"=+-@＝＋－＠'", "\t", "\r", "\n")


def inert(cell: str) -> str:
    """A cell of CSV that no spreadsheet computes: an apostrophe before what may be a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
