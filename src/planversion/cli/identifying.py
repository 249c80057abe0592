"""`link`: who is who in editions without ids, confirmed and written."""

from __future__ import annotations

import sys
from typing import Any, NamedTuple

import click

from planversion.cli import options
from planversion.cli.endings import by_ending

_FORMS = ("text", "json")


class Linked(NamedTuple):
    """What `link` is asked."""

    old: str
    new: tuple[str, ...]
    ignore_ids: bool
    accept: str | None
    worksheet: str | None
    apply: str | None
    write: bool
    form: str
    output: str | None
    lang: str | None
    config: str | None


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW [NEXT]...", nargs=-1, required=True)
@click.option("--ignore-ids", is_flag=True, help="As if no edition had any id; nothing is written.")
@click.option(
    "--accept",
    type=click.Choice(["certain", "likely"]),
    help="Ask nobody, and take these; likely includes certain.",
)
@click.option(
    "--worksheet", metavar="FILE", help="Write the open questions as a sheet: .xlsx or .csv."
)
@click.option("--apply", metavar="FILE", help="Take the answers of a sheet that was filled in.")
@click.option("--write", is_flag=True, help="Write ids, lineage and successions into the edition.")
@options.form(*_FORMS)
@options.output
@options.lang
@options.config
def link(**given: Any) -> None:
    """Find who is who in the next edition, and carry the ids into it.

    On a terminal you are asked about whatever is doubtful; what is certain isn't asked. Several
    editions are linked one after the other.
    """
    from planversion.cli.linking import linked

    given["form"] = by_ending(given["form"], given["output"], _FORMS)
    sys.exit(linked(Linked(**given)))
