"""Help and usage errors in the reader's language: ours, and those of click."""

from __future__ import annotations

import gettext
import inspect
import os
from collections.abc import Iterator

import click

from planversion.messages import Language, Message, catalogues


def speak(group: click.Group, language: Language) -> None:
    """Makes the help of all commands, and whatever click itself says, `language`; not English."""
    # click asks the process's own catalogue, which has no Japanese unless we bring it.
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("click", catalogues())
    gettext.textdomain("click")
    for helped in _helped(group):
        if helped.help:
            helped.help = Message(inspect.cleandoc(helped.help)).template(language)


def help_texts(group: click.Group) -> list[str]:
    """Every help text, as the catalogue must have it."""
    return [inspect.cleandoc(helped.help) for helped in _helped(group) if helped.help]


def _helped(command: click.Command) -> Iterator[click.Command | click.Option]:
    yield command
    yield from (one for one in command.params if isinstance(one, click.Option))
    if isinstance(command, click.Group):
        for below in command.commands.values():
            yield from _helped(below)
