"""`site` and `serve`: a plan as pages for everybody."""

from __future__ import annotations

import click

from planversion.cli import options

_plan = click.argument("plan", metavar="[PLAN]", required=False)
_history = click.option(
    "--history", is_flag=True, help="With the commits that changed each project."
)


@click.command()
@_plan
@click.option("-o", "--output", metavar="FOLDER", required=True, help="Write there.")
@click.option("--base-url", metavar="URL", help="Where it will stand; for sitemap.xml.")
@click.option("--force", is_flag=True, help="Even into a folder with files of others.")
@_history
@options.fetch
@options.lang
@options.config
def site(
    plan: str | None,
    output: str,
    base_url: str | None,
    *,
    force: bool,
    history: bool,
    fetch: bool,
    lang: str | None,
    config: str | None,
) -> None:
    """A site of PLAN for any web server: a page for each project, edition and comparison.

    PLAN is a plan's id; the only one if none. Only what changed is written anew.
    """
    from planversion.cli.building import Wanted, built

    built(Wanted(plan, lang, config, base_url, history=history, fetch=fetch), output, force=force)


@click.command()
@_plan
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port."
)
@click.option("--no-open", is_flag=True, help="Open no browser.")
@_history
@options.fetch
@options.lang
@options.config
def serve(
    plan: str | None,
    port: int,
    *,
    no_open: bool,
    history: bool,
    fetch: bool,
    lang: str | None,
    config: str | None,
) -> None:
    """The site of PLAN in a browser on this computer, built again when a file changes."""
    from planversion.cli.building import Wanted
    from planversion.cli.serving import served

    wanted = Wanted(plan, lang, config, None, history=history, fetch=fetch)
    served(wanted, port, opening=not no_open)
