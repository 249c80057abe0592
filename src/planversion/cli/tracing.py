"""`log`, `blame`, `history` and `at`: a plan through the commits of its repository, and in time."""

from __future__ import annotations

import click

from planversion.cli import options
from planversion.cli.endings import by_ending
from planversion.cli.options import By, Traced

_FORMS = ("text", "markdown", "json")

_rev = click.option(
    "--rev", metavar="REV", default="HEAD", help="The revision to look back from; HEAD if none."
)


@click.command()
@click.argument("project", metavar="PROJECT")
@_rev
@options.traced("text", "markdown", "json", "svg", "html")
def log(asked: Traced, *, project: str, rev: str) -> None:
    """What happened to a project through every edition and commit.

    PROJECT is the id of a project or section, or its name. It is followed through renamed files,
    moves, splits and mergers. svg and html draw it as a timeline.
    """
    from planversion.cli.following import logged

    logged(project, rev, asked)


@click.command()
@click.argument("edition", metavar="EDITION")
@click.argument("project", metavar="[PROJECT]", required=False)
@click.option("--across", is_flag=True, help="Go on into the editions that it follows.")
@_rev
@options.traced("text", "markdown", "json")
def blame(asked: Traced, *, edition: str, project: str | None, rev: str, across: bool) -> None:
    """Which commit last changed each field of each project of EDITION.

    With the id or name of a PROJECT or section, of that one only.
    """
    from planversion.cli.blaming import blamed

    blamed(edition, project, rev, asked, across=across)


@click.command()
@click.argument("edition", metavar="EDITION")
@click.option("--between", metavar="A..B", help="Only commits that B has and A doesn't.")
@click.option(
    "--by",
    type=click.Choice(["commits", "tags"]),
    default="commits",
    show_default=True,
    help="What each heading stands for.",
)
@options.traced("text", "markdown", "json")
def history(asked: Traced, *, edition: str, between: str | None, by: By) -> None:
    """The change log of EDITION's file: what each commit changed, or each tag."""
    from planversion.cli.recording import recorded

    recorded(edition, between, by, asked)


@click.command(name="at")
@click.argument("day", metavar="DATE")
@click.option("--plan", metavar="PLAN", help="This plan only.")
@click.option("--rev", metavar="REV", help="Editions at this revision, not in the working folder.")
@options.lang
@options.output
@options.config
@options.form(*_FORMS)
@options.color
@options.fetch
def at(
    day: str,
    plan: str | None,
    rev: str | None,
    lang: str | None,
    output: str | None,
    config: str | None,
    form: str,
    color: str,
    fetch: bool,
) -> None:
    """Which edition of each plan is in force on DATE (2026-04-01).

    Only adopted editions are; each until the next one is.
    """
    from planversion.cli.dating import dated

    form = by_ending(form, output, _FORMS)
    asked = Traced(
        fetch, no_cache=True, color=color, form=form, config=config, output=output, lang=lang
    )
    dated(day, plan, rev, asked)
