"""Every named edition read and checked by the rules, and everything said that is wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

import click

from planversion.checking import Finding, Report, Review, check
from planversion.cli.configuration import Configuration, configuration
from planversion.cli.language import of_work
from planversion.cli.naming import Library
from planversion.errors import NoInputError, PlanversionError, Problem, UsageError
from planversion.messages import Language, say
from planversion.policy import Policy
from planversion.rendering.safety import on_one_line
from planversion.rules import RULE_IDS, RULES
from planversion.yamltext import Source

_EXIT_CODES = {"pass": 0, "fail": 1, "error": 2}
_ALONE = frozenset(rule.id for rule in RULES if rule.on == "edition")


def validated(
    names: tuple[str, ...],
    lang: str | None,
    config: str | None,
    *,
    only: str | None = None,
    fail_on: str = "error",
    fetching: bool = False,
) -> int:
    """Says what is wrong with the editions themselves, and returns the exit code.

    With `only`, no other rule is asked, and its findings are errors.
    """
    decided = configuration(config, Path.cwd())
    library = Library(decided, fetching=fetching)
    sources, failures = _read(names or tuple(map(str, library.paths())), library)
    if not (sources or failures):
        what = say("no edition was found in {folder}", folder=decided.folder)
        raise NoInputError([Problem("no-input", what, say("Name a file."))])
    problems = tuple(problem for failure in failures for problem in failure.problems)
    review = Review(tuple(sources), problems=problems)
    report = check(review, _policy(decided, only), today=dt.date.today())  # noqa: DTZ011
    language = of_work(lang, decided.config.language, sources)
    _print(_lines(report, language))
    return max([_EXIT_CODES[report.result(fail_on)], *(one.exit_code for one in failures)])


def _policy(decided: Configuration, only: str | None) -> Policy:
    if only is not None:
        return Policy(asked={only: "error"}, only=frozenset([only]))
    policy = Policy(decided.config, only=_ALONE)
    _refuse_unknown(policy.rules(), decided)
    return policy


def _refuse_unknown(names: Iterable[str], decided: Configuration) -> None:
    """A level for a rule that doesn't exist would be a check that nobody makes."""
    if unknown := [name for name in names if name not in RULE_IDS]:
        raise UsageError([_no_rule(name, decided) for name in unknown])


def _no_rule(name: str, decided: Configuration) -> Problem:
    close = get_close_matches(name, RULE_IDS, 1)
    mend = say("The rules are {names}.", names=", ".join(RULE_IDS))
    if close:
        mend = say("Did you mean {name}?", name=close[0])
    return Problem("config", say("{name} is no rule", name=name), mend, decided.location)


def _read(names: Iterable[str], library: Library) -> tuple[list[Source], list[PlanversionError]]:
    sources: list[Source] = []
    failures: list[PlanversionError] = []
    for name in names:
        try:
            sources.append(library.source(name))
        except PlanversionError as error:
            failures.append(error)
    return sources, failures


def _lines(report: Report, language: Language) -> Iterator[str]:
    """What couldn't be read, what was found, and a line an edition that was looked at."""
    yield from (problem.to(language) for problem in report.problems)
    yield from (finding.to(language) for finding in report.findings)
    for one in report.looked_at:
        told = say(
            "read: {name} ({plan}@{id}), findings: {n}",
            name=one.file,
            plan=one.plan,
            id=one.edition,
            n=sum(_of(finding, one.file) for finding in report.findings),
        )
        yield told.to(language)


def _of(finding: Finding, file: str) -> bool:
    where = finding.problem.where
    return where is not None and where.file == file


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(on_one_line(line))
