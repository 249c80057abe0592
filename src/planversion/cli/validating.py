"""Every named edition read and checked by the rules, and everything said that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

import click

from planversion.checking import check
from planversion.cli.configuration import Configuration, configuration
from planversion.cli.language import of_work
from planversion.cli.naming import Library
from planversion.errors import NoInputError, PlanversionError, Problem, UsageError
from planversion.messages import Language, say
from planversion.policy import Level
from planversion.rendering.safety import on_one_line
from planversion.rules import RULE_IDS
from planversion.rules.findings import LEVELS, Finding
from planversion.yamltext import Source

_FINDINGS = 1


def validated(
    names: tuple[str, ...],
    lang: str | None,
    config: str | None,
    *,
    only: str | None = None,
    fail_on: str = "error",
    fetching: bool = False,
) -> int:
    """Says what is wrong with the editions, and returns the exit code.

    With `only`, no other rule is asked, and its findings are errors.
    """
    decided = configuration(config, Path.cwd())
    library = Library(decided, fetching=fetching)
    sources, failures = _read(names or tuple(map(str, library.paths())), library)
    if not (sources or failures):
        what = say("no edition was found in {folder}", folder=decided.folder)
        raise NoInputError([Problem("no-input", what, say("Name a file."))])
    findings = check(sources, _levels(decided, only))
    language = of_work(lang, decided.config.language, sources)
    for failure in failures:
        _print(failure.lines(language))
    _print(finding.to(language) for finding in findings)
    _print(_summary(sources, findings, language))
    return _exit_code(failures, findings, fail_on)


def _levels(decided: Configuration, only: str | None) -> Mapping[str, Level]:
    if only is None:
        _refuse_unknown(decided)
        return decided.config.levels
    return {rule: "error" if rule == only else "off" for rule in RULE_IDS}


def _refuse_unknown(decided: Configuration) -> None:
    """A level for a rule that doesn't exist would be a check that nobody makes."""
    known = list(RULE_IDS)
    unknown = [name for name in decided.config.levels if name not in known]
    if unknown:
        raise UsageError([_no_rule(name, known, decided) for name in unknown])


def _no_rule(name: str, known: list[str], decided: Configuration) -> Problem:
    close = get_close_matches(name, known, 1)
    mend = say("The rules are {names}.", names=", ".join(known))
    if close:
        mend = say("Did you mean {name}?", name=close[0])
    return Problem("config", say("{name} is no rule", name=name), mend, decided.location)


def _exit_code(
    failures: list[PlanversionError], findings: tuple[Finding, ...], fail_on: str
) -> int:
    if failures:
        return max(failure.exit_code for failure in failures)
    # From the worst down to the level asked for; nothing is at "never".
    failing = LEVELS[: LEVELS.index(fail_on) + 1] if fail_on in LEVELS else ()
    return _FINDINGS if any(finding.level in failing for finding in findings) else 0


def _read(names: Iterable[str], library: Library) -> tuple[list[Source], list[PlanversionError]]:
    sources: list[Source] = []
    failures: list[PlanversionError] = []
    for name in names:
        try:
            sources.append(library.source(name))
        except PlanversionError as error:
            failures.append(error)
    return sources, failures


def _summary(
    sources: list[Source], findings: tuple[Finding, ...], language: Language
) -> Iterator[str]:
    """A line an edition that was read: what it is, and how many findings it has."""
    for source in sources:
        told = say(
            "read: {name} ({plan}@{id}), findings: {n}",
            name=source.name,
            plan=source.edition.plan.id,
            id=source.edition.id,
            n=sum(_of(finding, source) for finding in findings),
        )
        yield told.to(language)


def _of(finding: Finding, source: Source) -> bool:
    where = finding.problem.where
    return where is not None and where.file == source.name


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(on_one_line(line))
