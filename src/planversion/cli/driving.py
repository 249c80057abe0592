"""What git is answered when it asks for a diff: the change in the words of the plan, or its own.

Whatever happens, git is answered: a driver that fails stops the whole `git diff` or `git log`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from planversion.cli.configuration import Configuration, configuration
from planversion.cli.inputs import bytes_of
from planversion.cli.language import of_errors, of_output
from planversion.drivers.heads import head, under, unmerged
from planversion.drivers.requests import End, Request, requested
from planversion.errors import Location, PlanversionError, Problem
from planversion.messages import Language, Message, say
from planversion.rendering.safety import on_one_line
from planversion.yamltext import Source, read_edition

if TYPE_CHECKING:
    from planversion.rendering.page import Page

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_Content = bytes | None


class _Told(NamedTuple):
    """An answer: the lines that name the file, and what is under them."""

    head: Iterable[str]
    text: bytes


def drive(arguments: tuple[str, ...]) -> NoReturn:
    """Answers git, and exits; the exit code is always 0."""
    try:
        _answer(arguments)
    except Exception as error:  # noqa: BLE001 - as below
        _complain(_defect(error))
    # Whoever reads standard error is gone, or has all of it.
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(0)


def _answer(arguments: tuple[str, ...]) -> None:
    colour = _coloured()
    if len(arguments) == 1:
        _write(_Told([unmerged(arguments[0])], b""), colour=colour)
        return
    request = requested(arguments)
    if request is None:
        problem = say("this is git's to call, with the seven arguments of a diff driver")
        _complain(Problem("usage", problem))
        return
    _write(_told(request, colour=colour), colour=colour)


def _told(request: Request, *, colour: bool) -> _Told:
    """The answer in the words of the plan, else git's own with the reason."""
    try:
        return _of_plan(request, colour=colour)
    except PlanversionError as error:
        problem = error.problems[0]
    except Exception as error:  # noqa: BLE001 - git would stop, and show nothing of any file
        problem = _defect(error)
    return _of_git(request, problem, colour=colour)


def _of_plan(request: Request, *, colour: bool) -> _Told:
    from planversion.rendering.terminal import terminal

    for end in (request.old, request.new):
        if not (end.absent or end.plain):
            what = say("this is a symbolic link or a submodule, and no edition")
            raise PlanversionError([Problem("no-file", what, None, Location(request.now))])
    old, new = _content(request.old), _content(request.new)
    lines = head(request, "planversion")
    if old == new:
        return _Told(lines, b"")
    page = _page(_source(old, request.was), _source(new, request.now))
    return _Told(lines, terminal(page, colour=colour).encode())


def _content(end: End) -> _Content:
    return None if end.absent else bytes_of(Path(end.file))


def _source(content: _Content, path: str) -> Source | None:
    return None if content is None else read_edition(content, path)


def _page(old: Source | None, new: Source | None) -> Page:
    from planversion.rendering.several import alone, nothing

    some = new or old
    assert some
    decided = configuration(None, Path.cwd())
    language = of_output(None, decided.config.language, some.edition.plan.language)
    if old is None or new is None:
        return alone(some.edition, language, gone=new is None)
    page = _compared(old, new, decided, language)
    if page is None:
        return nothing(_same(), language)
    return page


def _same() -> Message:
    return say("The file is written otherwise, and the plan says the same.")


def _compared(old: Source, new: Source, decided: Configuration, language: Language) -> Page | None:
    from planversion.cli.completing import require_ids
    from planversion.cli.folder import Folder
    from planversion.cli.ways import way
    from planversion.comparing import compare
    from planversion.rendering.difference import difference

    try:
        between = way(old.edition, new.edition, Folder(decided))
    except PlanversionError:
        # A broken neighbour is no reason to tell nothing; that the way isn't known is told.
        between = ()
    require_ids(old, new)
    comparison = compare(old.edition, new.edition, between=between)
    return difference(comparison, language) if comparison.diff.changes else None


def _of_git(request: Request, why: Problem, *, colour: bool) -> _Told:
    from planversion.repo.differences import difference

    reason = f"planversion: {on_one_line(why.to(of_errors()))}"
    files = [os.devnull if end.absent else end.file for end in (request.old, request.new)]
    try:
        found = difference(*files, colour=colour)
    except PlanversionError as error:
        _complain(error.problems[0])
        return _Told([reason, *head(request, "git")], b"")
    lines, hunks = under(request, found.out)
    return _Told([reason, *lines], hunks)


def _coloured() -> bool:
    """Whether git would colour its own diff here; a pager shows colours as a terminal does."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    if not (sys.stdout.isatty() or os.environ.get("GIT_PAGER_IN_USE")):
        return False
    from planversion.repo.differences import wants_colour

    return wants_colour()


def _write(told: _Told, *, colour: bool) -> None:
    lines = [f"{_BOLD}{line}{_PLAIN}" if colour else line for line in map(on_one_line, told.head)]
    # A page has empty lines of its own, so that a file needs one to begin with.
    first = os.environ.get("GIT_DIFF_PATH_COUNTER", "1") == "1"
    text = "".join(f"{line}\n" for line in (*([] if first else [""]), *lines))
    # Whoever looked has seen enough, and git hears of that by itself.
    with suppress(BrokenPipeError):
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + told.text)
        sys.stdout.buffer.flush()


def _defect(error: Exception) -> Problem:
    what = say("{error}: {why}", error=type(error).__name__, why=str(error))
    return Problem("defect", what, say("This is a defect of planversion."))


def _complain(problem: Problem) -> None:
    sys.stderr.write(f"planversion: {on_one_line(problem.to(of_errors()))}\n")
