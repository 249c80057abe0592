"""`show`, `validate` and `schema`: one edition, and what a file may say."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from planversion.cli import options
from planversion.cli.endings import by_ending
from planversion.documents import DOCUMENTS, Of

_FORMS = ("text", "markdown", "html")


@click.command()
@click.argument("edition", metavar="EDITION")
@options.lang
@options.output
@options.config
@options.form(*_FORMS)
@options.color
@options.fetch
@click.option("--projects", is_flag=True, help="List every project.")
def show(
    edition: str,
    lang: str | None,
    output: str | None,
    config: str | None,
    form: str,
    color: str,
    fetch: bool,
    projects: bool,
) -> None:
    """The outline of an edition, with counts."""
    form = by_ending(form, output, _FORMS)
    from planversion.cli.configuration import configuration
    from planversion.cli.language import of_output
    from planversion.cli.naming import Library
    from planversion.cli.writing import refuse_overwriting, say_page
    from planversion.rendering.overview import overview

    decided = configuration(config, Path.cwd())
    library = Library(decided, fetching=fetch)
    source = library.source(edition)
    refuse_overwriting(output, library.place(source))
    found = source.edition
    language = of_output(lang, decided.config.language, found.plan.language)
    say_page(overview(found, language, listed=projects), form, output, color, language)


@click.command()
@click.argument("files", metavar="[EDITION]...", nargs=-1)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 at findings of this level.",
)
@options.lang
@options.config
@options.fetch
def validate(
    files: tuple[str, ...], fail_on: str, lang: str | None, config: str | None, fetch: bool
) -> None:
    """Check edition files; all of the repository where none is named."""
    from planversion.cli.validating import validated

    sys.exit(validated(files, lang, config, fail_on=fail_on, fetching=fetch))


@click.command()
@click.argument("of", type=click.Choice(DOCUMENTS))
@click.option(
    "--dialect",
    type=click.Choice(["2020-12", "draft-07"]),
    default="2020-12",
    show_default=True,
    help="2020-12 for validators, draft-07 for editors.",
)
@options.output
def schema(of: Of, dialect: str, output: str | None) -> None:
    """The JSON Schema of a file, or of what a command writes as JSON."""
    from planversion.cli.writing import write
    from planversion.schemas import schema_of

    found = schema_of(of, dialect)  # type: ignore[arg-type]
    write(json.dumps(found, ensure_ascii=False, indent=2) + "\n", output)
