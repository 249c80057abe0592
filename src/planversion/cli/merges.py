"""`merge`, git's merge driver, and `resolve`: two edits of one edition made one."""

from __future__ import annotations

import sys
from typing import Any, NamedTuple

import click

from planversion.cli import options
from planversion.cli.endings import by_ending

_FORMS = ("edition", "json")


class Merged(NamedTuple):
    """What `merge` is asked."""

    sides: tuple[str, ...]
    branch: str | None
    form: str
    output: str | None
    lang: str | None
    config: str | None


@click.command()
@click.argument("sides", metavar="[BASE OURS THEIRS]", nargs=-1)
@click.option("--branch", metavar="REF", help="Merge this branch of git into the present one.")
@options.form(*_FORMS)
@options.output
@options.lang
@options.config
def merge(**given: Any) -> None:
    """Merge two edits of an edition: project by project, field by field.

    The merged file is printed; conflicts stand in it between markers, and are told on standard
    error. Exits with 1 where there are any.
    """
    from planversion.cli.merging import merged

    given["form"] = by_ending(given["form"], given["output"], _FORMS)
    sys.exit(merged(Merged(**given)))


@click.command()
@click.argument("file", metavar="FILE")
@click.option(
    "--take",
    type=click.Choice(["ours", "theirs"]),
    help="Ask nobody, and let every conflict go this way.",
)
@options.lang
@options.config
def resolve(**given: Any) -> None:
    """Go through the conflicts of a merged file, one by one."""
    from planversion.cli.resolving import resolved

    sys.exit(resolved(**given))


@click.command("git-merge-driver", hidden=True, context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def git_merge_driver(arguments: tuple[str, ...]) -> None:
    """Merge for git: %O %A %B, and as far as git knows them %L %P %S %X %Y."""
    from planversion.cli.merge_driver import driven

    sys.exit(driven(arguments))
