"""The policy of a run: the configuration, the waivers, and what the command line asks for."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from planversion.cli.configuration import Configuration
from planversion.errors import Location, Problem, UsageError
from planversion.messages import Message, say
from planversion.policy import Level, Policy, Waivers
from planversion.rules import RULE_IDS, RULES

_WHILE_READING = frozenset(rule.id for rule in RULES if rule.on == "file")
_LEVELS: tuple[Level, ...] = ("error", "warning", "info", "off")


class Wanted(NamedTuple):
    """The rules that the command line asks for."""

    select: tuple[str, ...] = ()
    """These only."""
    ignore: tuple[str, ...] = ()
    """All but these."""
    levels: tuple[str, ...] = ()
    """`number-gap=error`."""


def policy(decided: Configuration, wanted: Wanted) -> Policy:
    """What counts in this run; raises UsageError for a rule or a level that doesn't exist."""
    asked = dict(_level(one) for one in wanted.levels)
    named = [*wanted.select, *wanted.ignore, *asked]
    _refuse_unknown(named, None)
    only = frozenset(wanted.select or RULE_IDS) - frozenset(wanted.ignore)
    waivers, places = _waivers(waivers_file(decided))
    found = Policy(decided.config, waivers.waivers, places, asked, only)
    _refuse_unknown(found.rules(), decided.location)
    return found


def waivers_file(decided: Configuration) -> Path:
    """Where accepted findings are written down."""
    return decided.folder / decided.config.waivers


def _waivers(path: Path) -> tuple[Waivers, tuple[Location, ...]]:
    # Most repositories have none, and whoever has none needs no reader for them.
    if not path.is_file():
        return Waivers.model_construct(), ()
    from planversion.cli.folder import shortest
    from planversion.cli.records import read_record

    record, document = read_record(path, Waivers)
    spans = [document.spans["waivers", index] for index in range(len(record.waivers))]
    name = str(shortest(path))
    return record, tuple(Location(name, span.line, span.column) for span in spans)


def _level(asked: str) -> tuple[str, Level]:
    rule, _, level = asked.partition("=")
    found = next((one for one in _LEVELS if one == level), None)
    if found is None:
        what = say("{asked} is no level of a rule", asked=asked)
        mend = say("Write RULE=LEVEL; the levels are {names}.", names=", ".join(_LEVELS))
        raise UsageError([Problem("usage", what, mend)])
    return rule, found


def _refuse_unknown(names: Iterable[str], where: Location | None) -> None:
    """A level for a rule that nobody asks would be a check that nobody makes."""
    every = tuple(names)
    problems = [no_rule(name, where) for name in every if name not in RULE_IDS]
    problems += [_not_decided(name, where) for name in every if name in _WHILE_READING]
    if problems:
        raise UsageError(problems)


def _not_decided(name: str, where: Location | None) -> Problem:
    what = say("{name} is found while a file is read, and can't be decided", name=name)
    mend = say("Mend the file: without that it is no edition.")
    return Problem("unknown-rule", what, mend, where)


def no_rule(name: str, where: Location | None = None) -> Problem:
    """That there is no rule of this name, and which may be meant."""
    return Problem("unknown-rule", say("{name} is no rule", name=name), _meant(name), where)


def _meant(name: str) -> Message:
    close = get_close_matches(name, RULE_IDS, 1)
    if close:
        return say("Did you mean {name}?", name=close[0])
    return say("The rules are {names}.", names=", ".join(RULE_IDS))
