"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Literal, NamedTuple, TypeVar

import click

from planversion.cli.endings import by_ending

Command = TypeVar("Command", bound=Callable[..., Any])

lang = click.option(
    "--lang", type=click.Choice(["ja", "en"]), help="Language; by default that of the plan."
)
config = click.option("--config", metavar="FILE", help="Configuration to use.")
output = click.option("-o", "--output", metavar="FILE", help="Write there.")
fetch = click.option(
    "--fetch", is_flag=True, help="Fetch what git lacks here, by the command it would take."
)
base = click.option("--base", metavar="IRI", help="What the addresses in RDF and SSSOM begin with.")
no_cache = click.option("--no-cache", is_flag=True, help="Read every file anew.")
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


_ASKED = frozenset(Asked._fields)


def comparison(
    *forms: str, packing: str | None = None, any_ending: bool = False
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command OLD and NEW and what goes with them; it takes them as one `Asked`.

    The ending of -o says the format: .zip says `packing`, and one that no format has is refused
    unless `any_ending` is taken.
    """

    def asking(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def run(**given: Any) -> None:
            own = {name: given.pop(name) for name in list(given) if name not in _ASKED}
            given["form"] = by_ending(
                given["form"], given["output"], forms, packing=packing, any_ending=any_ending
            )
            command(Asked(**given), **own)

        asked: Callable[..., None] = run
        for option in (fetch, color, form(*forms), config, output, lang):
            asked = option(asked)
        asked = click.argument("new", metavar="[NEW]", required=False)(asked)
        return click.argument("old", metavar="[OLD | A..B | A...B]", required=False)(asked)

    return asking


class Checked(NamedTuple):
    """What every command is asked that runs the rules."""

    files: tuple[str, ...] = ()
    base: str | None = None
    merge_base: bool = False
    fetch: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rule: tuple[str, ...] = ()
    today: str | None = None
    no_cache: bool = False
    lang: str | None = None
    config: str | None = None


def _checked(*own: Callable[..., Any]) -> Callable[[Callable[..., None]], Any]:
    def asking(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def run(**given: Any) -> None:
            known = {name: given.pop(name, ()) for name in Checked._fields}
            command(Checked(**known), **given)

        asked: Callable[..., None] = run
        for option in (config, lang, *_CHECKED, *own):
            asked = option(asked)
        return asked

    return asking


_CHECKED: tuple[Callable[..., Any], ...] = (
    no_cache,
    click.option("--today", metavar="DATE", help="The day on which waivers are judged."),
    click.option("--rule", metavar="RULE=LEVEL", multiple=True, help="Another level for a rule."),
    click.option("--ignore", metavar="RULE", multiple=True, help="All rules but this."),
    click.option("--select", metavar="RULE", multiple=True, help="This rule only."),
    fetch,
    click.option("--merge-base", is_flag=True, help="Compare with where both histories parted."),
    click.option("--base", metavar="REV", help="The revision that a change is held against."),
)

checked = _checked(click.argument("files", metavar="[EDITION]...", nargs=-1))
"""Gives a command editions and what goes with checking them; it takes them as one `Checked`."""

checked_all = _checked()
"""The same for a command that checks all editions."""


By = Literal["commits", "tags"]
"""What each heading of a history stands for."""


class Traced(NamedTuple):
    """What every command is asked that walks through commits."""

    fetch: bool
    no_cache: bool
    color: str
    form: str
    config: str | None
    output: str | None
    lang: str | None


def traced(*forms: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command what goes with walking through commits; it takes that as one `Traced`."""

    def asking(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def run(**given: Any) -> None:
            given["form"] = by_ending(given["form"], given["output"], forms)
            known = {name: given.pop(name) for name in Traced._fields}
            command(Traced(**known), **given)

        asked: Callable[..., None] = run
        for option in (lang, output, config, form(*forms), color, no_cache, fetch):
            asked = option(asked)
        return asked

    return asking


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
