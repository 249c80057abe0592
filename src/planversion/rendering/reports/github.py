"""A report as workflow commands: GitHub shows them beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planversion.checking import Finding
from planversion.errors import Location, Problem
from planversion.rendering.reports.places import path_of, stands_here
from planversion.rendering.reports.told import Told, counted, more, verdict
from planversion.rendering.safety import without_controls

AT_MOST = 10
"""Annotations of one kind that GitHub keeps of a step; of more it shows the first, silently."""

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


class _Note(NamedTuple):
    """An annotation before it is escaped."""

    command: str
    where: Location | None
    title: str
    text: str


def github(told: Told) -> str:
    """A command a finding, the worst nine of a kind and how many more; then the verdict."""
    notes = [_problem(one, told.erring) for one in told.report.problems]
    notes += [_finding(one, told) for one in told.report.findings]
    lines = [
        _command(note)
        for command in _COMMANDS.values()
        for note in _capped(command, [one for one in notes if one.command == command], told)
    ]
    last = f"{told.say(verdict(told))} {told.say(counted(told))}"
    return "".join(f"{line}\n" for line in (*lines, _data(last)))


def _capped(command: str, notes: Sequence[_Note], told: Told) -> Iterator[_Note]:
    if len(notes) <= AT_MOST:
        yield from notes
        return
    yield from notes[: AT_MOST - 1]
    yield _Note(command, None, "planversion", told.say(more(len(notes) - AT_MOST + 1)))


def _problem(problem: Problem, told: Told) -> _Note:
    words = told.in_words(problem.where, problem.what, problem.mend)
    return _note("error", problem.where, problem.code, words)


def _finding(finding: Finding, told: Told) -> _Note:
    return _note(finding.level, finding.problem.where, finding.rule, told.told(finding))


def _note(level: str, where: Location | None, title: str, words: str) -> _Note:
    # What has no line, or stands at a revision, can't be shown beside one: it is named instead.
    if where is None or (where.line and stands_here(where)):
        return _Note(_COMMANDS[level], where, title, words)
    return _Note(_COMMANDS[level], None, title, f"{where.prefix()}: {words}")


def _command(note: _Note) -> str:
    where = note.where
    places = {"file": path_of(where), "line": where.line, "col": where.column} if where else {}
    properties = {**places, "title": note.title}
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value)
    return f"::{note.command} {told}::{_data(note.text)}"


def _data(text: str) -> str:
    """The text as the runner reads it back: on one line, it can't begin a command of its own."""
    lines = without_controls(text.replace("\r\n", "\n").replace("\r", "\n"))
    return lines.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
