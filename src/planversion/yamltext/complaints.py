"""What the models object to, as problems that a planner can mend."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from planversion import model
from planversion.errors import Location, Problem, in_file_order
from planversion.messages import Message, say
from planversion.model import Path, Record
from planversion.yamltext.positions import Span
from planversion.yamltext.words import in_words

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_WIDE_COLON = "："

Told = tuple[str, Message, Message | None]


def problems(
    details: Iterable[ErrorDetails], tree: Any, spans: dict[Path, Span], file: str
) -> list[Problem]:
    """One problem a mistake, in file order."""
    found: dict[tuple[Path, str], Problem] = {}
    for path, (code, what, mend) in _unfolded(details, tree):
        where = _location(path, tree, spans, file, on_key=code == "unknown-key")
        found.setdefault((path, str(what)), Problem(code, what, mend, where))
    return sorted(found.values(), key=in_file_order)


def _unfolded(details: Iterable[ErrorDetails], tree: Any) -> Iterator[tuple[Path, Told]]:
    for detail in details:
        if detail["type"] == "unsound":
            for code, path, values in detail["ctx"]["flaws"]:
                yield path, _FLAWS[code](values)
        else:
            path = _resolved(detail["loc"], tree)
            yield path, _told(detail, path)


def _resolved(loc: tuple[str | int, ...], tree: Any) -> Path:
    """The path without the names that pydantic puts in for the members of a union."""
    path: list[str | int] = []
    for part in loc:
        if _holds(tree, part):
            tree = tree[part]
            path.append(part)
    return tuple(path)


def _holds(tree: Any, part: str | int) -> bool:
    if isinstance(tree, list):
        return isinstance(part, int) and part < len(tree)
    return isinstance(tree, dict) and part in tree


def _location(
    path: Path, tree: Any, spans: dict[Path, Span], file: str, *, on_key: bool
) -> Location:
    span = spans[path]
    if on_key:
        return Location(file, span.key_line, span.key_column, in_words(path[:-1], tree))
    return Location(file, span.line, span.column, in_words(path, tree))


def _told(detail: ErrorDetails, path: Path) -> Told:
    kind, value, key = detail["type"], detail["input"], str(detail["loc"][-1])
    context = detail.get("ctx", {})
    match kind:
        case "missing":
            return (
                "missing-key",
                say("the key {key} is missing", key=key),
                say("Add it: {key}: …", key=key),
            )
        case "extra_forbidden":
            return _unknown_key(key, detail["loc"])
        case "check_character":
            return (
                "check-character",
                say("{id} has a wrong check character, a slip of the finger", id=value),
                say(
                    "Compare it with the id it was copied from; {wanted} would be a valid id.",
                    wanted=context["wanted"],
                ),
            )
        case "string_pattern_mismatch":
            return _pattern(value, path)
        case "string_too_short":
            return "empty-text", say("the text is empty"), say("Write it, or delete the key.")
        case "literal_error":
            return (
                "wrong-word",
                say(
                    "{value} is none of {expected}",
                    value=_shown(value),
                    expected=context["expected"],
                ),
                say("Write one of them."),
            )
        case "numbering":
            return (
                "numbering",
                say("{wrong} is no way of numbering", wrong=context["wrong"]),
                say(
                    "Write {plain}, or one of the styles, for example {styled}.",
                    plain="{n}",
                    styled="{n:circled}",
                ),
            )
        case _:
            return _wrong_type(kind, value)


def _pattern(value: Any, path: Path) -> Told:
    if path[-1] == "sha256":
        return (
            "sha256",
            say("{value} is no SHA-256 in 64 hexadecimal digits", value=_shown(value)),
            None,
        )
    if "edition" in path or "plan" in path:
        return (
            "name",
            say("{value} can't name a file", value=_shown(value)),
            say("Use letters, digits and hyphens."),
        )
    return (
        "id-shape",
        say("{value} is no id", value=_shown(value)),
        say(
            "An id is p- (project) or s- (section) and ten characters; "
            "delete it and run planversion ids mint."
        ),
    )


_EXPECTED: dict[str, Message] = {
    "string_type": say("text"),
    "bool_type": say("true or false"),
    "int_type": say("a whole number"),
    "float_type": say("a number"),
    "date_type": say("a day such as 2026-04-01"),
    "is_instance_of": say("a day such as 2026-04-01"),
    "tuple_type": say("a list"),
    "model_type": say("a mapping (key: value)"),
    "model_attributes_type": say("a mapping (key: value)"),
    "dict_type": say("a mapping (key: value)"),
}


def _wrong_type(kind: str, value: Any) -> Told:
    expected = _EXPECTED.get(kind, say("something else"))
    if value is None:
        what = say("nothing stands where {expected} was expected", expected=expected)
        return "wrong-type", what, say("Write it, or delete the key.")
    what = say(
        "{value} stands where {expected} was expected", value=_shown(value), expected=expected
    )
    return "wrong-type", what, _mend(kind, value)


def _mend(kind: str, value: Any) -> Message | None:
    if kind == "string_type" and isinstance(value, bool | int | float):
        return say("Put it in quotes: '{value}'", value=_shown(value))
    if isinstance(value, str) and _WIDE_COLON in value:
        return say("The colon is full-width; write a plain colon and a space.")
    if kind == "tuple_type":
        return say("Write [{value}], or one item a line, each after a hyphen.", value=_shown(value))
    if kind in ("date_type", "is_instance_of"):
        return say("Write a day that the calendar has.")
    return None


def _unknown_key(key: str, loc: tuple[str | int, ...]) -> Told:
    what = say("{key} is no key that can stand here", key=_shown(key))
    if _WIDE_COLON in key:
        return "unknown-key", what, say("The colon is full-width; write a plain colon and a space.")
    close = difflib.get_close_matches(key, _keys_at(loc[:-1]), n=1, cutoff=0.6)
    if close:
        return "unknown-key", what, say("Did you mean {key}?", key=close[0])
    return "unknown-key", what, say("Delete it.")


_RECORDS: dict[str | int, type[Record]] = {
    "plan": model.Plan,
    "edition": model.Header,
    "errata": model.Erratum,
    "levels": model.Level,
    "sources": model.SourceDocument,
    "departments": model.Department,
    "sections": model.Section,
    "=project": model.Project,
    "=relisting": model.Relisting,
    "period": model.Period,
    "budget": model.Budget,
    "indicators": model.Indicator,
    "external_ids": model.ExternalId,
    "lineage": model.Lineage,
    "explanations": model.Explanation,
    "returned": model.Returned,
    "published_notes": model.PublishedNote,
    "belongs_to": model.RowReference,
}


def _keys_at(loc: tuple[str | int, ...]) -> list[str]:
    """The keys that the mapping at `loc` may have."""
    record = next((_RECORDS[part] for part in reversed(loc) if part in _RECORDS), model.Edition)
    return [field.alias or name for name, field in record.model_fields.items()]


def _shown(value: Any) -> str:
    text = "true" if value is True else "false" if value is False else str(value)
    return text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004 - a line's worth


_FLAWS: dict[str, Callable[[dict[str, str]], Told]] = {
    "duplicate-id": lambda values: (
        "duplicate-id",
        say("the id {id} stands here a second time", **values),
        say("Delete it and run planversion ids mint, or list the project again with relists."),
    ),
    "listed-twice": lambda values: (
        "listed-twice",
        say("{id} is listed here already", **values),
        say("Delete one of the two."),
    ),
    "unknown-relisting": lambda values: (
        "unknown-relisting",
        say("{id} is no project of this edition", **values),
        say("Name the id of a project whose record stands in this file."),
    ),
}
