"""The catalogue of rules told: as a list, and one rule with its examples."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from planversion.cli.language import of_errors
from planversion.cli.policies import no_rule
from planversion.errors import UsageError
from planversion.messages import Language, Message, say
from planversion.rules import RULES, Example, Rule
from planversion.rules.base import On

_ON: dict[On, Message] = {
    "file": say("a file as it is read"),
    "edition": say("an edition"),
    "step": say("an edition and the one before it"),
    "revision": say("two states of one edition"),
    "unread": say("an edition whose state before a change can't be read"),
    "gone": say("an edition that is gone"),
    "repository": say("an edition among all of the repository"),
    "waiver": say("a waiver"),
}


def listed(form: str) -> str:
    """Every rule: its id, how bad a finding is, and what it finds."""
    language = of_errors()
    if form == "json":
        return _json([_record(rule, language) for rule in RULES])
    width = max(len(rule.id) for rule in RULES)
    lines = (f"{rule.id:{width}}  {rule.level:7}  {_found(rule, language)}" for rule in RULES)
    return "".join(f"{line}\n" for line in lines)


def explained(name: str, form: str) -> str:
    """One rule; raises UsageError where there is none of this name."""
    rule = next((rule for rule in RULES if rule.id == name), None)
    if rule is None:
        raise UsageError([no_rule(name)])
    language = of_errors()
    if form == "json":
        return _json(_record(rule, language))
    return "\n".join([*_lines(rule, language), ""])


def _lines(rule: Rule[Any], language: Language) -> Iterator[str]:
    looked = say("Looks at {what}; a finding is: {level}.", what=_ON[rule.on], level=rule.level)
    yield from (rule.id, "", rule.why.to(language), "", looked.to(language))
    for status, level in rule.levels.items():
        yield say("In an edition that is {status}: {level}.", status=status, level=level).to(
            language
        )
    for example in rule.examples:
        yield from ("", *_example(example, language))


def _example(example: Example, language: Language) -> Iterator[str]:
    yield f"{Message(example.title).to(language)}:"
    for head, text in ((say("Before:"), example.old), (say("The file:"), example.new)):
        if text.strip():
            told = [head.to(language)] if example.old.strip() else []
            yield from ("", *told, *(f"    {line}" for line in text.strip().splitlines()))
    said = say("It says: {what}", what=example.says) if example.says else say("It says nothing.")
    yield from ("", said.to(language))


def _found(rule: Rule[Any], language: Language) -> str:
    return rule.why.to(language).partition("\n")[0]


def _record(rule: Rule[Any], language: Language) -> dict[str, Any]:
    return {
        "id": rule.id,
        "on": rule.on,
        "level": rule.level,
        "levels": dict(rule.levels),
        "why": rule.why.to(language),
        "examples": [example._asdict() for example in rule.examples],
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
