"""Every named edition read and checked by the rules, and everything said that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from planversion.checking import Finding, Report, Review, check
from planversion.cli.checking import EXIT_CODES, day
from planversion.cli.configuration import Configuration, configuration
from planversion.cli.language import of_work
from planversion.cli.naming import Library
from planversion.cli.policies import Wanted, policy
from planversion.cli.reviewing import pattern_paths, read
from planversion.errors import NoInputError, Problem
from planversion.messages import Language, say
from planversion.policy import Policy
from planversion.rendering.safety import on_one_line
from planversion.rules import RULES

_ALONE = tuple(rule.id for rule in RULES if rule.on == "edition")


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
    looked_at = read(names or map(str, library.paths()), library)
    if not (looked_at.sources or looked_at.problems):
        what = say("no edition was found in {folder}", folder=decided.folder)
        raise NoInputError([Problem("no-input", what, say("Name a file."))])
    sources, rests = looked_at.sources, looked_at.rests
    every = (*sources, *(rest.source for rest in rests))
    paths = pattern_paths(every, library, decided)
    review = Review(sources, rests=rests, problems=looked_at.problems, paths=paths)
    report = check(review, _policy(decided, only), today=day(None))
    language = of_work(lang, decided.config.language, looked_at.sources)
    _print(problem.to(of_work(lang, decided.config.language, ())) for problem in report.problems)
    _print(_lines(report, language))
    return max(EXIT_CODES[report.result(fail_on)], looked_at.exit_code)


def _policy(decided: Configuration, only: str | None) -> Policy:
    if only is not None:
        return Policy(asked={only: "error"}, only=frozenset([only]))
    return policy(decided, Wanted(select=_ALONE))


def _lines(report: Report, language: Language) -> Iterator[str]:
    """What was found, and a line an edition that was looked at."""
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
