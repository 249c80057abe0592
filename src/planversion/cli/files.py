"""`fmt` and `ids`: edition files brought into form, and their identities."""

from __future__ import annotations

import sys

import click

from planversion.cli import options


@click.command()
@click.argument("files", metavar="[FILE]...", nargs=-1)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
@options.lang
@options.config
def fmt(
    files: tuple[str, ...],
    check: bool,
    lang: str | None,  # noqa: ARG001 - of_errors asks for it
    config: str | None,
) -> None:
    """Bring edition files into canonical form, comments and all."""
    from planversion.cli.rewriting import formatted

    sys.exit(formatted(files, check=check, config=config))


@click.group()
def ids() -> None:
    """The permanent ids of sections and projects."""


@ids.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Say what would be written.")
@options.lang
@options.config
def mint(
    files: tuple[str, ...],
    dry_run: bool,
    lang: str | None,  # noqa: ARG001 - of_errors asks for it
    config: str | None,
) -> None:
    """Write the ids that are missing; only those lines change."""
    from planversion.cli.rewriting import minted

    sys.exit(minted(files, dry_run=dry_run, config=config))


@ids.command("check")
@click.argument("files", metavar="[FILE]...", nargs=-1)
@options.lang
@options.config
def check_ids(files: tuple[str, ...], lang: str | None, config: str | None) -> None:
    """Whether every id is well-formed, stands once, and none is missing."""
    from planversion.cli.rewriting import checked

    sys.exit(checked(files, lang=lang, config=config))
