"""Each objection of the models in a planner's words: what is wrong, and how to mend it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from planversion.ids import is_valid
from planversion.messages import Message, say
from planversion.model import Path, Record, Relisting
from planversion.model.shapes import below, keys

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_WIDE_COLON, _WIDE_SPACE = "：", "\u3000"

Told = tuple[str, Message, Message | None]
"""A stable code, what was found, and how to mend it."""


def objection(detail: ErrorDetails, path: Path, written: str, root: type[Record]) -> Told:
    """What pydantic objects to at `path`, where the file has `written`, in a file of `root`."""
    if detail["type"] == "extra_forbidden":
        return _unknown_key(str(detail["loc"][-1]), detail["loc"][:-1], root)
    known = _KINDS.get(detail["type"])
    return known(detail, path) if known else _wrong_type(detail, written)


def _missing(detail: ErrorDetails, _: Path) -> Told:
    key = str(detail["loc"][-1])
    return "missing-key", say("the key {key} is missing", key=key), say("Add it: {key}: …", key=key)


def _check_character(detail: ErrorDetails, _: Path) -> Told:
    what = say("{id} has a wrong check character, a slip of the finger", id=detail["input"])
    mend = say(
        "Compare it with the id it was copied from; {wanted} would be a valid id.",
        wanted=detail["ctx"]["wanted"],
    )
    return "check-character", what, mend


def _empty(_: ErrorDetails, path: Path) -> Told:
    mend = say("Write it, or delete the key.")
    if isinstance(path[-1], int):
        mend = say("Write it, or delete it from the list.")
    elif path[-1] in _NEVER_MISSING:
        mend = say("Write it.")
    return "empty-text", say("the text is empty"), mend


def _numbering(detail: ErrorDetails, _: Path) -> Told:
    what = say("{wrong} is no way of numbering", wrong=detail["ctx"]["wrong"])
    mend = say(
        "Write {plain}, or one of the styles, for example {styled}.",
        plain="{n}",
        styled="{n:circled}",
    )
    return "numbering", what, mend


def _below_zero(detail: ErrorDetails, _: Path) -> Told:
    what = say("{value} is below zero", value=shown(detail["input"]))
    return "number", what, say("Put it in quotes if it is text.")


def _wrong_word(detail: ErrorDetails, _: Path) -> Told:
    value, expected = detail["input"], detail["ctx"]["expected"]
    words = ["".join(word) for word in re.findall(r"'([^']*)'|(\d+)", expected)]
    if value in words:
        what = say("{value} is in quotes, and so it is text", value=shown(value))
        return "wrong-word", what, say("Write it without quotes.")
    what = say("{value} can't stand here", value=shown(value))
    close = difflib.get_close_matches(str(value), words, n=1)
    if close and isinstance(value, str) and close[0] != value:
        return "wrong-word", what, say("Did you mean {key}?", key=close[0])
    if len(words) == 1:
        return "wrong-word", what, say("Write {key}.", key=words[0])
    return "wrong-word", what, say("Write one of {expected}.", expected=", ".join(words))


def _pattern(detail: ErrorDetails, path: Path) -> Told:
    value = detail["input"]
    if path[-1] in _NAMES:
        return _empty(detail, path)
    if path[-1] == "fingerprint":
        what = say("{value} is no fingerprint of a finding", value=shown(value))
        return "fingerprint", what, say("Copy it from where planversion check prints it.")
    if path[-1] == "sha256":
        what = say("{value} is no SHA-256 in 64 hexadecimal digits", value=shown(value))
        return "sha256", what, say("Copy the hash of the file, or delete the key.")
    if path[0] in ("edition", "plan"):
        what = say("{value} can't name a file", value=shown(value))
        return "name", what, say("Use letters, digits and hyphens.")
    return _no_id(value, own=path[0] == "sections" and path[-1] == "id")


_NEVER_MISSING = ("name", "title", "label")
_NAMES = (*_NEVER_MISSING, "as")


def _no_id(value: str, *, own: bool) -> Told:
    """An id that is none: the subject's own, or one that refers to another subject."""
    if is_valid(value):
        what = say("{value} is the id of something else", value=value)
        return "id-shape", what, say("A project's id begins with p-, a section's with s-.")
    what = say("{value} is no id", value=shown(value))
    if not own:
        return "id-shape", what, say("Copy the id from where the project or section stands.")
    return "id-shape", what, NO_ID


NO_ID = say(
    "An id is p- (project) or s- (section) and ten characters; "
    "delete it and run planversion ids mint."
)
"""How an id of its own is mended in an edition's file."""


_KINDS: dict[str, Callable[[ErrorDetails, Path], Told]] = {
    "missing": _missing,
    "check_character": _check_character,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _empty,
    "literal_error": _wrong_word,
    "numbering": _numbering,
    "greater_than_equal": _below_zero,
}

