"""The tables of what an edition says beside its outline."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.exporting.outline_tables import NOTE, POSITION, projects_of
from planversion.exporting.tables import Column, Reference, Table
from planversion.messages import say
from planversion.model import Edition

_REASON = Column("reason", say("why, in a sentence"))


def statement_tables(edition: Edition) -> Iterator[Table]:
    """The edition itself, its levels, departments and sources, and what it declares."""
    yield _editions(edition)
    yield _spellings(edition)
    yield _errata(edition)
    yield _levels(edition)
    yield _sources(edition)
    yield _departments(edition)
    yield _lineage(edition)
    yield _explanations(edition)
    yield _returned(edition)
    yield _notes(edition)
    yield _note_rows(edition)


def _editions(edition: Edition) -> Table:
    plan, header = edition.plan, edition.header
    columns = (
        Column("plan", say("the plan"), always=True),
        Column("title", say("the plan's title as printed"), always=True),
        Column("jurisdiction", say("whose plan it is")),
        Column("language", say("the language of the plan"), always=True),
        Column("id", say("the edition"), always=True),
        Column("label", say("the edition as people call it"), always=True),
        Column("status", say("draft, consultation or adopted"), always=True),
        Column("stage", say("the stage as printed")),
        Column("previous", say("the edition before")),
        Column("revises", say("the draft before")),
        Column("adopted_on", say("the day it was adopted"), "date"),
        Column("in_force_from", say("the first day it is in force"), "date"),
        Column("in_force_to", say("the last day it is in force"), "date"),
        NOTE,
    )
    row = (
        *(plan.id, plan.title, plan.jurisdiction, plan.language),
        *(header.id, header.label, header.status, header.stage, header.previous, header.revises),
        *(header.adopted_on, header.in_force_from, header.in_force_to, header.note),
    )
    return Table("editions", say("the edition itself"), columns, (row,), ("plan", "id"))


def _spellings(edition: Edition) -> Table:
    columns = (
        Column("group", say("which wordings are the same"), "integer", always=True),
        POSITION,
        Column("wording", say("a wording"), always=True),
    )
    rows = tuple(
        (group, number, wording)
        for group, wordings in enumerate(edition.plan.spellings, 1)
        for number, wording in enumerate(wordings, 1)
    )
    what = say("wordings that the plan treats as the same")
    return Table("spellings", what, columns, rows, ("group", "position"))


def _errata(edition: Edition) -> Table:
    columns = (
        *(POSITION, Column("on", say("the day of the correction"), "date", always=True)),
        Column("what", say("what was corrected"), always=True),
        Column("why", say("why it was wrong"), always=True),
    )
    rows = tuple((i, one.on, one.what, one.why) for i, one in enumerate(edition.header.errata, 1))
    return Table("errata", say("corrections"), columns, rows, ("position",))


def _levels(edition: Edition) -> Table:
    columns = (
        Column("depth", say("the level, 1 at the top"), "integer", always=True),
        Column("name", say("what its sections are called"), always=True),
        Column("code", say("how their numbers are printed"), always=True),
    )
    rows = tuple((depth, one.name, one.code) for depth, one in enumerate(edition.levels, 1))
    return Table("levels", say("the levels of the outline"), columns, rows, ("depth",))


def _sources(edition: Edition) -> Table:
    columns = (
        *(POSITION, Column("id", say("a short name"), always=True)),
        Column("title", say("its title as printed"), always=True),
        Column("url", say("where it is published")),
        Column("archived", say("where an archive keeps it")),
        Column("sha256", say("the hash of the file that was read")),
        Column("retrieved_on", say("the day it was fetched"), "date"),
        NOTE,
    )
    rows = tuple(
        (i, one.id, one.title, one.url, one.archived, one.sha256, one.retrieved_on, one.note)
        for i, one in enumerate(edition.sources, 1)
    )
    what = say("the documents that the edition was transcribed from")
    return Table("sources", what, columns, rows, ("position",))


def _departments(edition: Edition) -> Table:
    """Those that are declared, then those that carry a project all the same."""
    columns = (
        *(POSITION, Column("name", say("its name as printed"), always=True)),
        Column("declared", say("whether the edition declares it"), "boolean", always=True),
        Column("collective", say("whether it is no department of its own"), "boolean"),
        Column("succeeds", say("departments that ended, separated by semicolons")),
        Column("takes_from", say("departments that live on, separated by semicolons")),
        NOTE,
    )
    known = {one.name: one for one in edition.departments}
    carrying = (name for one in projects_of(edition.outline) for name in one.departments)
    rows = tuple(
        (i, name, True, one.collective, one.succeeds, one.takes_from, one.note)
        if (one := known.get(name))
        else (i, name, False, None, None, None, None)
        for i, name in enumerate(dict.fromkeys((*known, *carrying)), 1)
    )
    return Table("departments", say("the departments"), columns, rows, ("name",))


def _lineage(edition: Edition) -> Table:
    columns = (
        POSITION,
        Column("from", say("who it was, by ids separated by semicolons")),
        Column("to", say("who it is now, by ids separated by semicolons")),
        _REASON,
        Column("basis", say("who says so"), words=("published", "judged")),
        Column("unsure", say("members in doubt, by ids separated by semicolons")),
        Column("since", say("the edition it is told against, where it isn't the one before")),
        NOTE,
    )
    rows = tuple(
        (i, one.old, one.new, one.reason, one.basis, one.unsure, one.since, one.note)
        for i, one in enumerate(edition.lineage, 1)
    )
    what = say("what became of subjects that don't simply continue")
    return Table("lineage", what, columns, rows, ("position",))


def _explanations(edition: Edition) -> Table:
    columns = (POSITION, Column("id", say("whose change it is"), always=True), _REASON)
    rows = tuple((i, one.id, one.reason) for i, one in enumerate(edition.explanations, 1))
    what = say("why subjects changed in substance")
    return Table("explanations", what, columns, rows, ("position",))


def _returned(edition: Edition) -> Table:
    columns = (POSITION, Column("id", say("who comes back"), always=True), _REASON)
    rows = tuple((i, one.id, one.reason) for i, one in enumerate(edition.returned, 1))
    return Table("returned", say("subjects that come back"), columns, rows, ("position",))


def _notes(edition: Edition) -> Table:
    columns = (
        *(POSITION, Column("text", say("the note as printed"), always=True)),
        Column("printed_at", say("where it is printed")),
        NOTE,
    )
    rows = tuple(
        (i, one.text, one.printed_at, one.note) for i, one in enumerate(edition.published_notes, 1)
    )
    what = say("notes that the body printed itself")
    return Table("published_notes", what, columns, rows, ("position",))


def _note_rows(edition: Edition) -> Table:
    columns = (
        Column("published_note", say("the position of the note"), "integer", always=True),
        POSITION,
        Column("project", say("the project"), always=True),
        Column("section", say("the section it is listed under"), always=True),
    )
    rows = tuple(
        (i, number, row.project, row.section)
        for i, one in enumerate(edition.published_notes, 1)
        for number, row in enumerate(one.belongs_to, 1)
    )
    key = ("published_note", "position")
    note = Reference(("published_note",), "published_notes", ("position",))
    what = say("the rows that printed notes belong to")
    return Table("published_note_rows", what, columns, rows, key, (note,))
