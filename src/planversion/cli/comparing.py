"""`diff`, `changelog` and `table`: two editions compared, and told in three ways."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from planversion.cli import options
from planversion.cli.options import Asked

if TYPE_CHECKING:
    from planversion.cli.editions import Compared

_CHANGED = 1


@click.command()
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything changed.")
@options.comparison("text", "markdown", "json")
def diff(asked: Asked, *, exit_code: bool) -> None:
    """Every change from OLD to NEW, place by place."""
    from planversion.cli.editions import compared

    found = compared(asked)
    _tell_diff(found, asked)
    if exit_code and found.comparison.diff.changes:
        sys.exit(_CHANGED)


def _tell_diff(found: Compared, asked: Asked) -> None:
    from planversion.cli.writing import say_page, write

    if asked.form == "json":
        from planversion.interchange import write_diff
        from planversion.rendering.positions import positions

        write(write_diff(found.comparison.diff, positions(found.old, found.new)), asked.output)
        return
    from planversion.rendering.difference import difference

    page = difference(found.comparison, found.language)
    say_page(page, asked.form, asked.output, asked.color)


@click.command()
@click.option("--template", metavar="FILE", help="A Jinja2 template of your own.")
@options.comparison("markdown", "text")
def changelog(asked: Asked, *, template: str | None) -> None:
    """What changed from OLD to NEW, for citizens: goal by goal."""
    from planversion.cli.editions import compared
    from planversion.cli.writing import say_page, write

    found = compared(asked)
    if chosen := template or found.configuration.config.template:
        from planversion.rendering.templates import filled

        base = None if template else found.configuration.folder
        write(filled(chosen, base, found.comparison, found.language), asked.output)
        return
    from planversion.rendering.changelog import changelog as told

    page = told(found.comparison, found.language)
    say_page(page, asked.form, asked.output, asked.color)


@click.command()
@options.comparison("markdown", "text")
def table(asked: Asked) -> None:
    """The old/new table (新旧対照表) of OLD and NEW, row by row, with notes."""
    from planversion.cli.editions import compared
    from planversion.cli.writing import say_page
    from planversion.rendering.sheet import sheet
    from planversion.rendering.table import table as tabulated

    found = compared(asked)
    page = sheet(tabulated(found.comparison), found.language)
    say_page(page, asked.form, asked.output, asked.color)
