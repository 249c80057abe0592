"""A file's bytes and the edition they say, or every reason why they say none."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from planversion.collector import without_collector
from planversion.errors import (
    InvalidEditionError,
    Location,
    Problem,
    UnreadableFileError,
    in_file_order,
)
from planversion.messages import Message, say
from planversion.model import Edition, Path
from planversion.yamltext.parsing import (
    LARGEST_FILE,
    Complaint,
    ComplaintError,
    parse,
)
from planversion.yamltext.positions import Span, locate

if TYPE_CHECKING:
    from planversion.yamltext.mending import Lost

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


Parse = Callable[[str], tuple[Any, tuple[Complaint, ...]]]
"""Makes plain values of a text."""


@dataclass(frozen=True)
class Source:
    """An edition beside the text that says it."""

    edition: Edition
    name: str
    text: str

    @cached_property
    def positions(self) -> dict[Path, Span]:
        """Where every node stands; found when first asked for."""
        return locate(self.text)

    @cached_property
    def tree(self) -> Any:
        """The plain values that the text says; made again when first asked for."""
        return parse(self.text)[0]

    def location(self, path: Path) -> Location:
        """Where the node at `path` stands, for a message."""
        span = self.positions[path]
        return Location(self.name, span.line, span.column)


class Rest(NamedTuple):
    """What could be read of a file that is no edition."""

    source: Source
    """Without what is wrong; a stand-in where something must stand."""
    lost: Lost
    """What is wrong, by where it stands."""


class PartlyReadError(InvalidEditionError):
    """Values or references are wrong; `rest` says what can be looked at all the same, if any."""

    def __init__(self, problems: list[Problem], rest: Callable[[], Rest | None]) -> None:
        self.rest = rest
        super().__init__(problems)


def read_edition(source: bytes, name: str) -> Source:
    """The edition that `source`, the bytes of the file called `name`, says.

    Raises UnreadableFileError if it is no UTF-8 text of a sane size, InvalidEditionError with
    every problem of the file if it is no edition.
    """
    text = decode(source, name)
    return _read(text, _tree(text, name, parse), name)


def read_version(source: bytes, name: str) -> tuple[Source, dict[str, Any]]:
    """The same of one of many versions of a file, with the plain values that the text says.

    The values are shared between versions, and for reading only.
    """
    # Most commands read no history.
    from planversion.yamltext.chapters import parse_by_chapters  # noqa: PLC0415

    text = decode(source, name)
    tree = _tree(text, name, parse_by_chapters)
    return _read(text, tree, name), tree


def _read(text: str, tree: dict[str, Any], name: str) -> Source:
    try:
        with without_collector():
            edition = Edition.model_validate(tree, by_alias=True, by_name=False)
    except ValidationError as error:
        raise _refused(error, tree, text, name) from None
    return Source(edition, name, text)


def _refused(error: ValidationError, tree: Any, text: str, name: str) -> PartlyReadError:
    def rest() -> Rest | None:
        from planversion.yamltext.complaints import Document, part  # noqa: PLC0415 - as below

        found = part(error.errors(include_url=False), Document(name, text, tree))
        return found and Rest(Source(found.edition, name, text), found.lost)

    return PartlyReadError(_objections(error, tree, text, name), rest)


def decode(source: bytes, name: str) -> str:
    """The text of a UTF-8 file; raises UnreadableFileError."""
    if len(source) > LARGEST_FILE:
        what = say("the file is larger than any plan")
        mend = say("The limit is {limit} MiB.", limit=LARGEST_FILE >> 20)
        raise UnreadableFileError([Problem("too-large", what, mend, Location(name))])
    try:
        text = source.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        raise UnreadableFileError([not_utf8(source, error, name)]) from None
    if text.startswith(_BOM):
        raise UnreadableFileError([_second_mark(name)])
    if "\r" in text and (found := _RETURN.search(text)):
        raise UnreadableFileError([_return(found, text, name)])
    if separators := list(_SEPARATOR.finditer(text)):
        raise UnreadableFileError([_separator(found, text, name) for found in separators])
    return text


def _second_mark(name: str) -> Problem:
    what = say("a second byte order mark, which nobody sees")
    mend = say("Save the file as UTF-8 without a byte order mark.")
    return Problem("byte-order-mark", what, mend, Location(name, 1, 1))


# A line break to YAML, and none to git and to whatever else looks at lines.
_RETURN = re.compile("\r(?!\n)")


def _return(found: re.Match[str], text: str, name: str) -> Problem:
    what = say("a line that ends in CR alone, as on an old Mac")
    mend = say("Save the file with LF or CRLF at the end of lines.")
    return Problem("line-ends", what, mend, _location(found, text, name))


# Line breaks to YAML 1.1, and so to libyaml, and none to YAML 1.2 and to editors.
_SEPARATOR = re.compile("[\x85\u2028\u2029]")


def _separator(found: re.Match[str], text: str, name: str) -> Problem:
    where = _location(found, text, name)
    what = say("an invisible line separator (U+{code})", code=f"{ord(found[0]):04X}")
    return Problem("separator", what, say("Delete it; it was pasted from another program."), where)


def _location(found: re.Match[str], text: str, name: str) -> Location:
    before = text[: found.start()]
    return Location(name, before.count("\n") + 1, found.start() - before.rfind("\n"))


def not_utf8(source: bytes, error: UnicodeDecodeError, name: str) -> Problem:
    """Where the bytes of a file are no UTF-8, and what they look like instead."""
    before = source[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    guess = next((label for label, codec in _ENCODINGS if _decodes(source, codec)), None)
    what = say("this is not UTF-8")
    if guess:
        mend = say("It looks like {guess}; save the file as UTF-8.", guess=guess)
    else:
        mend = say("Save the file as UTF-8.")
    return Problem("encoding", what, mend, Location(name, line, column))


# UTF-32's mark begins as that of UTF-16 does, so it is asked first.
_ENCODINGS = (
    *(("UTF-32", "utf-32"), ("UTF-16", "utf-16")),
    *(("Shift_JIS", "cp932"), ("EUC-JP", "euc_jp")),
)
_MARKS = {
    "utf-32": (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE),
    "utf-16": (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE),
}


def _decodes(source: bytes, codec: str) -> bool:
    if codec in _MARKS and not source.startswith(_MARKS[codec]):
        return False
    try:
        source.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _tree(text: str, name: str, parse: Parse) -> Any:
    try:
        tree, complaints = parse(text)
    except ComplaintError as error:
        raise InvalidEditionError([_problem(error.complaint, name)]) from None
    if complaints:
        raise InvalidEditionError(_all_problems(tree, text, name, complaints))
    if not isinstance(tree, dict):
        what, mend = say("this is no mapping"), _mapping_mend(tree)
        raise InvalidEditionError([Problem("wrong-type", what, mend, Location(name, 1, 1))])
    return tree


def _mapping_mend(tree: Any) -> Message:
    if isinstance(tree, str) and "：" in tree:
        return say("The colon is full-width; write a plain colon and a space.")
    return say("An edition begins with schema: 1, plan: and edition:.")


def _problem(complaint: Complaint, name: str) -> Problem:
    where = Location(name, complaint.line, complaint.column)
    return Problem(complaint.code, complaint.what, complaint.mend, where)


_MAY_BE_READ_PAST = ("unknown-relisting", "empty-lineage")
"""What isn't there may be what stands behind a key that stands twice, or an alias."""


def _all_problems(
    tree: Any, text: str, name: str, complaints: tuple[Complaint, ...]
) -> list[Problem]:
    """Complaints about the YAML and objections of the models, so that one look mends them all."""
    found = [_problem(complaint, name) for complaint in complaints]
    if not isinstance(tree, dict):
        return found
    try:
        Edition.model_validate(tree, by_alias=True, by_name=False)
    except ValidationError as error:
        # What was read past (an alias, a tag) need not be told a second time.
        said = {(problem.where.line, problem.where.column) for problem in found if problem.where}
        more = _objections(error, tree, text, name)
        found += [
            one
            for one in more
            if one.where
            and (one.where.line, one.where.column) not in said
            and one.code not in _MAY_BE_READ_PAST
        ]
    return sorted(found, key=in_file_order)


def _objections(error: ValidationError, tree: Any, text: str, name: str) -> list[Problem]:
    # Words for problems are made only where there is one.
    from planversion.yamltext.complaints import Document, problems  # noqa: PLC0415

    return problems(error.errors(include_url=False), Document(name, text, tree))
