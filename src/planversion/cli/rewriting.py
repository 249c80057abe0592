"""Edition files rewritten: canonical form, missing ids; and ids checked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from planversion.cli.configuration import Configuration, configuration
from planversion.cli.inputs import STDIN, STDIN_NAME, bytes_of, bytes_of_stdin
from planversion.cli.language import of_errors
from planversion.cli.naming import Library
from planversion.cli.progress import working
from planversion.cli.validating import validated
from planversion.errors import NoInputError, Problem
from planversion.messages import Message, say
from planversion.patching import canonical, encoded, mint, replace_file
from planversion.rendering.safety import on_one_line
from planversion.yamltext import Source, read_edition

_WOULD_CHANGE = 1


class _File(NamedTuple):
    """A file, or standard input, that may be written anew."""

    path: Path | None
    before: bytes
    source: Source

    def replace(self, after: bytes) -> None:
        """Puts `after` where the bytes came from; what came from standard input is printed."""
        if self.path is None:
            click.echo(after, nl=False)
        elif after != self.before:
            replace_file(self.path, after)


def formatted(files: tuple[str, ...], *, check: bool, config: str | None) -> int:
    """Brings the files into canonical form, or says which are not; returns the exit code."""
    decided = configuration(config, Path.cwd())
    changed = 0
    for file in _files(files, decided):
        after = _with_line_ends_of(file.before, canonical(file.source))
        changed += after != file.before
        if not check:
            file.replace(after)
        if after != file.before and (check or file.path):
            told = say("would be changed: {name}") if check else say("changed: {name}")
            _say(say(told.text, name=file.source.name))
    return _WOULD_CHANGE if check and changed else 0


def _with_line_ends_of(before: bytes, text: str) -> bytes:
    """The text as bytes, its lines ended as the file's are: git may have checked it out so."""
    return text.replace("\n", "\r\n").encode() if b"\r\n" in before else text.encode()


def minted(files: tuple[str, ...], *, dry_run: bool, config: str | None) -> int:
    """Writes the ids that are missing in the files; returns the exit code."""
    decided = configuration(config, Path.cwd())
    for file in _files(files, decided):
        found = mint(file.source)
        for one in found.minted:
            told = on_one_line(f"{file.source.name}: {one.id} {one.code} {one.name}")
            click.echo(told, err=file.path is None)
        if not dry_run:
            file.replace(encoded(found.text, file.before))
        if not found.minted and file.path:
            _say(say("{name}: no id is missing", name=file.path))
    return 0


def checked(files: tuple[str, ...], *, lang: str | None, config: str | None) -> int:
    """Says which ids are wrong, stand twice or are missing; returns the exit code."""
    return validated(files, lang, config, only="missing-id")


def _files(names: tuple[str, ...], decided: Configuration) -> Iterator[_File]:
    """The files that are named, or all of the repository."""
    library = Library(decided)
    for name in names or map(str, library.paths()):
        if name == STDIN:
            yield _file(None, bytes_of_stdin(), STDIN_NAME)
        else:
            path = library.file(name)
            yield _file(path, bytes_of(path), str(path))
    if not (names or library.paths()):
        raise NoInputError([Problem("no-input", say("no edition was found"), say("Name a file."))])


def _file(path: Path | None, content: bytes, name: str) -> _File:
    with working(*[path] if path else []):
        return _File(path, content, read_edition(content, name))


def _say(message: Message) -> None:
    click.echo(on_one_line(message.to(of_errors())))
