"""`import` carried out: a file told or written as an edition; an empty template written."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple, NoReturn

import click

from planversion.cli.inputs import STDIN, STDIN_NAME, bytes_of, bytes_of_stdin
from planversion.cli.language import of_errors, of_output
from planversion.cli.progress import working
from planversion.cli.records import read_record
from planversion.cli.writing import refuse_overwriting, say_page, write
from planversion.errors import Location, Problem, UsageError
from planversion.importing import Imported, Layout, empty_template, imported
from planversion.messages import Language, Message, say
from planversion.patching import replace_file, text_of
from planversion.rendering.safety import on_one_line


class Importing(NamedTuple):
    """What `import` is asked."""

    file: str | None
    layout: str | None
    dry_run: bool
    rows: int | None
    template: str | None
    force: bool
    output: str | None
    lang: str | None


_ROWS = 3
"""So many rows of each table a dry run shows if nothing is said."""


def done(asked: Importing) -> None:
    """Does what is asked; raises a PlanversionError where nothing can be made of the file."""
    if asked.rows is not None and not asked.dry_run:
        _refuse(say("--rows says how much --dry-run shows"), say("Say --dry-run as well."))
    if asked.template is not None:
        _write_template(asked.template, asked)
    elif asked.file is None:
        _refuse(say("no file is named"), say("Name one, or write a template with --template."))
    else:
        _import(asked.file, asked)


def _write_template(name: str, asked: Importing) -> None:
    if asked.file is not None:
        _refuse(say("with --template nothing is imported"), None)
    _refuse_existing(name, force=asked.force)
    replace_file(Path(name), empty_template(_form(name), of_errors()))


def _form(name: str) -> Literal["xlsx", "csv"]:
    kind = Path(name).suffix.lower()
    if kind not in (".xlsx", ".csv"):
        _refuse(say("a template is a file of the kind .xlsx or .csv"), say("Name it so."), name)
    return "xlsx" if kind == ".xlsx" else "csv"


def _import(file: str, asked: Importing) -> None:
    if asked.output and not asked.dry_run:
        _refuse_existing(asked.output, force=asked.force)
    refuse_overwriting(asked.output, Path(file))
    layout = read_record(Path(asked.layout), Layout).record if asked.layout else None
    content = bytes_of_stdin() if file == STDIN else bytes_of(Path(file))
    name = STDIN_NAME if file == STDIN else file
    with working(*[] if file == STDIN else [Path(file)]):
        found = imported(content, name, layout)
    language = of_output(asked.lang, None, found.edition.plan.language)
    if asked.dry_run:
        _tell(found, language, _ROWS if asked.rows is None else asked.rows)
        return
    for remark in found.remarks:
        click.echo(on_one_line(remark.to(language)), err=True)
    write(text_of(found.edition, name), asked.output)


def _tell(found: Imported, language: Language, rows: int) -> None:
    from planversion.rendering.imported import understood

    say_page(understood(found, language, rows), "text", None)


def _refuse_existing(name: str, *, force: bool) -> None:
    if Path(name).exists() and not force:
        _refuse(say("there is a file already"), say("Take another name, or --force."), name)


def _refuse(what: Message, mend: Message | None, name: str | None = None) -> NoReturn:
    raise UsageError([Problem("usage", what, mend, Location(name) if name else None)])
