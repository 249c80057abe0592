"""What every part of an edition file has in common: frozen, strict, nothing unknown."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    Strict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from planversion import ids


class Record(BaseModel):
    """A mapping of the file: frozen, its values of exactly the declared types."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        # Only what is used is built: most commands validate one edition and nothing else.
        defer_build=True,
    )

    def __eq__(self, other: object) -> bool:
        # Records hold fields and nothing else; pydantic's own looks for more, and takes longer.
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))


T = TypeVar("T")
# YAML and JSON know lists only, so a strict tuple would refuse both.
Many = Annotated[tuple[T, ...], Strict(strict=False)]
"""A list in the file, a tuple in memory."""

Text = Annotated[str, StringConstraints(min_length=1)]
"""Text that isn't empty."""

Name = Annotated[Text, StringConstraints(pattern="[^\t\n\r \u00a0\u2000-\u200b\u3000]")]
"""Text of more than spaces, spelt out: each judge has another idea of what a space is."""


def _no_truth(value: Any) -> Any:
    # To Python true is the number one.
    if isinstance(value, bool):
        raise PydanticKnownError("literal_error", {"expected": "1"})
    return value


SchemaVersion = Annotated[Literal[1], BeforeValidator(_no_truth)]
"""The version of a file format, a number: 1, or 1.0, which JSON knows no difference of."""

_DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return dt.date.fromisoformat(value) if re.fullmatch(_DATE, value) else value
    except ValueError:
        return value


Date = Annotated[
    dt.date,
    BeforeValidator(_date),
    PlainSerializer(dt.date.isoformat),
    WithJsonSchema({"type": "string", "format": "date", "pattern": _DATE}),
]
"""A day as `2026-04-01`."""


def _checked(identifier: str) -> str:
    if not ids.is_valid(identifier):
        body = identifier[2:-1]
        wanted = identifier[:-1] + ids.check_character(body)
        raise PydanticCustomError("check_character", "wrong check character", {"wanted": wanted})
    return identifier


ProjectId = Annotated[str, StringConstraints(pattern=ids.PROJECT_PATTERN), AfterValidator(_checked)]
"""The id of a project: `p-`, nine characters and a check character."""

SectionId = Annotated[str, StringConstraints(pattern=ids.SECTION_PATTERN), AfterValidator(_checked)]
"""The id of a section: `s-`, nine characters and a check character."""

SubjectId = Annotated[str, StringConstraints(pattern=ids.SUBJECT_PATTERN), AfterValidator(_checked)]
"""The id of a project or a section."""
