"""`export`: an edition in open formats."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from planversion.cli import options

if TYPE_CHECKING:
    from planversion.messages import Language
    from planversion.model import Edition


@click.command()
@click.argument("edition", metavar="EDITION")
@options.form("csv", "jsonl", "parquet", "skos", "stratml", "template")
@click.option("-o", "--output", metavar="PATH", help="Write there; csv makes a folder, or a .zip.")
@options.base
@options.config
@options.fetch
@options.lang
def export(
    edition: str,
    form: str,
    output: str | None,
    base: str | None,
    config: str | None,
    fetch: bool,
    lang: str | None,
) -> None:
    """An edition in an open format, for programs.

    csv is a Frictionless data package of several tables, jsonl a project a line, parquet typed
    columns, skos RDF in Turtle, stratml XML after ISO 17469-1.
    template is the sheet that `planversion import` reads, .xlsx or .csv by the name of -o. Only
    what planversion itself says in it has a language: the template's headings, a few words of skos
    and stratml. Keys and columns are the same in each.
    """
    from planversion.cli.completing import require_ids
    from planversion.cli.configuration import configuration
    from planversion.cli.endings import by_ending
    from planversion.cli.language import of_output
    from planversion.cli.naming import Library
    from planversion.cli.writing import refuse_overwriting

    singles = ("jsonl", "parquet", "skos", "stratml")
    form = by_ending(form, output, singles, packing="csv")
    decided = configuration(config, Path.cwd())
    library = Library(decided, fetching=fetch)
    source = library.source(edition)
    refuse_overwriting(output, *library.inputs(output), library.place(source))
    if form != "template":
        require_ids(source)
    language = of_output(lang, decided.config.language, source.edition.plan.language)
    _write_edition(source.edition, form, output, base, language)


def _write_edition(
    edition: Edition, form: str, output: str | None, base: str | None, language: Language
) -> None:
    from planversion.cli.packing import write_binary, write_package
    from planversion.cli.writing import write

    match form:
        case "csv":
            from planversion.exporting.edition_package import edition_package

            write_package(edition_package(edition), output)
        case "parquet":
            from planversion.exporting.columns import parquet

            write_binary(parquet(edition), output)
        case "template":
            _write_template(edition, output, language)
        case _:
            write(_text(edition, form, base, language), output)


def _write_template(edition: Edition, output: str | None, language: Language) -> None:
    """The template filled with the edition; what it doesn't hold is told beside it."""
    from planversion.cli.language import of_errors
    from planversion.cli.packing import write_binary
    from planversion.importing import template
    from planversion.rendering.safety import on_one_line

    form: Literal["xlsx", "csv"] = "csv" if (output or "").lower().endswith(".csv") else "xlsx"
    found = template(edition, form, language)
    for problem in found.left_out:
        click.echo(on_one_line(problem.to(of_errors())), err=True)
    write_binary(found.content, output)


def _text(edition: Edition, form: str, base: str | None, language: Language) -> str:
    match form:
        case "jsonl":
            from planversion.exporting.lines import jsonl

            return jsonl(edition)
        case "skos":
            from planversion.exporting.naming import base_of
            from planversion.exporting.skos import skos

            return skos(edition, base_of(base), language)
    from planversion.exporting.stratml import stratml

    return stratml(edition, language)
