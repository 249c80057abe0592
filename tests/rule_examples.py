"""The examples of the rules, made whole, and what the rule says of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from planversion import read_edition
from planversion.errors import PlanversionError, Problem
from planversion.policy import Waiver
from planversion.rules import Example, Rule
from planversion.rules.looking.subjects import (
    Revision,
    Shelf,
    Shelved,
    Step,
    Unread,
    Waived,
    volume,
)
from planversion.yamltext import Source
from planversion.yamltext.parsing import parse

TODAY = dt.date(2026, 4, 1)
KNOWN = "0123456789abcdef"
"""The fingerprint of the one finding that is still there in the examples on waivers."""

_HEAD = {
    "schema": "schema: 1",
    "plan": "plan: {id: example, title: 見本計画}",
    "edition": "edition: {id: '2', label: 第2期, status: adopted, previous: '1'}",
    "levels": "levels: [{name: 基本目標}, {name: 施策, code: '({n})'}]",
    "departments": "departments: [{name: 福祉課}]",
}
_EARLIER = "edition: {id: '0', label: 第0期, status: adopted}"
_FOLLOWING = "edition: {id: '1', label: 第1期, status: adopted, previous: '0'}"
_FIRST = "edition: {id: '1', label: 第1期, status: adopted}"


def whole(fragment: str, edition: str = _HEAD["edition"]) -> str:
    """The fragment as a whole file: what it doesn't say of the head stands above it."""
    said = {line.partition(":")[0] for line in fragment.splitlines()}
    head = {**_HEAD, "edition": edition}
    return "\n".join([*(line for key, line in head.items() if key not in said), fragment.strip()])


def source(fragment: str, name: str = "new.yaml", edition: str = _HEAD["edition"]) -> Source:
    """The fragment as a file that was read."""
    return read_edition(f"{whole(fragment, edition)}\n".encode(), name)


def subject(rule: Rule[Any], example: Example) -> Any:
    """What the rule looks at in the example."""
    if rule.on == "waiver":
        waiver = Waiver.model_validate(parse(example.new)[0])
        return Waived(waiver, needed=waiver.fingerprint == KNOWN, today=TODAY)
    if rule.on == "file":
        return f"{whole(example.new)}\n".encode()
    new = source(example.new)
    match rule.on:
        case "step":
            old = source(example.old, "old.yaml", _FOLLOWING if example.earlier else _FIRST)
            earlier = [source(example.earlier, "earlier.yaml", _EARLIER)] if example.earlier else []
            volumes = tuple(volume(one.edition, one.name) for one in (*earlier, old, new))
            return Step(old, new, Shelf(volumes))
        case "revision":
            return Revision(_of_schema(example.old), new)
        case "unread":
            return Unread(_problems(example.old))
        case "repository":
            other = source(example.old, "old.yaml", _FIRST)
            volumes = tuple(volume(one.edition, one.name) for one in (other, new))
            return Shelved(new, Shelf(volumes))
        case _:
            return new


def _problems(fragment: str) -> tuple[Problem, ...]:
    """What is wrong with the fragment as a file."""
    try:
        source(fragment)
    except PlanversionError as error:
        return tuple(error.problems)
    return ()


def _of_schema(fragment: str) -> Source:
    """The state before; it may be of a version that no reader knows yet."""
    later = "schema: 2"
    old = source(fragment.replace(later, "schema: 1"), "old.yaml")
    if later not in fragment:
        return old
    return replace(old, edition=old.edition.model_copy(update={"schema_version": 2}))


def told(rule: Rule[Any], example: Example) -> list[str]:
    """What the rule says of the example, in English, without how to mend it."""
    return [verdict.what.to("en") for verdict in rule.check(subject(rule, example))]
