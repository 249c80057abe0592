"""What the models object to, as problems that a planner can mend."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from planversion import model
from planversion.errors import Location, Problem, in_file_order
from planversion.ids import is_valid
from planversion.messages import Message, say
from planversion.model import Edition, Path, Record
from planversion.yamltext.positions import Span, locate
from planversion.yamltext.words import in_words

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_WIDE_COLON = "："

Told = tuple[str, Message, Message | None]


@dataclass(frozen=True)
class Document:
    """A file whose values a model objected to."""

    file: str
    text: str
    tree: Any
    model: type[Record] = Edition

    @cached_property
    def spans(self) -> dict[Path, Span]:
        """Where every node stands; nothing is known of a file that isn't YAML."""
        return locate(self.text) if self.text else {}

    def written(self, path: Path) -> str:
        """The value at `path` as the file has it, without quotes."""
        span = self.spans.get(path)
        return self.text[span.start : span.end].strip("'\"") if span else ""


def problems(details: Iterable[ErrorDetails], document: Document) -> list[Problem]:
    """One problem a mistake, in file order."""
    found: dict[tuple[Path, str], Problem] = {}
    for path, (code, what, mend) in _unfolded(_once_a_union(details, document), document):
        where = _location(path, document, on_key=code == "unknown-key")
        found.setdefault((path, str(what)), Problem(code, what, mend, where))
    return sorted(found.values(), key=in_file_order)


def _once_a_union(details: Iterable[ErrorDetails], document: Document) -> Iterator[ErrorDetails]:
    """The objections; of those of a union's members, which pydantic gives each, the first."""
    told: set[Path] = set()
    for detail in details:
        path = _resolved(detail["loc"], document.tree)
        of_a_member = detail["type"] != "missing" and path and path[-1] != detail["loc"][-1]
        if not of_a_member or path not in told:
            yield detail
        if of_a_member:
            told.add(path)


def _unfolded(details: Iterable[ErrorDetails], document: Document) -> Iterator[tuple[Path, Told]]:
    for detail in details:
        if detail["type"] == "unsound":
            for code, path, values in detail["ctx"]["flaws"]:
                yield path, _FLAWS[code](values)
        else:
            path = _resolved(detail["loc"], document.tree)
            yield path, _told(detail, path, document)


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


def _location(path: Path, document: Document, *, on_key: bool) -> Location:
    words = in_words(path[:-1] if on_key else path, document.tree)
    span = document.spans.get(path)
    if span is None:
        return Location(document.file, path=words)
    if on_key:
        return Location(document.file, span.key_line, span.key_column, words)
    return Location(document.file, span.line, span.column, words)


def _told(detail: ErrorDetails, path: Path, document: Document) -> Told:
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
            return _unknown_key(key, detail["loc"], document.model)
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
            return _wrong_word(value, re.findall(r"'([^']*)'|(\d+)", context["expected"]))
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
        case "greater_than_equal":
            return "number", say("{value} is below zero", value=_shown(value)), None
        case _:
            return _wrong_type(kind, value, document.written(path))


def _wrong_word(value: Any, known: list[tuple[str, str]]) -> Told:
    words = ["".join(word) for word in known]
    what = say("{value} can't stand here", value=_shown(value))
    close = difflib.get_close_matches(str(value), words, n=1)
    if close and isinstance(value, str) and close[0] != value:
        return "wrong-word", what, say("Did you mean {key}?", key=close[0])
    return "wrong-word", what, say("Write one of {expected}.", expected=", ".join(words))


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
    if is_valid(value):
        return (
            "id-shape",
            say("{value} is the id of something else", value=value),
            say("A project's id begins with p-, a section's with s-."),
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


def _wrong_type(kind: str, value: Any, written: str) -> Told:
    expected = _EXPECTED.get(kind, say("something else"))
    if value is None:
        what = say("nothing stands where {expected} was expected", expected=expected)
        return "wrong-type", what, say("Write it, or delete the key.")
    shown = _shown(value) if isinstance(value, str) else _shortened(written)
    what = say("{value} stands where {expected} was expected", value=shown, expected=expected)
    return "wrong-type", what, _mend(kind, value, written)


def _mend(kind: str, value: Any, written: str) -> Message | None:
    if kind == "string_type" and isinstance(value, bool | int | float):
        # As the file has it: 011002 is a code, and 11002 another one.
        return say("Put it in quotes: '{value}'", value=written)
    if isinstance(value, str) and _WIDE_COLON in value:
        return say("The colon is full-width; write a plain colon and a space.")
    if kind == "tuple_type" and isinstance(value, dict):
        return say("Write a list: a hyphen before each item.")
    if kind == "tuple_type":
        return say("Write [{value}], or one item a line, each after a hyphen.", value=written)
    if kind in ("date_type", "is_instance_of"):
        return say("Write a day that the calendar has.")
    return None


def _unknown_key(key: str, loc: tuple[str | int, ...], root: type[Record]) -> Told:
    what = say("{key} is no key that can stand here", key=_shown(key))
    if _WIDE_COLON in key:
        return "unknown-key", what, say("The colon is full-width; write a plain colon and a space.")
    if key.startswith("\u3000"):
        mend = say("The space before it is full-width; indent with plain spaces.")
        return "unknown-key", what, mend
    close = difflib.get_close_matches(key, _keys_at(loc[:-1], root), n=1, cutoff=0.6)
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


def _keys_at(loc: tuple[str | int, ...], root: type[Record]) -> list[str]:
    """The keys that the mapping at `loc` may have."""
    record = next((_RECORDS[part] for part in reversed(loc) if part in _RECORDS), root)
    return [field.alias or name for name, field in record.model_fields.items()]


def _shown(value: Any) -> str:
    return _shortened("true" if value is True else "false" if value is False else str(value))


def _shortened(text: str) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= 40 else line[:39] + "…"  # noqa: PLR2004 - a line's worth


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
    "duplicate-department": lambda values: (
        "duplicate-department",
        say("{name} is declared a second time", **values),
        say("Delete one of the two; a department's name is its key."),
    ),
    "empty-lineage": lambda _: (
        "empty-lineage",
        say("this lineage is of nobody"),
        say("Name who ended under from, and who is new under to; or delete it."),
    ),
    "mixed-lineage": lambda _: (
        "mixed-lineage",
        say("projects and sections can't become one another"),
        say("Declare the lineage of projects and that of sections apart."),
    ),
    "unknown-relisting": lambda values: (
        "unknown-relisting",
        say("{id} is no project of this edition", **values),
        say("Name the id of a project whose record stands in this file."),
    ),
}
