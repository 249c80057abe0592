"""A diff as a JSON document, and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from planversion.changes import Change, Diff
from planversion.errors import InvalidDiffError, Location, Problem
from planversion.messages import Message, say
from planversion.pieces import pieces

POSITIONS, PIECES = "positions", "pieces"
"""Keys that are written for the reader of the JSON and follow from the rest."""

Positions = Callable[[Change], dict[str, Any]]
"""Where a change's subject stands in the files: `old` and `new`, each file, line and column."""


def write_diff(diff: Diff, positions: Positions | None = None) -> str:
    """The diff as a JSON document, with the characters that differ and, if known, positions."""
    document = plain_diff(diff)
    for written, change in zip(document["changes"], diff.changes, strict=True):
        if positions and (known := positions(change)):
            written[POSITIONS] = known
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def plain_diff(diff: Diff) -> dict[str, Any]:
    """The same document as plain values, without positions."""
    document = _adapter().dump_python(diff, mode="json")
    for written in document["changes"]:
        _add_pieces(written)
    return {"version": document.pop("version"), **document}


def plain_change(change: Change) -> dict[str, Any]:
    """One change as the document has it."""
    document: dict[str, Any] = _adapter_of_changes().dump_python(change, mode="json")
    _add_pieces(document)
    return document


def _add_pieces(written: dict[str, Any]) -> None:
    """The differing characters, wherever one text became another."""
    for change in (written, *written.get("fields", ())):
        was, now = change.get("was"), change.get("now")
        if isinstance(was, str) and isinstance(now, str):
            change[PIECES] = [{"op": piece.op, "text": piece.text} for piece in pieces(was, now)]


def read_diff(text: str | bytes, name: str) -> Diff:
    """The diff that a JSON document says; raises InvalidDiffError with every problem."""
    from pydantic import ValidationError  # noqa: PLC0415 - known to be loaded by now

    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidDiffError([_no_json(error, name)]) from None
    try:
        diff: Diff = _adapter().validate_json(json.dumps(_bare(document)))
    except ValidationError as error:
        raise InvalidDiffError(
            [_wrong(one, document, name) for one in error.errors(include_url=False)]
        ) from None
    return diff


def _no_json(error: Exception, name: str) -> Problem:
    where = Location(name, getattr(error, "lineno", None), getattr(error, "colno", None))
    mend = say("Write it with planversion diff -f json.")
    return Problem("no-json", say("this is no JSON document"), mend, where)


def _wrong(found: Any, document: Any, name: str) -> Problem:
    from planversion.yamltext.complaints import resolved  # noqa: PLC0415 - where something is wrong
    from planversion.yamltext.words import in_words  # noqa: PLC0415

    where = Location(name, path=in_words(resolved(found["loc"], document), document))
    mend = say("See planversion schema diff for what a diff may say.")
    return Problem("invalid-diff", _objection(found), mend, where)


def _objection(found: Any) -> Message:
    """What pydantic objects to, in our words."""
    from planversion.yamltext.objections import EXPECTED, shown  # noqa: PLC0415

    kind, value = found["type"], found["input"]
    if kind in ("missing", "union_tag_not_found"):
        key = found["loc"][-1] if kind == "missing" else "kind"
        return say("the key {key} is missing", key=key)
    if kind == "unexpected_keyword_argument":
        return say("there is no such key")
    if kind in EXPECTED:
        expected = EXPECTED[kind]
        return say(
            "{value} stands where {expected} was expected", value=shown(value), expected=expected
        )
    return say("{value} can't stand here", value=shown(found.get("ctx", {}).get("tag", value)))


def _bare(document: Any) -> Any:
    """The document without what only follows from the rest."""
    if not isinstance(document, dict) or not isinstance(document.get("changes"), list):
        return document
    return {**document, "changes": [_bare_change(change) for change in document["changes"]]}


def _bare_change(change: Any) -> Any:
    if not isinstance(change, dict):
        return change
    kept = {key: value for key, value in change.items() if key not in (POSITIONS, PIECES)}
    if isinstance(kept.get("fields"), list):
        kept["fields"] = [_bare_change(field) for field in kept["fields"]]
    return kept


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter  # noqa: PLC0415 - building it costs more than most commands

    return TypeAdapter(Diff)


@cache
def _adapter_of_changes() -> Any:
    from pydantic import TypeAdapter  # noqa: PLC0415 - building it costs more than most commands

    return TypeAdapter(Change)
