"""`merge` by hand: three editions in, one file out; or a branch merged by git with our driver."""

from __future__ import annotations

from pathlib import Path

import click

from planversion.cli.branching import merged_branch
from planversion.cli.configuration import configuration
from planversion.cli.language import of_work
from planversion.cli.merges import Merged
from planversion.cli.naming import Library
from planversion.cli.writing import write
from planversion.errors import Problem, UnmergeableError, UsageError
from planversion.merging import merge
from planversion.messages import Language, say
from planversion.rendering.merge_document import document
from planversion.rendering.merged import told, with_markers
from planversion.rendering.safety import on_one_line
from planversion.repo import Texts, merged_by_lines
from planversion.yamltext import Source

_CLEAN, _CONFLICTS = 0, 1


def merged(asked: Merged) -> int:
    """Merges what was named; returns the exit code."""
    if asked.branch is not None and not asked.sides:
        return merged_branch(asked.branch, asked.config)
    if len(asked.sides) != 3 or asked.branch is not None:  # noqa: PLR2004 - base, ours, theirs
        what = say("a merge needs three editions, or a branch")
        raise UsageError([Problem("usage", what, say("Name BASE OURS THEIRS, or --branch REF."))])
    decided = configuration(asked.config, Path.cwd())
    library = Library(decided)
    base, ours, theirs = (library.source(name) for name in asked.sides)
    language = of_work(asked.lang, decided.config.language, [ours])
    try:
        found = merge(base, ours, theirs)
    except UnmergeableError as error:
        if asked.form == "json":
            raise
        return _by_lines((base, ours, theirs), error, language, asked)
    if asked.form == "json":
        write(document(found, language), asked.output)
    else:
        write(with_markers(found, language, names=_names(asked.sides)), asked.output)
    for conflict in found.conflicts:
        click.echo(told(conflict, language), err=True)
    return _CONFLICTS if found.conflicts else _CLEAN


def _names(sides: tuple[str, ...]) -> tuple[str, str, str]:
    base, ours, theirs = sides
    return base, ours, theirs


def _by_lines(
    sources: tuple[Source, Source, Source], why: UnmergeableError, language: Language, asked: Merged
) -> int:
    for line in why.lines(language):
        click.echo(on_one_line(line), err=True)
    said = say("{path}: merged line by line, as git does it", path=sources[1].name)
    click.echo(on_one_line(said.to(language)), err=True)
    found = merged_by_lines(
        Texts(*(source.text.encode() for source in sources)), _names(asked.sides)
    )
    write(found.content.decode(), asked.output)
    return _CONFLICTS if found.conflicts else _CLEAN
