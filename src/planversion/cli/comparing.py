"""`diff`: two editions compared, and told place by place."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from planversion.cli import options
from planversion.cli.options import Asked
from planversion.messages import say

if TYPE_CHECKING:
    from planversion.cli.editions import Answer

_CHANGED = 1


@click.command()
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything changed.")
@options.comparison("text", "markdown", "json", "html")
def diff(asked: Asked, *, exit_code: bool) -> None:
    """Every change from OLD to NEW, place by place.

    Without names, what the working tree changes; with one EDITION, what it changes there. A..B and
    A...B compare revisions, and may be followed by an EDITION.
    """
    from planversion.cli.editions import answer

    found = answer(asked)
    _tell_diff(found, asked)
    if exit_code and found.changed:
        sys.exit(_CHANGED)


def _tell_diff(found: Answer, asked: Asked) -> None:
    from planversion.cli.telling import tell

    if asked.form == "json":
        _tell_json(found, asked)
        return
    from planversion.rendering.difference import difference

    tell(found, asked, lambda one: difference(one.comparison, one.language))


def _tell_json(found: Answer, asked: Asked) -> None:
    from planversion.cli.telling import only, say_same
    from planversion.cli.writing import write

    one = only(found, say("JSON"))
    if one is None:
        say_same(found)
        return
    from planversion.interchange import write_diff
    from planversion.rendering.positions import positions

    write(write_diff(one.comparison.diff, positions(one.old, one.new)), asked.output)
