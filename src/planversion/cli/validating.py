"""Every named edition read and checked by the rules, and everything said that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from planversion.checking import check
from planversion.cli.configuration import Configuration, configuration
from planversion.cli.language import of_errors
from planversion.cli.naming import Library
from planversion.errors import NoInputError, PlanversionError, Problem
from planversion.messages import Language, say
from planversion.rendering.safety import without_controls
from planversion.rules.findings import Finding
from planversion.yamltext import Source

_FINDINGS = 1


def validated(names: tuple[str, ...], lang: str | None, config: str | None) -> int:
    """Says what is wrong with the editions, and returns the exit code."""
    decided = configuration(config, Path.cwd())
    language = _language(lang, decided)
    library = Library(decided)
    sources, failures = _read(names or tuple(map(str, library.paths())), library)
    if not (sources or failures):
        what = say("no edition was found in {folder}", folder=decided.folder)
        raise NoInputError([Problem("no-input", what, say("Name a file."))])
    for failure in failures:
        _say(failure.lines(language))
    findings = check(sources, decided.config.levels)
    _say(finding.to(language) for finding in findings)
    _say(_summary(sources, findings, language))
    if failures:
        return max(failure.exit_code for failure in failures)
    return _FINDINGS if any(finding.level == "error" for finding in findings) else 0


def _language(lang: str | None, decided: Configuration) -> Language:
    if lang is None and decided.config.language:
        return decided.config.language
    return of_errors()


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
        edition = source.edition
        n = sum(
            finding.where is not None and finding.where.file == source.name for finding in findings
        )
        told = say(
            "valid: {name} ({plan}@{id}), findings: {n}",
            name=source.name,
            plan=edition.plan.id,
            id=edition.id,
            n=n,
        )
        yield told.to(language)


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(without_controls(line))
