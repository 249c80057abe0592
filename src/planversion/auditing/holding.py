"""A published note held against what was computed of its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from planversion.auditing.kinship import added, ended, listed, merged, split
from planversion.auditing.listing import reassigned, relisted, renamed
from planversion.auditing.moving import moved
from planversion.auditing.outcomes import AuditedNote, AuditedRow, Objection, Outcome, once
from planversion.auditing.placing import Held, absent_place
from planversion.auditing.scene import Scene
from planversion.auditing.statements import Statement, StatementKind, plain, read
from planversion.comparing.spots import printed_name
from planversion.messages import say
from planversion.model import PublishedNote, RowReference
from planversion.spelling import normalised

_HOLDERS: dict[StatementKind, Callable[[Statement, RowReference, Scene], Held]] = {
    "moved": moved,
    "renamed": renamed,
    "split": split,
    "merged": merged,
    "added": added,
    "listed": listed,
    "ended": ended,
    "relisted": relisted,
    "reassigned": reassigned,
}


def held(index: int, note: PublishedNote, scene: Scene) -> AuditedNote:
    """The note with its outcome: confirmed if everything it says holds at every row."""
    statements, belongs_to = _understood(note, scene)
    if not statements:
        why = Objection("unread", say("it can't be read as a statement"))
        return AuditedNote(index, note, "unchecked", (), _as_named(note.belongs_to, scene), (why,))
    if not belongs_to:
        return _without_rows(index, note, statements, scene)
    if missing := [row for row in belongs_to if not (scene.stands(row) or scene.stood(row))]:
        names = ", ".join(f"{row.project} ({row.section})" for row in missing)
        why = Objection("no-such-row", say("neither edition has the row {names}", names=names))
        rows = _as_named(belongs_to, scene)
        return AuditedNote(index, note, "unchecked", statements, rows, (why,))
    rows = tuple(_row(row, statements, scene) for row in belongs_to)
    outcome: Outcome = "contradicted" if any(row.objections for row in rows) else "confirmed"
    return AuditedNote(index, note, outcome, statements, rows)


def _understood(
    note: PublishedNote, scene: Scene
) -> tuple[tuple[Statement, ...], tuple[RowReference, ...]]:
    """What the note says, and its rows: those the file names, else whom it names itself."""
    statements = read(note.text)
    ending = [one for one in statements if one.kind == "ended" and one.old]
    named = () if note.belongs_to else tuple(_called(ending, scene))
    if named:
        # Whom it names is found; the place in front of the name is part of how it was found.
        statements = tuple(one._replace(old=()) if one in ending else one for one in statements)
    places = [place for one in statements for place in (*one.old, *one.new)]
    known = all(_is_place(place, scene) for place in places)
    return (statements if known else ()), (note.belongs_to or named)


def _called(ending: Iterable[Statement], scene: Scene) -> Iterator[RowReference]:
    """Rows of the old edition that are named in words: 5(2)②の防犯啓発放送は廃止."""
    wanted = {normalised(name) for one in ending for name in one.old}
    for place in scene.old.places.values() if wanted else ():
        code = plain(place.code)
        for row in scene.old.listed(place):
            name = plain(printed_name(scene.old, row))
            said = (name, f"{code}{name}", f"{code}の{name}", f"{code}「{name}」")
            if wanted.intersection(map(normalised, said)):
                yield RowReference.model_construct(project=row.project, section=place.id)


def _is_place(place: str, scene: Scene) -> bool:
    """Whether it is written as places are: a wrong number is an error, a word is something else."""
    return scene.old_codes.writes(place) or scene.new_codes.writes(place)


def _without_rows(
    index: int, note: PublishedNote, statements: tuple[Statement, ...], scene: Scene
) -> AuditedNote:
    """Contradicted by a place that isn't there; nothing more can be known."""
    absent = [one for one in (absent_place(s, "", scene) for s in statements) if one]
    if absent:
        return AuditedNote(index, note, "contradicted", statements, (), tuple(absent))
    why = Objection("no-row", say("the file doesn't say which rows it belongs to"))
    return AuditedNote(index, note, "unchecked", statements, (), (why,))


def _row(row: RowReference, statements: tuple[Statement, ...], scene: Scene) -> AuditedRow:
    found = [_held(statement, row, scene) for statement in statements]
    changes = once(change for one in found for change in one.changes)
    objections = dict.fromkeys(one.objection for one in found if one.objection)
    return _named(row, scene)._replace(changes=changes, objections=tuple(objections))


def _held(statement: Statement, row: RowReference, scene: Scene) -> Held:
    absent = absent_place(statement, row.section, scene)
    return Held((), absent) if absent else _HOLDERS[statement.kind](statement, row, scene)


def _as_named(rows: Iterable[RowReference], scene: Scene) -> tuple[AuditedRow, ...]:
    return tuple(_named(row, scene) for row in rows)


def _named(row: RowReference, scene: Scene) -> AuditedRow:
    """The row by its code and name, as the edition that has it prints them."""
    for side in (scene.new, scene.old):
        for placement in side.placements(row.project):
            if placement.place.id == row.section:
                code, name = placement.place.code, printed_name(side, placement)
                return AuditedRow(row.project, row.section, code, name)
    return AuditedRow(row.project, row.section, "", row.project)
