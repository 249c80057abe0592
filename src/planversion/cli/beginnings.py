"""`import`: a first edition made of what an office has."""

from __future__ import annotations

import click

from planversion.cli import options


@click.command("import")
@click.argument("file", metavar="[FILE]", required=False)
@click.option(
    "--layout", metavar="LAYOUT", help="How the file is laid out, where it is no template."
)
@click.option("--dry-run", is_flag=True, help="Show what was understood; write nothing.")
@click.option(
    "--rows",
    type=click.IntRange(0),
    metavar="N",
    help="With --dry-run: the first N rows of each table, 3 if nothing is said.",
)
@click.option("--template", metavar="EMPTY", help="Write an empty template there: .xlsx or .csv.")
@click.option("--force", is_flag=True, help="Take the place of a file that is there.")
@options.output
@options.lang
def import_(
    file: str | None,
    layout: str | None,
    dry_run: bool,
    rows: int | None,
    template: str | None,
    force: bool,
    output: str | None,
    lang: str | None,
) -> None:
    """Make an edition of a workbook, a CSV file or a table of Word."""
    from planversion.cli.importing import Importing, done

    done(Importing(file, layout, dry_run, rows, template, force, output, lang))
