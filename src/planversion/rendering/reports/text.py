"""A report for a terminal: each finding with its line and a caret under the place."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.checking import Finding, LookedAt
from planversion.errors import Location, Problem
from planversion.messages import say
from planversion.rendering.reports.excerpt import excerpt
from planversion.rendering.reports.told import LEVEL_WORDS, Told, counted, verdict
from planversion.rendering.safety import on_one_line

_COLOURS = {"error": "31;1", "warning": "33;1", "info": "36;1"}
_QUIET = "2"


def text(told: Told) -> str:
    """The report as lines: what could not be looked at, the findings, what was looked at."""
    report = told.report
    lines = [line for problem in report.problems for line in _problem(problem, told.erring)]
    lines += [line for finding in report.findings for line in _finding(finding, told)]
    lines += [_looked_at(one, told) for one in report.looked_at]
    lines += [f"{told.say(verdict(told))} {told.say(counted(told))}"]
    return "".join(f"{line}\n" for line in lines)


def _problem(problem: Problem, told: Told) -> Iterator[str]:
    head = told.say(say("could not be looked at"))
    yield _painted(head, "error", told) + f": {on_one_line(problem.to(told.language))}"


def _finding(finding: Finding, told: Told) -> Iterator[str]:
    where = finding.problem.where
    place = f"{on_one_line(where.prefix())}: " if where else ""
    level = _painted(told.say(LEVEL_WORDS[finding.level]), finding.level, told)
    yield f"{place}{level}: {on_one_line(told.told(finding))} [{finding.rule}]"
    yield from _shown(where, told)
    if finding.before:
        before = say("it stood at {place}", place=finding.before.prefix())
        yield f"  {_quiet(on_one_line(told.say(before)), told)}"
    command = f"planversion waive {finding.fingerprint} --reason …"
    accepting = say("to accept it: {command}", command=command)
    yield f"  {_quiet(told.say(accepting), told)}"


def _shown(where: Location | None, told: Told) -> Iterator[str]:
    """The line, and a caret under the place."""
    line = told.line(where)
    if line is None or where is None or where.column is None:
        return
    shown = excerpt(line, where.column)
    yield f"  | {shown.text}"
    yield f"  | {' ' * shown.cells}^"


def _looked_at(one: LookedAt, told: Told) -> str:
    found = sum(finding.edition == f"{one.plan}@{one.edition}" for finding in told.report.findings)
    read = say(
        "read: {name} ({plan}@{id}), findings: {n}",
        name=one.file,
        plan=one.plan,
        id=one.edition,
        n=found,
    )
    against = filter(None, (one.predecessor, one.base))
    held = [told.say(say("held against {names}", names=", ".join(against)))]
    both = held if one.predecessor or one.base else []
    return _quiet(on_one_line(", ".join([told.say(read), *both])), told)


def _painted(word: str, level: str, told: Told) -> str:
    return f"\x1b[{_COLOURS[level]}m{word}\x1b[0m" if told.colour else word


def _quiet(words: str, told: Told) -> str:
    return f"\x1b[{_QUIET}m{words}\x1b[0m" if told.colour else words
