"""The format that the ending of a file says."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import click

from planversion.errors import Location, Problem, UsageError
from planversion.messages import say

_ENDINGS = {
    ".atom": ("atom",),
    ".csv": ("csv",),
    ".docx": ("docx",),
    ".htm": ("html",),
    ".html": ("html",),
    ".json": ("json",),
    ".jsonl": ("jsonl",),
    ".md": ("markdown",),
    ".parquet": ("parquet",),
    ".png": ("png",),
    ".svg": ("svg",),
    ".tsv": ("sssom",),
    ".txt": ("text",),
    ".ttl": ("skos", "xkos"),
    ".xlsx": ("xlsx",),
    ".xml": ("stratml", "atom"),
    ".yaml": ("edition",),
    ".yml": ("edition",),
}


def by_ending(
    form: str,
    output: str | None,
    forms: Collection[str],
    *,
    packing: str | None = None,
    any_ending: bool = False,
) -> str:
    """The format that is asked for, else the one that the file's ending says.

    Of several files `packing` is the format, and .zip its ending. Raises UsageError for an ending
    that none of the formats has, unless `any_ending` is taken.
    """
    ending = _ending(output)
    if ending is None or _is_asked():
        return form
    known = _known(forms, packing)
    if ending not in known and not any_ending:
        what = say("no format of this command has the ending {ending}", ending=ending)
        mend = say("Take one of {endings}, or say the format with -f.", endings=", ".join(known))
        raise UsageError([Problem("ending", what, mend, Location(str(output)))])
    return known.get(ending, form)


def _is_asked() -> bool:
    source = click.get_current_context().get_parameter_source("form")
    return source is not click.core.ParameterSource.DEFAULT


def _known(forms: Collection[str], packing: str | None) -> dict[str, str]:
    """The endings that formats of these have."""
    both = (
        (ending, next((one for one in said if one in forms), None))
        for ending, said in _ENDINGS.items()
    )
    known = {ending: form for ending, form in both if form}
    return known | ({".zip": packing} if packing else {})


def _ending(output: str | None) -> str | None:
    """The ending of a file; None of what has none: a folder, a device, a name such as data/5.1."""
    path = Path(output or "-")
    ending = path.suffix.lower()
    if not ending or ending[1:].isdigit() or (path.exists() and not path.is_file()):
        return None
    return ending
