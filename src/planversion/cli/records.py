"""The configuration and the waivers: a file beside the editions, read and judged by its model."""

from __future__ import annotations

from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from planversion.cli.texts import text_of
from planversion.errors import Location, Problem, UsageError
from planversion.messages import say
from planversion.model import Record
from planversion.yamltext.complaints import Document, problems
from planversion.yamltext.parsing import Complaint, ComplaintError, parse

R = TypeVar("R", bound=Record)


class Written(NamedTuple, Generic[R]):
    """What a file says, and the file."""

    record: R
    document: Document


def read_record(path: Path, model: type[R]) -> Written[R]:
    """What the file says; raises UsageError where it can't be read or says what we don't know."""
    document = _from_toml(path, model) if path.suffix == ".toml" else _from_yaml(path, model)
    try:
        record = model.model_validate(document.tree, by_alias=True, by_name=False)
    except ValidationError as error:
        raise UsageError(problems(error.errors(include_url=False), document)) from None
    return Written(record, document)


def _from_toml(path: Path, model: type[Record]) -> Document:
    import tomllib

    try:
        values = tomllib.loads(text_of(path)).get("tool", {}).get("planversion", {})
    except tomllib.TOMLDecodeError as error:
        what = say("this is no TOML: {why}", why=error)
        raise UsageError([Problem("config", what, None, Location(str(path)))]) from None
    return Document(str(path), "", values, model)


def _from_yaml(path: Path, model: type[Record]) -> Document:
    text = text_of(path)
    try:
        values, complaints = parse(text) if _says_anything(text) else ({}, ())
    except ComplaintError as error:
        values, complaints = None, (error.complaint,)
    if complaints:
        raise UsageError([_told(complaint, path) for complaint in complaints])
    return Document(str(path), text, values, model)


def _told(complaint: Complaint, path: Path) -> Problem:
    where = Location(str(path), complaint.line, complaint.column)
    return Problem(complaint.code, complaint.what, complaint.mend, where)


def _says_anything(text: str) -> bool:
    """Whether there is a line that is no comment."""
    lines = (line.strip() for line in text.splitlines())
    return any(line and not line.startswith("#") for line in lines)
