"""Text put into the cells of a workbook: never a formula, an address or markup."""

from __future__ import annotations

from typing import Any

from planversion.errors import Problem, UsageError
from planversion.messages import say
from planversion.rendering.office.fragments import Fragment, plain
from planversion.rendering.office.styles import Styles
from planversion.sheettext import unescaped, write_text

LONGEST = 32_767
"""How many units of UTF-16 a cell of Excel holds."""


def write(sheet: Any, row: int, column: int, text: str, style: Any) -> None:
    """A text in one style; raises UsageError where it is longer than a cell can hold."""
    _refuse_what_is_longer(text)
    if text:
        write_text(sheet, row, column, text, style)
    else:
        sheet.write_blank(row, column, None, style)


def write_marked(sheet: Any, row: int, column: int, text: tuple[Fragment, ...], of: Styles) -> None:
    """A text of which some is underlined."""
    if len(text) < 2:  # noqa: PLR2004 - a rich text has at least two pieces
        how = text[0].underline if text else "none"
        write(sheet, row, column, plain(text), of.cell(how))
        return
    _refuse_what_is_longer(plain(text))
    runs = ((of.run(one.underline), piece) for one in text for piece in unescaped(one.text))
    sheet.write_rich_string(row, column, *(part for run in runs for part in run), of.cell())


def _refuse_what_is_longer(text: str) -> None:
    length = len(text.encode("utf-16-le")) // 2
    if length > LONGEST:
        what = say(
            "a cell would have {n} characters, and Excel holds {most}: {text}…",
            n=length,
            most=LONGEST,
            text=text[:40],
        )
        mend = say("Write CSV or a document for Word: -f csv, -f docx.")
        raise UsageError([Problem("too-long", what, mend)])
