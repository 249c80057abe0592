"""`git` and `textconv`: git told to ask planversion, and a text for whatever knows texts only."""

from __future__ import annotations

import sys

import click

from planversion.cli import options
from planversion.cli.options import Command


def _where(command: Command) -> Command:
    """Gives a command the place that git is told in."""
    everywhere = click.option(
        "--global", "everywhere", is_flag=True, help="For all repositories of yours."
    )
    return everywhere(options.config(options.lang(command)))


@click.group()
def git() -> None:
    """Let git show and merge editions in the words of the plan."""


@git.command()
@_where
def install(everywhere: bool, config: str | None, lang: str | None) -> None:  # noqa: ARG001 - of_errors asks for it
    """Tell git to ask planversion about edition files."""
    from planversion.cli.installing import installed

    sys.exit(installed(everywhere=everywhere, config=config))


@git.command()
@_where
def status(everywhere: bool, config: str | None, lang: str | None) -> None:  # noqa: ARG001 - as above
    """What git was told, and what is missing; exit with 1 if anything is."""
    from planversion.cli.installing import standing

    sys.exit(standing(everywhere=everywhere, config=config))


@git.command()
@_where
def uninstall(everywhere: bool, config: str | None, lang: str | None) -> None:  # noqa: ARG001 - as above
    """Take out what install wrote, and nothing else."""
    from planversion.cli.installing import uninstalled

    sys.exit(uninstalled(everywhere=everywhere, config=config))


@click.command()
@click.argument("file", metavar="FILE")
@options.lang
def textconv(file: str, lang: str | None) -> None:  # noqa: ARG001 - as above
    """An edition as plain text, for whatever compares text only.

    A line a section and a line a project, ids at the end; what is no edition is printed as it is.
    """
    from planversion.cli.converting import converted

    converted(file)
