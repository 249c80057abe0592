"""`diff`, `changelog` and `table`: two editions compared, and told in three ways."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from planversion.cli import options

if TYPE_CHECKING:
    from planversion.cli.editions import Compared

_CHANGED = 1


@click.command()
@options.comparison
@options.form("text", "markdown", "json")
@options.color
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything changed.")
def diff(
    old: str,
    new: str,
    lang: str | None,
    output: str | None,
    config: str | None,
    form: str,
    color: str,
    exit_code: bool,
) -> None:
    """Every change from OLD to NEW, place by place."""
    from planversion.cli.editions import compared

    found = compared(old, new, lang, config, output)
    _tell_diff(found, form, output, color)
    if exit_code and found.comparison.diff.changes:
        sys.exit(_CHANGED)


def _tell_diff(found: Compared, form: str, output: str | None, color: str) -> None:
    from planversion.cli.writing import say_page, write

    if form == "json":
        from planversion.interchange import write_diff
        from planversion.rendering.positions import positions

        write(write_diff(found.comparison.diff, positions(found.old, found.new)), output)
        return
    from planversion.rendering.difference import difference

    say_page(difference(found.comparison, found.language), form, output, color)


@click.command()
@options.comparison
@options.form("markdown", "text")
@options.color
@click.option("--template", metavar="FILE", help="A Jinja2 template of your own.")
def changelog(
    old: str,
    new: str,
    lang: str | None,
    output: str | None,
    config: str | None,
    form: str,
    color: str,
    template: str | None,
) -> None:
    """What changed from OLD to NEW, for citizens: goal by goal."""
    from planversion.cli.editions import compared
    from planversion.cli.writing import say_page, write

    found = compared(old, new, lang, config, output)
    if chosen := template or found.configuration.config.template:
        from planversion.rendering.templates import filled

        base = None if template else found.configuration.folder
        write(filled(chosen, base, found.comparison, found.language), output)
        return
    from planversion.rendering.changelog import changelog as page

    say_page(page(found.comparison, found.language), form, output, color)


@click.command()
@options.comparison
@options.form("markdown", "text")
@options.color
def table(
    old: str,
    new: str,
    lang: str | None,
    output: str | None,
    config: str | None,
    form: str,
    color: str,
) -> None:
    """The old/new table (新旧対照表) of OLD and NEW, row by row, with notes."""
    from planversion.cli.editions import compared
    from planversion.cli.writing import say_page
    from planversion.rendering.sheet import sheet
    from planversion.rendering.table import table as tabulated

    found = compared(old, new, lang, config, output)
    say_page(sheet(tabulated(found.comparison), found.language), form, output, color)
