"""A crosswalk as a table, and as a data package."""

from __future__ import annotations

from typing import Any

from planversion.comparing.crosswalk import Crosswalk, End, Link
from planversion.exporting.ends import gap_note
from planversion.exporting.kinds import gsim
from planversion.exporting.packages import Files, package
from planversion.exporting.tables import Column, Table, Value
from planversion.messages import say
from planversion.model.labelling import edition_label


def crosswalk_table(crosswalk: Crosswalk) -> Table:
    """The crosswalk, a pair of ids a row."""
    rows = tuple(map(_row, crosswalk.links))
    return Table("crosswalk", say("which id answers to which"), _COLUMNS, rows)


def crosswalk_package(crosswalk: Crosswalk) -> Files:
    """The files of the package."""
    return package(_about(crosswalk), [crosswalk_table(crosswalk)])


_COLUMNS = (
    Column("of", say("sections or projects"), always=True, words=("sections", "projects")),
    Column("kind", say("what became of them; kept where the id simply lives on"), always=True),
    Column("gsim", say("the same in the words of GSIM, separated by semicolons")),
    Column("cardinality", say("how many old ids stand against how many new ones"), always=True),
    Column("old_id", say("the id in the old edition")),
    Column("old_name", say("its name there")),
    Column("old_codes", say("its place codes there, separated by semicolons")),
    Column("new_id", say("the id in the new edition")),
    Column("new_name", say("its name there")),
    Column("new_codes", say("its place codes there, separated by semicolons")),
    Column("changes", say("what changed on it, separated by semicolons")),
    Column("basis", say("how it is known"), words=("id", "published", "judged", "declared")),
    Column("reasons", say("why, separated by semicolons")),
    Column("unsure", say("whether a careful reader would doubt it"), "boolean", always=True),
)


def _row(link: Link) -> tuple[Value, ...]:
    return (
        *(link.of, link.kind, gsim(link), link.cardinality),
        *(*_end(link.old), *_end(link.new)),
        *(link.changes, link.basis, link.reasons, link.unsure),
    )


def _end(end: End | None) -> tuple[Value, Value, Value]:
    return (end.id, end.name, end.codes) if end else (None, None, None)


def _about(crosswalk: Crosswalk) -> dict[str, Any]:
    old, new = crosswalk.old, crosswalk.new
    about = {
        "name": f"{new.plan}-{old.id}-{new.id}".lower(),
        "title": f"{crosswalk.title} {edition_label(old)} → {edition_label(new)}",
    }
    return {**about, "description": gap_note(crosswalk.gaps)} if crosswalk.gaps else about
