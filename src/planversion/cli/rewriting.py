"""Edition files rewritten: canonical form, missing ids; and ids checked."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from planversion.cli.configuration import configuration
from planversion.cli.naming import STDIN, Library, bytes_of
from planversion.cli.validating import said, validated
from planversion.errors import NoInputError, Problem
from planversion.messages import say
from planversion.patching import canonical, encoded, mint, replace_file
from planversion.rendering.safety import without_controls
from planversion.rules import missing_id
from planversion.yamltext import read_edition

_WOULD_CHANGE = 1


def formatted(files: tuple[str, ...], *, check: bool, lang: str | None, config: str | None) -> int:
    """Brings the files into canonical form, or says which are not; returns the exit code."""
    if files == (STDIN,):
        source = read_edition(sys.stdin.buffer.read(), "<stdin>")
        click.echo(canonical(source), nl=False)
        return 0
    changed = 0
    for path in _paths(files, config):
        before = bytes_of(path)
        after = encoded(canonical(read_edition(before, str(path))), b"")
        if after == before:
            continue
        changed += 1
        if not check:
            replace_file(path, after)
        told = say("would be changed: {name}") if check else say("changed: {name}")
        said(say(told.text, name=path), lang, config)
    return _WOULD_CHANGE if check and changed else 0


def minted(files: tuple[str, ...], *, dry_run: bool, lang: str | None, config: str | None) -> int:
    """Writes the ids that are missing in the files; returns the exit code."""
    for path in _paths(files, config):
        before = bytes_of(path)
        found = mint(read_edition(before, str(path)))
        for one in found.minted:
            click.echo(without_controls(f"{path}: {one.id} {one.code} {one.name}"))
        if found.minted and not dry_run:
            replace_file(path, encoded(found.text, before))
        if not found.minted:
            said(say("{name}: no id is missing", name=path), lang, config)
    return 0


def checked(files: tuple[str, ...], *, lang: str | None, config: str | None) -> int:
    """Says which ids are wrong, stand twice or are missing; returns the exit code."""
    return validated(files, lang, config, only=missing_id.RULE)


def _paths(files: tuple[str, ...], config: str | None) -> Iterator[Path]:
    library = Library(configuration(config, Path.cwd()))
    paths = [Path(library.source(name).name) for name in files] if files else library.paths()
    if not paths:
        raise NoInputError([Problem("no-input", say("no edition was found"), say("Name a file."))])
    yield from paths
