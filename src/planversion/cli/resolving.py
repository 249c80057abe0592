"""`resolve`: the conflicts of a merged file, one by one; both versions side by side."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

import click

from planversion.cli.configuration import configuration
from planversion.cli.inputs import bytes_of
from planversion.cli.language import of_work
from planversion.cli.settling import Settled, Taken, edited, taken
from planversion.errors import Location, NoInputError, PlanversionError, Problem, UsageError
from planversion.merging.marking import Marked, unmarked
from planversion.messages import Language, Message, say
from planversion.patching import encoded, replace_file
from planversion.rendering.safety import on_one_line, without_controls
from planversion.yamltext import read_edition
from planversion.yamltext.reading import decode

Choice = Literal["ours", "theirs", "edit", "later", "quit"]
_KEYS: dict[str, Choice] = {
    "o": "ours",
    "t": "theirs",
    "e": "edit",
    "l": "later",
    "q": "quit",
}
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
    if take:
        choices = {name: taken(hunks, take) for name, hunks in disputes.items()}
    else:
        choices = _asked(found, disputes, language)
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


def _asked(
    found: _File, disputes: dict[str, list[Marked]], language: Language
) -> dict[str, Settled]:
    if not sys.stdin.isatty():
        what = say("there is no terminal to ask on")
        raise UsageError([Problem("no-terminal", what, say("Use --take ours or --take theirs."))])
    choices: dict[str, Settled] = {}
    for position, (name, hunks) in enumerate(disputes.items(), 1):
        _show(f"[{position}/{len(disputes)}]", hunks, language)
        settled = _settled(found, name, hunks, choices, language)
        if settled == "quit":
            break
        if isinstance(settled, tuple):
            choices[name] = settled
    return choices


def _settled(
    found: _File,
    name: str,
    hunks: list[Marked],
    before: Mapping[str, Settled],
    language: Language,
) -> Settled | Literal["later", "quit"]:
    while True:
        match _answer(language):
            case "edit":
                own = _edited(found, name, hunks, before)
                if isinstance(own, tuple):
                    return own
                click.echo(on_one_line(own.to(language)))
            case "ours" | "theirs" as side:
                return taken(hunks, side)
            case later:
                return later


def _edited(
    found: _File, name: str, hunks: list[Marked], before: Mapping[str, Settled]
) -> Settled | Message:
    """Lines of one's own; else why they can't stand beside what was settled `before`."""
    own = edited(hunks)
    if isinstance(own, tuple):
        # What is still open is read as ours has it.
        ours = {one: taken(known, "ours") for one, known in _disputes(found.parts).items()}
        try:
            read_edition(_content(found, {**ours, **before, name: own}), str(found.path))
        except PlanversionError as error:
            return error.problems[0].what
    return own


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
    question = say("[o] ours [t] theirs [e] edit [l] later [q] stop")
    while True:
        click.echo(question.to(language))
        key = click.getchar().lower()
        if key in _KEYS:
            return _KEYS[key]
        if key in ("\x03", "\x04", ""):
            raise click.Abort


def _write(found: _File, choices: dict[str, Settled]) -> None:
    """Puts the file in place with what was settled; a file without conflicts must be an edition."""
    content = _content(found, choices)
    if choices.keys() == _disputes(found.parts).keys():
        _refuse_what_is_none(found, content)
    replace_file(found.path, content)


def _refuse_what_is_none(found: _File, content: bytes) -> None:
    try:
        read_edition(content, str(found.path))
    except PlanversionError as error:
        what = say("these choices together make no edition, so nothing was written")
        first = Problem("unmergeable", what, None, Location(str(found.path)))
        raise UsageError([first, *error.problems]) from None


def _content(found: _File, choices: dict[str, Settled]) -> bytes:
    """The file with what was settled, the other conflicts between their markers."""
    settled = {name: iter(lines) for name, lines in choices.items()}
    text = "".join(_line(part, index, settled) for index, part in enumerate(found.parts))
    return encoded(text.replace("\n", found.newline), found.content)


def _line(part: str | Marked, index: int, settled: dict[str, Iterator[str]]) -> str:
    if isinstance(part, str):
        return part
    lines = settled.get(_conflict(part, index))
    return part.again() if lines is None else next(lines)
