"""How the cells of a workbook look."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from planversion.rendering.office.fragments import FONT, Underline

BODY, HEADING, TITLE = 9, 10, 14
"""Sizes of text in points."""
_SHADES = {"header": "#D9D9D9", "goal": "#EDEDED"}
_UNDERLINES = {"single": 1, "double": 2}
# Where the font isn't there, a spreadsheet takes another of this family that has these characters.
_FONT = {"font_name": FONT, "font_family": 3, "font_charset": 128, "font_scheme": ""}


class Styles:
    """The formats of one workbook; each is made when it is used first."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._cells: dict[Underline, Any] = {}
        self._runs: dict[Underline, Any] = {}

    def _made(self, **wanted: Any) -> Any:
        return self._book.add_format({**_FONT, "font_size": BODY, "valign": "top", **wanted})

    @cached_property
    def title(self) -> Any:
        """The title of the sheet."""
        return self._made(font_size=TITLE, bold=True, valign="vcenter", text_wrap=True)

    @cached_property
    def heading(self) -> Any:
        """A heading outside the table."""
        return self._made(font_size=HEADING, bold=True, text_wrap=True)

    @cached_property
    def remark(self) -> Any:
        """A line of text across the sheet."""
        return self._made(text_wrap=True)

    @cached_property
    def header(self) -> Any:
        """The title of a column."""
        look = {"bold": True, "border": 1, "align": "center", "valign": "vcenter"}
        return self._made(text_wrap=True, bg_color=_SHADES["header"], **look)

    @cached_property
    def goal(self) -> Any:
        """A heading of the first level."""
        look = {"bold": True, "border": 1, "valign": "vcenter", "text_wrap": True}
        return self._made(font_size=HEADING, bg_color=_SHADES["goal"], **look)

    @cached_property
    def direction(self) -> Any:
        """A heading below it."""
        return self._made(bold=True, border=1, valign="vcenter", text_wrap=True)

    @cached_property
    def number(self) -> Any:
        """A number."""
        return self._made(border=1, num_format="0")

    @cached_property
    def difference(self) -> Any:
        """A number with its sign."""
        return self._made(border=1, num_format="+0;-0;0")

    @cached_property
    def flat(self) -> Any:
        """A cell for machines."""
        return self._made(valign="top")

    @cached_property
    def flat_header(self) -> Any:
        """The name of a column for machines."""
        return self._made(bold=True)

    def cell(self, underline: Underline = "none") -> Any:
        """A cell of the table, all of its text underlined alike."""
        return self._once(self._cells, underline, border=1, text_wrap=True)

    def run(self, underline: Underline) -> Any:
        """A part of a cell's text."""
        return self._once(self._runs, underline)

    def _once(self, known: dict[Underline, Any], underline: Underline, **wanted: Any) -> Any:
        if underline not in known:
            how = {"underline": _UNDERLINES[underline]} if underline in _UNDERLINES else {}
            known[underline] = self._made(**wanted, **how)
        return known[underline]
