"""An edition as Parquet: a project a row, in typed columns."""

from __future__ import annotations

import io
import json
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from planversion.errors import Problem, UnexportableError
from planversion.exporting.lines import ProjectLine, lines
from planversion.messages import say
from planversion.model import Edition

if TYPE_CHECKING:
    import pyarrow as pa


def parquet(edition: Edition) -> bytes:
    """The edition as one file, the same bytes each time.

    Raises UnexportableError without the extra, where an id is missing, or where a number is too
    large for its column.
    """
    _require_pyarrow()
    import pyarrow as pa  # noqa: PLC0415 - an extra, and heavy
    from pyarrow import parquet as files  # noqa: PLC0415

    rows = [_row(line) for line in lines(edition)]
    written = io.BytesIO()
    try:
        table = pa.Table.from_pylist(rows, schema=_schema(edition))
    except (pa.ArrowInvalid, OverflowError) as error:
        what = say("a number is too large for its column: {why}", why=error)
        raise UnexportableError([Problem("too-large", what, say("Take -f jsonl."))]) from None
    files.write_table(table, written, compression="zstd")
    return written.getvalue()


def _require_pyarrow() -> None:
    if find_spec("pyarrow") is None:
        what = say("Parquet needs {name}, which isn't here", name="pyarrow")
        mend = say("Install it: pip install 'planversion[parquet]'")
        raise UnexportableError([Problem("missing-extra", what, mend)])


def _row(line: ProjectLine) -> dict[str, Any]:
    """The line as plain values; what can be a number or a text is a text in a column."""
    row = line.model_dump(by_alias=True)
    period = row.pop("period") or {}
    row["period_from"], row["period_to"] = _text(period.get("from")), _text(period.get("to"))
    row["attributes"] = json.dumps(row["attributes"], ensure_ascii=False)
    for budget in row["budget"]:
        budget["year"] = _text(budget["year"])
    for indicator in row["indicators"]:
        for key in ("baseline", "target"):
            indicator[key] = _text(indicator[key])
    return row


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _schema(edition: Edition) -> pa.Schema:
    import pyarrow as pa  # noqa: PLC0415

    text, number = pa.string(), pa.int64()
    texts = pa.list_(text)
    plain: dict[str, pa.DataType] = {
        **dict.fromkeys(("plan", "edition", "id", "name"), text),
        "departments": texts,
        **dict.fromkeys(("description", "status", "period_from", "period_to"), text),
        "budget": _records(year=text, amount=pa.float64(), unit=text, note=text),
        "indicators": _records(name=text, unit=text, baseline=text, target=text, note=text),
        "external_ids": _records(scheme=text, id=text, year=number),
        "inferred": texts,
        "note": text,
        "attributes": text,
        "placements": _placements(),
    }
    return pa.schema(plain.items(), metadata=_metadata(edition))


def _placements() -> pa.DataType:
    import pyarrow as pa  # noqa: PLC0415

    text, yes = pa.string(), pa.bool_()
    texts = pa.list_(text)
    named = {"section": text, "code": text, "titles": texts, "position": pa.int64()}
    printed = {"primary": yes, "name": text, "own_name": yes, "departments": texts}
    rest = {"own_departments": yes, "marked": yes, "moved_from": text, "note": text}
    return _records(**named, **printed, **rest)


def _records(**columns: pa.DataType) -> pa.DataType:
    import pyarrow as pa  # noqa: PLC0415

    return pa.list_(pa.struct(columns.items()))


def _metadata(edition: Edition) -> dict[str, str]:
    header = edition.header
    return {
        "plan": edition.plan.id,
        "title": edition.plan.title,
        "edition": edition.id,
        "label": header.label,
        "status": header.status,
        "language": edition.plan.language,
    }
