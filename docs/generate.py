"""Writes docs/reference/edition.md from the schema of edition files, docs/rules/ from the rules.

Run it as python docs/generate.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from planversion.rules import RULES, Example, Rule
from planversion.schemas import schema_of

PAGE = Path(__file__).parent / "reference/edition.md"
RULES_FOLDER = Path(__file__).parent / "rules"

LOOKS_AT = {
    "file": "a file, while it is read",
    "edition": "an edition",
    "step": "an edition and the one before it",
    "revision": "an edition before and after a change",
    "unread": "an edition whose state before a change can't be read",
    "gone": "an edition that is gone",
    "repository": "an edition among all of the repository",
    "waiver": "a waiver",
}
STATES = {"earlier": "The edition before that", "old": "Before", "new": "Now"}


def reference() -> str:
    """The page: a table of keys for every mapping of an edition file."""
    schema = schema_of("edition")
    shapes = {"Edition": schema, **{k: v for k, v in schema["$defs"].items() if "properties" in v}}
    head = ["# File format", "", "Generated from the schema; the whole schema is in `schema/`.", ""]
    return "\n".join(
        [*head, *(line for name, shape in shapes.items() for line in _shape(name, shape))]
    )


def _shape(name: str, shape: dict[str, Any]) -> Iterator[str]:
    required = shape.get("required", ())
    yield from (
        f"## {name}",
        "",
        shape["description"],
        "",
        "| key | value | meaning |",
        "|---|---|---|",
    )
    for key, prop in shape["properties"].items():
        mark = " (required)" if key in required else ""
        meaning = " ".join(prop["description"].split()).replace("|", "\\|")
        yield f"| `{key}`{mark} | {_value(prop)} | {meaning} |"
    yield ""


def _value(prop: dict[str, Any]) -> str:
    for key in ("anyOf", "oneOf"):
        if key in prop:
            kinds = [_value(one) for one in prop[key] if one.get("type") != "null"]
            return " or ".join(dict.fromkeys(kinds))
    if "$ref" in prop:
        name = prop["$ref"].rpartition("/")[2]
        return "anything" if name == "JsonValue" else f"[{name}](#{name.lower()})"
    if prop.get("type") == "array":
        return f"list of {_value(prop['items'])}"
    if "enum" in prop or "const" in prop:
        return ", ".join(f"`{one}`" for one in prop.get("enum", [prop.get("const")]))
    return {"string": "text", "object": "mapping"}.get(
        prop.get("type", ""), prop.get("type", "anything")
    )


def rules() -> dict[str, str]:
    """A page for every rule, and the list of all, by the name of the file."""
    return {"README.md": _catalogue(), **{f"{rule.id}.md": _rule(rule) for rule in RULES}}


def _catalogue() -> str:
    said = "The examples on each page leave the head of the file out."
    head = ["# Rules", "", f"Generated from the rules themselves. {said}"]
    tables = (line for on, name in LOOKS_AT.items() for line in _table(on, name))
    return "\n".join([*head, *tables, ""])


def _table(on: str, name: str) -> Iterator[str]:
    found = [rule for rule in RULES if rule.on == on]
    if found:
        yield from ("", f"## On {name}", "", "| rule | level | what it finds |", "|---|---|---|")
        for rule in found:
            first = rule.why.text.partition("\n\n")[0]
            yield f"| [{rule.id}]({rule.id}.md) | {_levels(rule)} | {first} |"


def _levels(rule: Rule[Any]) -> str:
    others = ", ".join(f"{status}: {level}" for status, level in rule.levels.items())
    return f"{rule.level} ({others})" if others else rule.level


def _rule(rule: Rule[Any]) -> str:
    facts = [f"- Looks at: {LOOKS_AT[rule.on]}", f"- Level: {_levels(rule)}"]
    examples = (line for example in rule.examples for line in _example(example))
    first, *rest = rule.why.text.split("\n\n")
    why = (line for paragraph in rest for line in ("", paragraph))
    head = [f"# {rule.id}", "", first, "", *facts, "", "## Why", *why]
    return "\n".join([*head, "", "## Examples", *examples, *_allowing(rule), ""])


def _example(example: Example) -> Iterator[str]:
    yield from ("", f"### {example.title[:1].upper()}{example.title[1:]}")
    said = {name: getattr(example, name, "").strip("\n") for name in STATES}
    said = {name: text for name, text in said.items() if text}
    for name, text in said.items():
        state = ["", f"{STATES[name]}:"] if len(said) > 1 else []
        yield from (*state, "", "```yaml", text, "```")
    yield from ("", f"Told: `{example.says}`" if example.says else "Nothing is told.")


def _allowing(rule: Rule[Any]) -> Iterator[str]:
    yield from ("", "## How to allow it", "")
    if rule.on == "file":
        yield "Not at all: as long as it is there, the file is no edition, and nothing can read it."
        return
    yield from ("Everywhere, or for some editions, in `planversion.yaml`:", "", "```yaml")
    yield from ("levels:", f"  {rule.id}: off")
    if rule.on != "waiver":
        yield from ("overrides:", "  - status: [draft]", "    paths: [editions/example/*.yaml]")
        yield from ("    levels:", f"      {rule.id}: info")
    yield "```"
    if rule.on != "waiver":
        yield from ("", "One finding, with a reason, in `planversion-waivers.yaml`:", "", "```yaml")
        yield from ("waivers:", f"  - rule: {rule.id}")
        yield "    fingerprint: 0123456789abcdef # as planversion check prints it"
        yield from ("    reason: why it is accepted", "    until: 2027-03-31", "```")


def write() -> None:
    PAGE.write_text(reference(), encoding="utf-8")
    pages = rules()
    RULES_FOLDER.mkdir(exist_ok=True)
    for old in RULES_FOLDER.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (RULES_FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