EXPECTED: dict[str, Message] = {
    "string_type": say("text"),
    "bool_type": say("true or false"),
    "int_type": say("a whole number"),
    "float_type": say("a number"),
    "date_type": say("a day such as 2026-04-01"),
    "is_instance_of": say("a day such as 2026-04-01"),
    "tuple_type": say("a list"),
    "model_type": say("a mapping (key: value)"),
    "dataclass_type": say("a mapping (key: value)"),
    "model_attributes_type": say("a mapping (key: value)"),
    "dict_type": say("a mapping (key: value)"),
}


_SEVERAL: dict[frozenset[str], Message] = {
    frozenset({"float_type", "string_type"}): say("a number or text"),
    frozenset({"int_type", "string_type"}): say("a whole number or text"),
    frozenset({"int_type", "float_type"}): say("a number"),
}


def _wrong_type(detail: ErrorDetails, written: str) -> Told:
    kind, value = detail["type"], detail["input"]
    expected = _expected(detail)
    if value is None:
        what = say("nothing stands where {expected} was expected", expected=expected)
        return "wrong-type", what, say("Write it, or delete the key.")
    found = shown(value) if isinstance(value, str) else _shortened(written)
    what = say("{value} stands where {expected} was expected", value=found, expected=expected)
    return "wrong-type", what, _mend(kind, value, written)


def _expected(detail: ErrorDetails) -> Message:
    """What may stand there: of several kinds of value, all."""
    kinds = detail.get("ctx", {}).get("kinds", {detail["type"]})
    for several, expected in _SEVERAL.items():
        if several <= kinds:
            return expected
    return EXPECTED.get(detail["type"], say("something else"))


def _mend(kind: str, value: Any, written: str) -> Message:
    if kind in ("string_type", "int_type") and isinstance(value, bool | int | float):
        # As the file has it: 011002 is a code, and 11002 another one.
        return say("Put it in quotes: '{value}'", value=written)
    if isinstance(value, str) and _WIDE_COLON in value:
        return say("The colon is full-width; write a plain colon and a space.")
    if kind == "tuple_type" and not isinstance(value, dict):
        return say("Write [{value}], or one item a line, each after a hyphen.", value=written)
    if kind == "tuple_type":
        return say("Write a list: a hyphen before each item.")
    if kind in ("date_type", "is_instance_of"):
        return say("Write a day that the calendar has.")
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return say("Write a key, a colon and a space before it, such as name: …")
    return say("See planversion schema edition for what can stand here.")


def _unknown_key(key: str, loc: tuple[str | int, ...], root: type[Record]) -> Told:
    if not key.strip():
        what, mend = (
            say("a colon without a key before it"),
            say("Write the key, or delete the line."),
        )
        return "unknown-key", what, mend
    what = say("{key} is no key that can stand here", key=shown(key))
    if _WIDE_COLON in key:
        return "unknown-key", what, say("The colon is full-width; write a plain colon and a space.")
    if key.startswith(_WIDE_SPACE):
        mend = say("The space before it is full-width; indent with plain spaces.")
        return "unknown-key", what, mend
    close = difflib.get_close_matches(key, keys(_record_at(loc, root)), n=1, cutoff=0.6)
    if close:
        return "unknown-key", what, say("Did you mean {key}?", key=close[0])
    return "unknown-key", what, say("Delete it.")


def _record_at(loc: tuple[str | int, ...], root: type[Record]) -> type[Record]:
    """The record that the mapping at `loc` is to be; pydantic names the member of a union."""
    record = root
    for part in loc:
        if part == "=relisting":
            record = Relisting
        elif isinstance(part, str) and (found := below(record, part)):
            record = found[0]
    return record


def shown(value: Any) -> str:
    """A value as a file says it, no longer than a line has room for."""
    return _shortened(_WORDS[value] if value is None or isinstance(value, bool) else str(value))


_WORDS = {True: "true", False: "false", None: "null"}


def _shortened(text: str) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= 40 else line[:39] + "…"  # noqa: PLR2004 - a line's worth


def flaw(code: str, values: dict[str, str]) -> Told:
    """What makes an edition meaningless, though each of its values is sound."""
    what, mend = _FLAWS[code]
    return code, say(what.text, **values), mend


_FLAWS: dict[str, tuple[Message, Message]] = {
    "duplicate-id": (
        say("the id {id} stands here a second time"),
        say("Delete it and run planversion ids mint, or list the project again with relists."),
    ),
    "listed-twice": (say("{id} is listed here already"), say("Delete one of the two.")),
    "duplicate-department": (
        say("{name} is declared a second time"),
        say("Delete one of the two; a department's name is its key."),
    ),
    "empty-lineage": (
        say("this lineage is of nobody"),
        say("Name who ended under from, and who is new under to; or delete it."),
    ),
    "mixed-lineage": (
        say("projects and sections can't become one another"),
        say("Declare the lineage of projects and that of sections apart."),
    ),
    "unknown-relisting": (
        say("{id} is no project of this edition"),
        say("Name the id of a project whose record stands in this file."),
    ),
}
