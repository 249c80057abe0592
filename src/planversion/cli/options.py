"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

lang = click.option(
    "--lang", type=click.Choice(["ja", "en"]), help="Language; by default that of the plan."
)
config = click.option("--config", metavar="FILE", help="Configuration to use.")
output = click.option("-o", "--output", metavar="FILE", help="Write there.")
fetch = click.option(
    "--fetch", is_flag=True, help="Fetch what git lacks here, by the command it would take."
)
color = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour; auto is on at a terminal.",
)


class Asked(NamedTuple):
    """What every command is asked that compares two editions."""

    old: str | None
    new: str | None
    lang: str | None
    output: str | None
    config: str | None
    form: str
    color: str
    fetch: bool


def comparison(*forms: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command OLD and NEW and what goes with them; it takes them as one `Asked`."""

    def asking(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def run(**given: Any) -> None:
            own = {name: given.pop(name) for name in list(given) if name not in _ASKED}
            command(Asked(**given), **own)

        asked: Callable[..., None] = run
        for option in (fetch, color, form(*forms), config, output, lang):
            asked = option(asked)
        asked = click.argument("new", metavar="[NEW]", required=False)(asked)
        return click.argument("old", metavar="[OLD | A..B | A...B]", required=False)(asked)

    return asking


_ASKED = frozenset(Asked._fields)


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
