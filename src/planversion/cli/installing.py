"""Git told to ask planversion, and not to: its settings, and the file of its attributes."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import click

from planversion.cli.folder import shortest
from planversion.cli.inputs import bytes_of
from planversion.cli.language import of_errors
from planversion.cli.places import Place, place_of
from planversion.drivers.attributes import OURS, ours, put, taken_out
from planversion.drivers.settings import SETTINGS
from planversion.messages import Message, say
from planversion.patching import replace_file
from planversion.rendering.safety import on_one_line
from planversion.repo import attributes

_NOT_WHOLLY = 1


class _Fact(NamedTuple):
    """One thing that git must be told, and whether it is."""

    well: bool
    told: Message


def installed(*, everywhere: bool, config: str | None) -> int:
    """Writes what is missing, and says what; returns the exit code."""
    place = place_of(config, everywhere=everywhere)
    before = _content(place)
    after = put(before, place.lines)
    changed = {key: v for key, v in SETTINGS.items() if place.settings.get(key) != (v,)}
    if after != before:
        place.file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(place.file, after)
    for key, value in changed.items():
        place.settings.put(key, value)
    lines = _named(place, ours(after)) if after != before else []
    written = [*lines, *(f"{key} = {value}" for key, value in changed.items())]
    _tell(say("written: {what}", what=one) for one in written)
    _tell(_hints() if written else [say("Nothing to write: all of it is there.")])
    return 0


def uninstalled(*, everywhere: bool, config: str | None) -> int:
    """Takes out what is ours, and says what; returns the exit code."""
    place = place_of(config, everywhere=everywhere)
    before = _content(place)
    there = [key for key in SETTINGS if place.settings.get(key)]
    _replace(place.file, before, taken_out(before))
    for key in there:
        place.settings.drop(key)
    gone = [*_named(place, ours(before)), *there]
    _tell(say("taken out: {what}", what=one) for one in gone)
    if not gone:
        _tell([say("Nothing to take out: none of it is there.")])
    return 0


def standing(*, everywhere: bool, config: str | None) -> int:
    """Says what is there and what isn't; returns 1 where anything isn't as it should be."""
    place = place_of(config, everywhere=everywhere)
    facts = [*_settings(place), *_lines(place), *_overruled(place), *_command()]
    _tell(fact.told for fact in facts)
    return 0 if all(fact.well for fact in facts) else _NOT_WHOLLY


def _settings(place: Place) -> Iterator[_Fact]:
    for key, wanted in SETTINGS.items():
        what = f"{key} = {wanted}"
        found = place.settings.get(key)
        if found == (wanted,):
            yield _Fact(well=True, told=say("there: {what}", what=what))
        elif found:
            other = say("different: {key} is {found}", key=key, found=", ".join(found))
            yield _Fact(well=False, told=other)
        else:
            yield _Fact(well=False, told=say("missing: {what}", what=what))


def _lines(place: Place) -> Iterator[_Fact]:
    found = ours(_content(place))
    for line in place.lines:
        told = say("there: {what}") if line in found else say("missing: {what}")
        yield _Fact(well=line in found, told=say(told.text, what=f"{shortest(place.file)}: {line}"))
    for line in found:
        if line not in place.lines:
            what = say("left over: {what}", what=f"{shortest(place.file)}: {line}")
            yield _Fact(well=False, told=what)


def _overruled(place: Place) -> Iterator[_Fact]:
    """Editions that another line of any file of attributes gives another driver."""
    if not ours(_content(place)):
        return
    wanted = {line.decode().partition("=")[0] for line in OURS}
    for one in attributes(Path.cwd(), place.editions, *sorted(wanted)):
        if one.value != "planversion":
            what = f"{shortest(Path(one.path))}: {one.name}={one.value}"
            yield _Fact(well=False, told=say("different: {what}", what=what))


def _command() -> Iterator[_Fact]:
    if shutil.which("planversion") is None:
        what = say("the command planversion, which git runs, is nowhere on the PATH")
        yield _Fact(well=False, told=say("missing: {what}", what=what))


def _hints() -> Iterator[Message]:
    yield from (fact.told for fact in _command())
    yield say(
        "Whoever clones the repository runs planversion git install once, too. Servers know no"
        " drivers: GitHub's merge button merges line by line."
    )


def _content(place: Place) -> bytes | None:
    """What the file of attributes holds; None where there is none."""
    return bytes_of(place.file) if place.file.exists() else None


def _replace(file: Path, before: bytes | None, after: bytes | None) -> None:
    if after is not None and after != before:
        replace_file(file, after)
    elif after is None and before is not None:
        file.unlink()


def _named(place: Place, lines: Iterable[str]) -> list[str]:
    return [f"{shortest(place.file)}: {line}" for line in lines]


def _tell(messages: Iterable[Message]) -> None:
    for message in messages:
        click.echo(on_one_line(message.to(of_errors())))
