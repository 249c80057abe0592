"""Records updated: each field is changed only if it says what the diff says it did."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from pydantic import ValidationError

from planversion.applying.refusing import refused
from planversion.changes import FieldChange
from planversion.messages import say
from planversion.model import Record
from planversion.model.saying import written

AnyRecord = TypeVar("AnyRecord", bound=Record)


def updated(record: AnyRecord, fields: Iterable[FieldChange]) -> AnyRecord:
    """The record with these fields changed; raises InapplicableError if they said otherwise."""
    values = written(record)
    for change in fields:
        if values.get(change.field) != change.was:
            raise refused(say("{field} doesn't say what the diff says it did", field=change.field))
        values[change.field] = change.now
        if change.now is None:
            del values[change.field]
    return validated(type(record), values)


def validated(model: type[AnyRecord], values: object) -> AnyRecord:
    """The record that these values say; raises InapplicableError if they say none."""
    try:
        return model.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ", ".join(map(str, first["loc"])) or model.__name__
        raise refused(say("the diff holds a wrong value in {field}", field=field)) from None
