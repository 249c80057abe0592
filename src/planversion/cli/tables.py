"""`table`: the old/new table (新旧対照表) of two editions, in a layout and a format."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from planversion.cli import options
from planversion.cli.options import Asked
from planversion.messages import Message, say

if TYPE_CHECKING:
    from planversion.cli.editions import Answer, Compared
    from planversion.comparing import Comparison
    from planversion.messages import Language
    from planversion.policy import TableLayout

_FORMATS = ("markdown", "text", "html", "csv", "xlsx", "docx")
_FILES: dict[str, Message] = {
    "html": say("a page"),
    "csv": say("CSV"),
    "xlsx": say("a workbook"),
    "docx": say("a document for Word"),
}
"""Formats that hold one comparison, and are written as bytes."""
_BINARY = ("xlsx", "docx")


@click.command()
@click.option("--layout", metavar="NAME", help="A layout: a preset, or one of the configuration.")
@click.option("--paper", type=click.Choice(["a4", "a3"]), help="Paper to print it on.")
@options.comparison(*_FORMATS)
def table(asked: Asked, *, layout: str | None, paper: str | None) -> None:
    """The old/new table (新旧対照表) of OLD and NEW, row by row, with notes.

    Names are those of `planversion diff`. Without -f, the file of -o says the format: .html,
    .xlsx, .docx, .csv.
    """
    _refuse_showing(asked)
    from planversion.cli.editions import answer

    found = answer(asked)
    chosen = _layout(found, layout, paper)
    if asked.form in _FILES:
        _write_file(found, asked, chosen)
    else:
        _tell(found, asked, chosen)


def _refuse_showing(asked: Asked) -> None:
    """Raises UsageError where a file that no terminal can show would go to one."""
    shown = asked.output is None or (asked.output == "-" and sys.stdout.isatty())
    if asked.form in _BINARY and shown:
        from planversion.errors import Problem, UsageError

        what = say("{form} is a file, and can't be shown here", form=asked.form)
        mend = say("Name a file: -o table.{form}", form=asked.form)
        raise UsageError([Problem("usage", what, mend)])


def _layout(found: Answer, name: str | None, paper: str | None) -> TableLayout:
    from planversion.rendering.laying import layout

    chosen = layout(found.language, name, found.configuration.config.tables)
    return chosen.model_copy(update={"paper": paper}) if paper else chosen


def _tell(found: Answer, asked: Asked, layout: TableLayout) -> None:
    from planversion.cli.telling import tell
    from planversion.rendering.sheet import sheet
    from planversion.rendering.tabulating import table

    tell(found, asked, lambda one: sheet(table(one.comparison), one.language, layout))


def _write_file(found: Answer, asked: Asked, layout: TableLayout) -> None:
    from planversion.cli.telling import only, say_same
    from planversion.cli.writing import write_bytes

    one = only(found, _FILES[asked.form])
    if one is None:
        say_same(found)
        return
    write_bytes(_content(one, asked.form, layout), asked.output)


def _content(one: Compared, form: str, layout: TableLayout) -> bytes:
    from planversion.rendering.tabulating import table

    of, diff = table(one.comparison), one.comparison.diff
    if form == "html":
        return page(one.comparison, layout, one.language).encode()
    if form == "csv":
        from planversion.rendering.flat import csv

        return csv(of, one.language)
    if form == "xlsx":
        from planversion.rendering.office.workbook import workbook

        return workbook(of, diff, layout, one.language)
    from planversion.rendering.office.document import document

    return document(of, layout, one.language)


def page(comparison: Comparison, layout: TableLayout, language: Language, above: str = "") -> str:
    """The table as a page for a browser, with pictures above it; `above` is HTML."""
    from planversion.rendering.pictures.drawn import drawn_balances, drawn_flow
    from planversion.rendering.tabulating import table
    from planversion.rendering.web.tabled.page import html

    flow = drawn_flow(comparison, depth=0, language=language)
    pictures = flow, drawn_balances(comparison, language)
    return html(table(comparison), layout, language, pictures, above)
