"""`audit`: what a body printed of the changes, held against what was computed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from planversion.cli import options
from planversion.cli.options import Asked
from planversion.messages import say

if TYPE_CHECKING:
    from planversion.auditing import FailOn
    from planversion.cli.editions import Answer, Compared
    from planversion.rendering.audited.telling import Told

_DISAGREES = 1


@click.command()
@click.option(
    "--fail-on",
    type=click.Choice(["contradicted", "unmentioned", "any", "never"]),
    default="never",
    show_default=True,
    help="Exit with 1 at a note that is contradicted, at a change without a note, or at any.",
)
@options.comparison("text", "markdown", "json", "html")
def audit(asked: Asked, *, fail_on: FailOn) -> None:
    """The notes that NEW published, held against what changed from OLD.

    Lists the notes that are confirmed, contradicted or can't be checked, and the changes that have
    none. Names are those of `planversion diff`.
    """
    from planversion.cli.editions import Compared, answer

    found = answer(asked)
    tellings = [_told(one) for one in found.found if isinstance(one, Compared)]
    if asked.form in ("json", "html"):
        _write_one(found, tellings, asked, fail_on)
    else:
        _write_all(found, tellings, asked)
    if any(one.audit.disagrees(fail_on) for one in tellings):
        sys.exit(_DISAGREES)


def _told(of: Compared) -> Told:
    from planversion.auditing import audit
    from planversion.rendering.audited.telling import Told

    return Told(audit(of.comparison), of.old, of.new, of.language)


def _write_all(found: Answer, tellings: list[Told], asked: Asked) -> None:
    from planversion.cli.telling import tell
    from planversion.rendering.audited.page import page

    by_comparison = {id(one.audit.comparison): one for one in tellings}
    tell(found, asked, lambda one: page(by_comparison[id(one.comparison)]))


def _write_one(found: Answer, tellings: list[Told], asked: Asked, fail_on: FailOn) -> None:
    from planversion.cli.telling import only, say_same
    from planversion.cli.writing import write

    if only(found, say("JSON") if asked.form == "json" else say("HTML")) is None:
        say_same(found)
        return
    write(_written(tellings[0], asked.form, fail_on), asked.output)


def _written(told: Told, form: str, fail_on: FailOn) -> str:
    if form == "json":
        from planversion.rendering.audited.data import data

        return data(told, fail_on)
    from planversion.rendering.audited.web import html

    return html(told)
