"""`plot`: editions compared, as a picture."""

from __future__ import annotations

import click

from planversion.cli import options

_NARROWEST, _WIDEST, _USUAL = 240, 4000, 960


@click.command()
@click.argument("editions", metavar="OLD NEW [MORE]...", nargs=-1)
@click.option(
    "--picture",
    type=click.Choice(["flow", "departments", "timeline"]),
    help="What to draw: a flow if nothing is said, a timeline of more than two editions.",
)
@click.option(
    "--level", metavar="LEVEL", help="Sections of a flow: a level's name or number, 1 for goals."
)
@click.option(
    "--width",
    type=click.IntRange(_NARROWEST, _WIDEST),
    default=_USUAL,
    show_default=True,
    help="How wide it is; a PNG has twice as many pixels.",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["svg", "png", "html"]),
    help="Format; by default that of the file named by -o, else svg.",
)
@options.output
@options.config
@options.fetch
@options.lang
def plot(
    editions: tuple[str, ...],
    picture: str | None,
    level: str | None,
    width: int,
    form: str | None,
    output: str | None,
    config: str | None,
    fetch: bool,
    lang: str | None,
) -> None:
    """A picture of what changed from OLD to NEW.

    flow shows where the placements of each goal went, departments who carries more and who fewer,
    and timeline the flow through every edition that is named, in that order. html has a table of
    the same numbers.
    """
    from planversion.cli.picturing import Plotted, plotted

    asked = Plotted(editions, picture, level, width, form, output, config, lang, fetch=fetch)
    plotted(asked)
