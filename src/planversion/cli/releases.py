"""`release`: an edition adopted, and what that leaves in the repository."""

from __future__ import annotations

import sys

import click

from planversion.cli import options


@click.command()
@click.argument("edition", metavar="EDITION")
@click.option("--on", "day", metavar="DATE", help="The day of adoption; by default today.")
@click.option("--commit/--no-commit", default=True, help="Commit and tag, or write the files only.")
@click.option("--dry-run", is_flag=True, help="Show everything, and write nothing.")
@options.lang
@options.config
def release(
    edition: str,
    day: str | None,
    commit: bool,
    dry_run: bool,
    lang: str | None,
    config: str | None,
) -> None:
    """Adopt an edition: check it, write its status and its change log, commit and tag.

    What changed since the edition before stands in CHANGELOG.md beside the edition. The commit
    holds these two files and nothing else; the tag is PLAN/EDITION. Then the edition is frozen.
    """
    from planversion.cli.releasing import Wanted, released

    sys.exit(released(edition, Wanted(day, commit, dry_run, lang, config)))
