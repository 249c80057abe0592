"""A file as the text that other tools compare."""

from __future__ import annotations

from pathlib import Path

import click

from planversion.cli.inputs import STDIN, bytes_of, bytes_of_stdin
from planversion.errors import PlanversionError
from planversion.yamltext import read_edition


def converted(name: str) -> None:
    """Prints the edition of the file as plain text; what is none is printed as it is."""
    content = bytes_of_stdin() if name == STDIN else bytes_of(Path(name))
    click.echo(_converted(content, name), nl=False)


def _converted(content: bytes, name: str) -> bytes:
    from planversion.rendering.plain import plain

    try:
        source = read_edition(content, name)
    except PlanversionError:
        # Git shows what it is given: a file that is broken, or in conflict, must be seen as such.
        return content
    return plain(source.edition).encode()
