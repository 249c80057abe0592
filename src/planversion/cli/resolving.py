"""`resolve`: the conflicts of a merged file, one by one; both versions side by side."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Literal, NamedTuple

import click

from planversion.cli.configuration import configuration
from planversion.cli.inputs import bytes_of
from planversion.cli.language import of_work
from planversion.errors import Location, NoInputError, PlanversionError, Problem, UsageError
from planversion.merging.marking import Marked, unmarked
from planversion.messages import Language, say
from planversion.patching import encoded, replace_file
from planversion.rendering.safety import on_one_line, without_controls
from planversion.yamltext import read_edition
from planversion.yamltext.reading import decode

Taken = Literal["ours", "theirs"]
Choice = Taken | Literal["later", "quit"]
_KEYS: dict[str, Choice] = {"o": "ours", "t": "theirs", "l": "later", "q": "quit"}
_NUMBER = re.compile(r"\[(\d+)\] ")
"""How the label of ours begins: git's own labels don't, and a name behind it can say anything."""
_LEFT = 1


class _File(NamedTuple):
    """A merged file: settled lines, and disputed ones."""

    path: Path
    content: bytes
    parts: list[str | Marked]
    newline: str


def resolved(file: str, *, take: Taken | None, lang: str | None, config: str | None) -> int:
    """Goes through the conflicts; returns 1 where any are left."""
    decided = configuration(config, Path.cwd())
    language = of_work(lang, decided.config.language, [])
    found = _read(Path(file))
    disputes = _disputes(found.parts)
    if not disputes:
        what = say("{file} has no conflicts of a merge", file=file)
        raise NoInputError([Problem("no-input", what)])
    choices = dict.fromkeys(disputes, take) if take else _asked(disputes, language)
    _write(found, choices)
    left = len(disputes) - len(choices)
    said = say("{settled} settled, {left} left", settled=len(choices), left=left)
    click.echo(said.to(language))
    return _LEFT if left else 0


def _read(path: Path) -> _File:
    content = bytes_of(path)
    text = decode(content, str(path))
    newline = "\r\n" if "\r\n" in text else "\n"
    return _File(path, content, unmarked(text.replace("\r\n", "\n")), newline)


def _disputes(parts: list[str | Marked]) -> dict[str, list[Marked]]:
    """The disputed lines by conflict; those that no conflict numbers stand for themselves."""
    found: dict[str, list[Marked]] = {}
    for index, part in enumerate(parts):
        if isinstance(part, Marked):
            found.setdefault(_conflict(part, index), []).append(part)
    return found


def _conflict(part: Marked, index: int) -> str:
    number = _NUMBER.match(part.labels.ours)
    return number[1] if number else f"at {index}"


def _asked(disputes: dict[str, list[Marked]], language: Language) -> dict[str, Taken]:
    if not sys.stdin.isatty():
        what = say("there is no terminal to ask on")
        raise UsageError([Problem("no-terminal", what, say("Use --take ours or --take theirs."))])
    choices: dict[str, Taken] = {}
    for position, (name, hunks) in enumerate(disputes.items(), 1):
        _show(f"[{position}/{len(disputes)}]", hunks, language)
        choice = _answer(language)
        if choice == "quit":
            break
        if choice != "later":
            choices[name] = choice
    return choices


def _show(head: str, hunks: list[Marked], language: Language) -> None:
    label = hunks[0].labels.ours
    number = _NUMBER.match(label)
    click.echo(on_one_line(f"\n{head} {label[number.end() :] if number else label}").strip())
    for hunk in hunks:
        for title, lines in (
            (say("before"), hunk.base),
            (say("ours"), hunk.ours),
            (say("theirs"), hunk.theirs),
        ):
            click.echo(f"  {title.to(language)}:")
            click.echo(without_controls(lines) or "    –\n", nl=False)


def _answer(language: Language) -> Choice:
    question = say("[o] ours [t] theirs [l] later [q] stop")
    while True:
        click.echo(question.to(language))
        key = click.getchar().lower()
        if key in _KEYS:
            return _KEYS[key]
        if key in ("\x03", "\x04", ""):
            raise click.Abort


def _write(found: _File, choices: dict[str, Taken]) -> None:
    """Puts the file in place with what was settled; a file without conflicts must be an edition."""
    lines = [_line(part, index, choices) for index, part in enumerate(found.parts)]
    text = "".join(lines).replace("\n", found.newline)
    content = encoded(text, found.content)
    if not any(isinstance(part, Marked) for part in unmarked("".join(lines))):
        _refuse_what_is_none(found, content)
    replace_file(found.path, content)


def _refuse_what_is_none(found: _File, content: bytes) -> None:
    try:
        read_edition(content, str(found.path))
    except PlanversionError as error:
        what = say("these choices together make no edition, so nothing was written")
        first = Problem("unmergeable", what, None, Location(str(found.path)))
        raise UsageError([first, *error.problems]) from None


def _line(part: str | Marked, index: int, choices: dict[str, Taken]) -> str:
    if isinstance(part, str):
        return part
    choice = choices.get(_conflict(part, index))
    if choice is None:
        return part.again()
    return part.ours if choice == "ours" else part.theirs
