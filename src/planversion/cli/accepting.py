"""Findings accepted: a waiver for each, written at the end of the file of waivers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click

from planversion.checking import Finding
from planversion.cli.checking import Outcome, day, run
from planversion.cli.folder import shortest
from planversion.cli.options import Checked
from planversion.cli.policies import waivers_file
from planversion.errors import Location, Problem, RefusedWriteError, UsageError
from planversion.messages import Language, say
from planversion.patching import encoded, replace_file
from planversion.policy import Waiver, Waivers
from planversion.rendering.safety import on_one_line

_HEAD, _EMPTY = "waivers:\n", "waivers: []\n"
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
# What JSON lets stand in a text, and an edition file doesn't.
_INVISIBLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


class Acceptance(NamedTuple):
    """Why findings are accepted, by whom, and until when."""

    reason: str
    who: str | None
    until: str | None


def waived(asked: Checked, acceptance: Acceptance, fingerprints: tuple[str, ...] | None) -> int:
    """Writes waivers for these findings, or for all there are; returns the exit code."""
    until = None if acceptance.until is None else day(acceptance.until).isoformat()
    outcome = run(asked)
    chosen = _chosen(outcome, fingerprints)
    waivers = [_waiver(one, acceptance, until, outcome.language) for one in chosen]
    path = waivers_file(outcome.decided)
    if waivers:
        _append(path, waivers)
    for finding in chosen:
        _say(f"{finding.fingerprint} {finding.to(outcome.language)}")
    told = say("{name}: {n} waivers written", name=shortest(path), n=len(waivers))
    _say(told.to(outcome.language))
    return _refused(outcome)


def _refused(outcome: Outcome) -> int:
    """2, said, where something could not be looked at: more may have to be accepted."""
    for problem in outcome.report.problems:
        click.echo(on_one_line(problem.to(outcome.language)), err=True)
    return 2 if outcome.report.problems else 0


def _chosen(outcome: Outcome, fingerprints: tuple[str, ...] | None) -> list[Finding]:
    # A waiver that ran out is mended in its own file.
    found = {one.fingerprint: one for one in outcome.report.findings if one.edition}
    if fingerprints is None:
        return [one for one in found.values() if one.level != "info"]
    unknown = [one for one in fingerprints if one not in found]
    if unknown:
        mend = say("Copy it from planversion check, with the same options.")
        raise UsageError([_unknown(one, mend) for one in unknown])
    return [found[one] for one in dict.fromkeys(fingerprints)]


def _unknown(fingerprint: str, mend: Any) -> Problem:
    what = say("there is no finding {fingerprint}", fingerprint=fingerprint)
    return Problem("unknown-finding", what, mend)


def _waiver(
    finding: Finding, acceptance: Acceptance, until: str | None, language: Language
) -> dict[str, str]:
    """The record, in the order of the file format."""
    said = {
        "rule": finding.rule,
        "fingerprint": finding.fingerprint,
        "edition": finding.edition,
        "finding": on_one_line(finding.problem.what.to(language)),
        "reason": acceptance.reason,
        "who": acceptance.who,
        "until": until,
    }
    return {key: value for key, value in said.items() if value}


def _append(path: Path, waivers: list[dict[str, str]]) -> None:
    """Writes them behind those that are there, if that reads back as meant."""
    before = path.read_bytes() if path.is_file() else b""
    known = _read(path) if before.strip() else Waivers()
    text = before.decode().removeprefix(_BOM)
    text = f"{text.rstrip()}\n" if text.strip() else ""
    # What says nothing yet, or says so as an empty list, gets the key.
    text = text if known.waivers else text.removesuffix(_EMPTY) + _HEAD
    text += "".join(line for waiver in waivers for line in _lines(waiver))
    _refuse_misread(text, (*known.waivers, *map(Waiver.model_validate, waivers)), path)
    replace_file(path, encoded(text, before))


def _read(path: Path) -> Waivers:
    from planversion.cli.records import read_record

    return read_record(path, Waivers).record


def _lines(waiver: dict[str, str]) -> Iterator[str]:
    for key, value in waiver.items():
        yield f"{'  - ' if key == 'rule' else '    '}{key}: {_quoted(value)}\n"


def _quoted(value: str) -> str:
    """The value in JSON's quotes, which are YAML's; it stays one whatever it holds."""
    quoted = json.dumps(value, ensure_ascii=False)
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _refuse_misread(text: str, meant: Iterable[Waiver], path: Path) -> None:
    from planversion.yamltext.parsing import ComplaintError, parse

    try:
        tree = parse(text)[0]
        said = Waivers.model_validate(tree).waivers
    except (ComplaintError, ValueError):
        said = ()
    if said != tuple(meant):
        what = say("what would be written would not read back as meant")
        mend = say("Write the list waivers: at the end of the file, an entry a line.")
        raise RefusedWriteError([Problem("waivers", what, mend, Location(str(path)))])


def _say(line: str) -> None:
    click.echo(on_one_line(line))
