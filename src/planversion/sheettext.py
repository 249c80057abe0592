"""Text put into the cells of a workbook by XlsxWriter, so that it is read as the same text."""

from __future__ import annotations

import re
from typing import Any

# An escape has four digits, but LibreOffice takes fewer: `_x0_`.
_BEFORE_ESCAPE = re.compile("(?<=_)(?=x[0-9A-Fa-f]{1,4}_)")


def write_text(sheet: Any, row: int, column: int, text: str, style: Any) -> None:
    """A text in one style: never a formula, an address, markup or an escape."""
    pieces = unescaped(text)
    if len(pieces) == 1 and text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter takes it for runs that it wrote itself; told in two pieces it doesn't.
        pieces = [text[:1], text[1:]]
    if len(pieces) == 1:
        sheet.write_string(row, column, text, style)
    else:
        runs = (part for piece in pieces for part in (style, piece))
        sheet.write_rich_string(row, column, *runs, style)


def unescaped(text: str) -> list[str]:
    """The text in pieces for runs, none of which looks like an escape: `_x0041_`.

    XlsxWriter masks such text once in each cell, but twice in runs, and a reader unmasks it once.
    """
    return _BEFORE_ESCAPE.split(text)
