"""The console script: commands, and what every failure becomes."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from planversion.cli.comparing import changelog, diff, table
from planversion.cli.files import fmt, ids
from planversion.cli.reading import schema, show, validate
from planversion.version import __version__

if TYPE_CHECKING:
    from planversion.errors import PlanversionError

_CRASHED = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="planversion", message="%(prog)s %(version)s")
def planversion() -> None:
    """Version public plans: who is who between editions, and what changed.

    An EDITION is a path, an edition's id (4), PLAN@EDITION, or - for standard input.
    """


for command in (changelog, diff, fmt, ids, schema, show, table, validate):
    planversion.add_command(command)


def main() -> NoReturn:
    """Run the command line and exit."""
    _start_quickly()
    _speak_utf8()
    _exit(_code())


def _code() -> int:
    try:
        planversion()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    except BrokenPipeError:
        return _CRASHED
    except Exception as error:  # noqa: BLE001 - a person at a terminal is never shown a traceback
        return _failed(error)
    return 0


def _exit(code: int) -> NoReturn:
    """Leave at once: taking a whole edition apart object by object takes longer than reading it."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        # Whoever read us has had enough; there is nobody left to tell.
        code = _CRASHED
    os._exit(code)


def _start_quickly() -> None:
    """Settings of a process of our own, that a library has no business to change."""
    # pydantic would read the metadata of every installed package in search of plugins.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Importing makes a lot of objects, and none of them is garbage.
    gc.set_threshold(100_000)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]


def _failed(error: Exception) -> int:
    from planversion.errors import PlanversionError

    if isinstance(error, PlanversionError):
        return _refused(error)
    if os.environ.get("PLANVERSION_TRACEBACK"):
        raise error
    told = f"{type(error).__name__}: {error}"
    click.echo(f"planversion: {told}", err=True)
    click.echo("This is a defect; PLANVERSION_TRACEBACK=1 shows where.", err=True)
    return _CRASHED


def _refused(error: PlanversionError) -> int:
    from planversion.cli.language import of_errors
    from planversion.rendering.safety import without_controls

    for line in error.lines(of_errors()):
        click.echo(without_controls(line), err=True)
    return error.exit_code
