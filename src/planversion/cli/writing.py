"""What a command has to say, written where it was asked for."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from planversion.errors import Location, Problem, RefusedWriteError, UsageError
from planversion.hindrances import unwritable
from planversion.messages import Language, say
from planversion.rendering.page import Page


def say_page(
    page: Page,
    form: str,
    output: str | None,
    color: str = "never",
    language: Language | None = None,
) -> None:
    """The page as text or Markdown; as HTML where its language is said."""
    if form == "html":
        from planversion.rendering.web.pages import html

        assert language
        write(html(page, language), output)
        return
    if form == "markdown":
        from planversion.rendering.markdown import markdown

        write(markdown(page), output)
        return
    from planversion.rendering.terminal import terminal

    write(terminal(page, colour=_coloured(color, output), width=_width(output)), output)


def write(text: str, output: str | None) -> None:
    """The text to a file, as a whole or not at all, or to standard output."""
    if output is None or output == "-":
        click.echo(text, nl=False, color=True)
    else:
        _to_file(text.encode(), Path(output))


def write_bytes(content: bytes, output: str | None) -> None:
    """The bytes to a file, as a whole or not at all, or to standard output as they are."""
    if output is None or output == "-":
        click.echo(content, nl=False)
    else:
        _to_file(content, Path(output))


def _to_file(content: bytes, path: Path) -> None:
    if path.exists() and not path.is_file():
        # A pipe or a device takes what comes, and can't be replaced.
        _to_device(content, path)
        return
    from planversion.patching import replace_file

    replace_file(path, content)


def _to_device(content: bytes, path: Path) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise RefusedWriteError([unwritable(error, str(path))]) from None


def refuse_overwriting(output: str | None, *places: Path) -> None:
    """Raises UsageError where the output would take the place of a file that is read here."""
    for place in places:
        if output and Path(output).exists() and place.exists():
            if not Path(output).samefile(place):
                continue
            what = say("the output would take the place of a file that is read")
            where = Location(output)
            raise UsageError([Problem("output", what, say("Name another file."), where)])


def _width(output: str | None) -> int | None:
    """How wide the terminal is; a file or a pipe has room for all."""
    shown = output in (None, "-") and sys.stdout.isatty()
    return shutil.get_terminal_size().columns if shown else None


def _coloured(color: str, output: str | None) -> bool:
    if color != "auto":
        return color == "always"
    return output is None and not os.environ.get("NO_COLOR") and sys.stdout.isatty()
