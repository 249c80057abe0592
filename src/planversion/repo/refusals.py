"""What is said where git has no answer, and the command that would get one."""

from __future__ import annotations

import shlex
from collections.abc import Iterable

from planversion.errors import Location, PlanversionError, Problem
from planversion.messages import Message, say

Command = tuple[str, ...]
"""The words of a command, the first of them `git`."""


class RevisionError(PlanversionError):
    """A revision, or what it holds, is not here; `commands` would fetch it, any one of them."""

    def __init__(self, problems: Iterable[Problem], commands: tuple[Command, ...] = ()) -> None:
        self.commands = commands
        super().__init__(problems)


def refusal(
    code: str,
    what: Message,
    commands: tuple[Command, ...] = (),
    mend: Message | None = None,
    where: str | None = None,
) -> RevisionError:
    """The error that says what is missing, and how it is fetched if it can be."""
    at = Location(where) if where else None
    return RevisionError([Problem(code, what, _fetching(commands) or mend, at)], commands)


def because(what: Message, why: str) -> Message:
    """The sentence with git's own words behind it, where it had any."""
    return say("{what} (git: {why})", what=what, why=why) if why else what


def _fetching(commands: tuple[Command, ...]) -> Message | None:
    printed = [shlex.join(command) for command in commands]
    match printed:
        case []:
            return None
        case [one]:
            return say("To fetch it: {command}", command=one)
        case _:
            return say("To fetch it, a branch: {branch} or a tag: {tag}", **_both(printed))


def _both(printed: list[str]) -> dict[str, str]:
    return {"branch": printed[0], "tag": printed[1]}
