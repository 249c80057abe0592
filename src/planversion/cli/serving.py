"""`serve`: the site on this computer, built again whenever a file of it changes."""

from __future__ import annotations

import errno
import tempfile
import time
from pathlib import Path
from threading import Thread

import click

from planversion.cli.building import Wanted, planned, told, written
from planversion.cli.configuration import configuration
from planversion.cli.language import of_errors
from planversion.cli.naming import Library
from planversion.cli.sending import Server
from planversion.errors import PlanversionError, Problem, UsageError
from planversion.hindrances import hindrance
from planversion.messages import Message, say
from planversion.rendering.safety import on_one_line

_PAUSE = 0.5
"""Seconds between two looks at the files."""
Seen = dict[Path, tuple[int, int]]


def served(wanted: Wanted, port: int, *, opening: bool) -> None:
    """Serves the site until it is interrupted; raises a PlanversionError if it can't begin."""
    with tempfile.TemporaryDirectory(prefix="planversion-") as name:
        folder = Path(name)
        seen = _seen(wanted)
        written(planned(wanted, folder, watched=True), folder, force=True)
        server = _opened(folder, port)
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            _say(say("{address} (Ctrl-C ends it)", address=server.address))
            if opening:
                _open(server.address)
            _watch(wanted, folder, server, seen)
        finally:
            server.shutdown()
            server.server_close()


def _opened(folder: Path, port: int) -> Server:
    try:
        return Server(folder, port)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        what = say("port {port} can't be had: {why}", port=port, why=hindrance(error).why)
        mend = say("Name another with --port; with --port 0 any free one is taken.")
        raise UsageError([Problem("port", what, mend)]) from None


def _watch(wanted: Wanted, folder: Path, server: Server, seen: Seen) -> None:
    """Looks for changes for ever; what can't be read now leaves the last good site as it is."""
    known: list[str] = []
    while True:
        time.sleep(_PAUSE)
        try:
            now = _seen(wanted)
            if now == seen:
                continue
            seen, known = now, []
            laid = written(planned(wanted, folder, watched=True), folder, force=True)
        except PlanversionError as error:
            known = _complained(error, known)
            continue
        server.version += bool(laid.written or laid.removed)
        for line in told(laid, server.address):
            click.echo(on_one_line(line), err=True)


def _complained(error: PlanversionError, known: list[str]) -> list[str]:
    """Says what is wrong, once."""
    lines = error.lines(of_errors())
    if lines != known:
        for line in lines:
            click.echo(on_one_line(line), err=True)
        kept = say("Until that is mended, the site stays as it was.")
        click.echo(kept.to(of_errors()), err=True)
    return lines


def _seen(wanted: Wanted) -> Seen:
    """Every file the site is made of, and when it was changed."""
    decided = configuration(wanted.config, Path.cwd())
    paths = Library(decided).paths()
    found: Seen = {}
    for path in (*paths, *filter(None, (decided.file,))):
        try:
            status = path.stat()
        except FileNotFoundError:
            continue
        found[path] = status.st_mtime_ns, status.st_size
    return found


def _say(message: Message) -> None:
    click.echo(message.to(of_errors()))


def _open(address: str) -> None:
    import webbrowser

    webbrowser.open(address)
