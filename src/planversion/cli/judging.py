"""`check`, `rules`, `explain`, `waive` and `baseline`: what the rules say, and what is accepted."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from planversion.cli import options
from planversion.cli.options import Checked

if TYPE_CHECKING:
    from planversion.policy import FailOn

_LEVEL = click.Choice(["error", "warning", "info", "never"])


@click.command()
@click.option(
    "-f",
    "--format",
    "forms",
    metavar="FORMAT[:FILE]",
    multiple=True,
    help="text, json, markdown, sarif, github, gitlab or junit; several with a file each.",
)
@click.option("--fail-on", type=_LEVEL, help="Exit with 1 at findings of this level.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@options.color
@options.checked
def check(
    asked: Checked, *, forms: tuple[str, ...], fail_on: FailOn | None, exit_zero: bool, color: str
) -> None:
    """What a change alters, and whether each edition accounts for the one before it."""
    from planversion.cli.checking import checked

    code = checked(asked, forms=forms or ("text",), fail_on=fail_on, color=color)
    sys.exit(0 if exit_zero and code == 1 else code)


@click.command()
@options.form("text", "json")
@options.lang
def rules(form: str, lang: str | None) -> None:  # noqa: ARG001 - of_errors asks for it
    """The rules that check asks."""
    from planversion.cli.explaining import listed

    click.echo(listed(form), nl=False)


@click.command()
@click.argument("rule", metavar="RULE")
@options.form("text", "json")
@options.lang
def explain(rule: str, form: str, lang: str | None) -> None:  # noqa: ARG001 - as above
    """Why a rule is there, with examples."""
    from planversion.cli.explaining import explained

    click.echo(explained(rule, form), nl=False)


def _accepting(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command what is written down with every accepted finding."""
    for option in (
        click.option("--until", metavar="DATE", help="The last day it counts: 2027-03-31."),
        click.option("--who", metavar="NAME", help="Who accepts it."),
        click.option("--reason", metavar="TEXT", required=True, help="Why it is accepted."),
    ):
        command = option(command)
    return command


@click.command()
@click.argument("fingerprints", metavar="FINGERPRINT...", nargs=-1, required=True)
@_accepting
@options.checked_all
def waive(
    asked: Checked,
    *,
    fingerprints: tuple[str, ...],
    reason: str,
    who: str | None,
    until: str | None,
) -> None:
    """Accept findings: a waiver is written down for each."""
    from planversion.cli.accepting import Acceptance, waived

    sys.exit(waived(asked, Acceptance(reason, who, until), fingerprints))


@click.command()
@_accepting
@options.checked_all
def baseline(asked: Checked, *, reason: str, who: str | None, until: str | None) -> None:
    """Accept every finding of today, so that only new ones count."""
    from planversion.cli.accepting import Acceptance, waived

    sys.exit(waived(asked, Acceptance(reason, who, until), None))
