"""`map`: who is who between two editions, in open formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planversion.cli import options
from planversion.cli.options import Asked
from planversion.messages import say

if TYPE_CHECKING:
    from planversion.cli.editions import Compared
    from planversion.comparing.crosswalk import Crosswalk


@click.command()
@options.base
@options.comparison("text", "markdown", "csv", "json", "sssom", "xkos", packing="csv")
def map(asked: Asked, *, base: str | None) -> None:  # noqa: A001 - what the command is called
    """The crosswalk (対応表) of OLD and NEW: which id answers to which, both ways.

    csv is the table alone, and a Frictionless data package where -o names a folder or a .zip; xkos
    is RDF in Turtle. Names are those of `planversion diff`.
    """
    from planversion.cli.editions import answer
    from planversion.cli.telling import only, say_same, tell
    from planversion.comparing.crosswalk import crosswalk
    from planversion.rendering.crosswalk import crosswalk_page

    found = answer(asked)
    if asked.form in ("text", "markdown"):
        tell(found, asked, lambda one: crosswalk_page(crosswalk(one.comparison), one.language))
        return
    one = only(found, say("a crosswalk"))
    if one is None:
        say_same(found)
        return
    _write_map(one, crosswalk(one.comparison), asked, base)


def _write_map(one: Compared, crosswalk: Crosswalk, asked: Asked, base: str | None) -> None:
    from planversion.cli.packing import packs, write_package
    from planversion.cli.writing import write

    if asked.form == "csv" and packs(asked.output):
        from planversion.exporting.crosswalk_package import crosswalk_package

        write_package(crosswalk_package(crosswalk), asked.output)
        return
    write(_map_text(one, crosswalk, asked.form, base), asked.output)


def _map_text(one: Compared, crosswalk: Crosswalk, form: str, base: str | None) -> str:
    from planversion.exporting.naming import base_of

    match form:
        case "csv":
            from planversion.exporting.crosswalk_package import crosswalk_table
            from planversion.exporting.tables import as_csv

            return as_csv(crosswalk_table(crosswalk))
        case "json":
            from planversion.exporting.crosswalk_document import map_json

            return map_json(crosswalk)
        case "sssom":
            from planversion.exporting.sssom import sssom

            return sssom(crosswalk, base_of(base))
    from planversion.exporting.correspondences import correspondence

    return correspondence(crosswalk, one.comparison.new.plan.language, base_of(base))
