"""What the models object to, as problems with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from planversion.errors import Location, Problem, in_file_order
from planversion.model import Edition, Path, Record
from planversion.yamltext.mending import Part, hidden_flaws, sound_part
from planversion.yamltext.objections import Told, flaw, objection
from planversion.yamltext.positions import Span, locate
from planversion.yamltext.words import in_words

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


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
    objections = list(_once_a_union(details, document))
    for path, (code, what, mend) in _unfolded(objections, document):
        where = _location(path, document, on_key=code == "unknown-key")
        found.setdefault((path, str(what)), Problem(code, what, mend, where))
    return sorted(found.values(), key=in_file_order)


def part(details: Iterable[ErrorDetails], document: Document) -> Part | None:
    """What could be read of the edition all the same; None where that is nobody's edition."""
    return sound_part(document.tree, _wrong(details, document))


def _wrong(details: Iterable[ErrorDetails], document: Document) -> list[Path]:
    """Where a value is wrong or missing."""
    return [
        path if one["type"] != "missing" else (*path, one["loc"][-1])
        for one in details
        if one["type"] != "unsound"
        for path in (resolved(one["loc"], document.tree),)
    ]


def _once_a_union(details: Iterable[ErrorDetails], document: Document) -> Iterator[ErrorDetails]:
    """The objections; of those of a union's members, which pydantic gives each, the first."""
    members: dict[Path, list[ErrorDetails]] = {}
    for detail in details:
        path = resolved(detail["loc"], document.tree)
        of_a_member = detail["type"] != "missing" and path and path[-1] != detail["loc"][-1]
        if not of_a_member:
            yield detail
        else:
            members.setdefault(path, []).append(detail)
    yield from map(_first, members.values())


def _first(members: list[ErrorDetails]) -> ErrorDetails:
    """The first, or what finds the right kind of value; with the kinds that could stand there."""
    kinds = {one["type"] for one in members}
    first = next((one for one in members if one["type"] == "string_too_short"), members[0])
    return {**first, "ctx": {**first.get("ctx", {}), "kinds": kinds}}


def _unfolded(details: list[ErrorDetails], document: Document) -> Iterator[tuple[Path, Told]]:
    for detail in details:
        if detail["type"] == "unsound":
            for code, path, values in detail["ctx"]["flaws"]:
                yield path, flaw(code, values)
        else:
            path = resolved(detail["loc"], document.tree)
            yield path, objection(detail, path, document.written(path), document.model)
    # Nobody asks for references where values are wrong; whoever mends these would meet those next.
    if document.model is Edition and (wrong := _wrong(details, document)):
        for code, path, values in hidden_flaws(document.tree, wrong):
            yield path, flaw(code, values)


def resolved(loc: tuple[str | int, ...], tree: Any) -> Path:
    """Pydantic's path without the names that pydantic puts in for the members of a union."""
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
