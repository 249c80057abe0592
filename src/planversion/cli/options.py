"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

lang = click.option(
    "--lang", type=click.Choice(["ja", "en"]), help="Language; by default that of the plan."
)
config = click.option("--config", metavar="FILE", help="Configuration to use.")
output = click.option("-o", "--output", metavar="FILE", help="Write there.")
color = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour; auto is on at a terminal.",
)


def comparison(command: Command) -> Command:
    """What every command takes that compares two editions."""
    for option in (config, output, lang):
        command = option(command)
    command = click.argument("new", metavar="NEW")(command)
    return click.argument("old", metavar="OLD")(command)


def form(*choices: str) -> Callable[[Command], Command]:
    """`-f`, with the first choice as the default."""
    return click.option(
        "-f",
        "--format",
        "form",
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        help="Format.",
    )
