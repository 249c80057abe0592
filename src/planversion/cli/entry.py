"""The commands, and what every failure becomes."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from planversion.cli.commands import bring
from planversion.cli.language import of_errors
from planversion.version import __version__

if TYPE_CHECKING:
    from planversion.errors import PlanversionError
    from planversion.messages import Language

_CRASHED = 2
_INTERRUPTED = 130
"""128 and the number of the signal, as shells have it."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="planversion", message="%(prog)s %(version)s")
def planversion() -> None:
    """Version public plans: who is who between editions, and what changed.

    An EDITION is a path, an edition's id (4), PLAN@EDITION, one at a revision of git (REV:4,
    REV:path), or - for standard input.
    """


def run() -> NoReturn:
    """Do what the arguments say, and exit."""
    _speak_utf8()
    _exit(_code())


def _code() -> int:
    try:
        _refuse_silence()
        bring(planversion, sys.argv[1:])
        _speak(of_errors())
        # click's own entry would make of a reader who left the exit code of a finding.
        with planversion.make_context("planversion", sys.argv[1:]) as context:
            planversion.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except BrokenPipeError:
        return _CRASHED
    except Exception as error:  # noqa: BLE001 - a person at a terminal is never shown a traceback
        return _failed(error)
    return 0


def _speak(language: Language) -> None:
    """Help in the reader's language; English is that of the source."""
    if language != "en":
        from planversion.cli.helping import speak

        speak(planversion, language)


def _refuse_silence() -> None:
    """Whatever we say would be lost, and lost output must not look like none."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), "<stdout>")


def _exit(code: int) -> NoReturn:
    """Leave at once: taking a whole edition apart object by object takes longer than reading it."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except BrokenPipeError:
            # Whoever read us has had enough; there is nobody left to tell.
            code = _CRASHED
        except OSError as error:
            code = _failed(error)
    os._exit(code)


def _speak_utf8() -> None:
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _failed(error: Exception) -> int:
    from planversion.errors import PlanversionError

    if isinstance(error, PlanversionError):
        return _refused(error)
    if os.environ.get("PLANVERSION_TRACEBACK"):
        raise error
    if isinstance(error, OSError):
        return _refused(_unavailable(error))
    told = f"{type(error).__name__}: {error}"
    click.echo(f"planversion: {told}", err=True)
    click.echo("This is a defect; PLANVERSION_TRACEBACK=1 shows where.", err=True)
    return _CRASHED


def _unavailable(error: OSError) -> PlanversionError:
    """What the system refused, as a problem."""
    from planversion.errors import Location, Problem, UnreadableFileError
    from planversion.hindrances import hindrance
    from planversion.messages import say

    where = Location(str(error.filename)) if error.filename else None
    why, mend = hindrance(error)
    what = say("the system refuses: {why}", why=why)
    return UnreadableFileError([Problem("system", what, mend, where)])


def _refused(error: PlanversionError) -> int:
    from planversion.rendering.safety import on_one_line

    for line in error.lines(of_errors()):
        click.echo(on_one_line(line), err=True)
    return error.exit_code
