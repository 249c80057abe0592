"""4(2)②から移動: whether a row came from where the note says, or went there."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.auditing.placing import Held, against, codes_of, stands_there, stood_there
from planversion.auditing.scene import Happening, Passage, Scene
from planversion.auditing.statements import Statement
from planversion.changes import Moved, Renumbered
from planversion.messages import say
from planversion.model import RowReference


def moved(statement: Statement, row: RowReference, scene: Scene) -> Held:
    """Confirmed by a change of place, or by one of the code that the place is printed with."""
    passages = [*scene.passages(row)]
    for passage in passages:
        if passage.old != passage.new and _leads(passage, statement, row, scene):
            return Held((passage.change,))
    if renumbered := _renumbered(statement, row, scene):
        return Held((renumbered,))
    return _where_from(row, passages, scene) if statement.old else _where_to(row, scene)


def _leads(passage: Passage, statement: Statement, row: RowReference, scene: Scene) -> bool:
    """Whether the passage is from and to where the statement says."""
    near = row.section
    return (
        bool(passage.old and passage.new)
        and stood_there(statement, passage.old, near, scene)
        and stands_there(statement, passage.new, near, scene)
    )


def _renumbered(statement: Statement, row: RowReference, scene: Scene) -> Happening | None:
    """What gave the row's section another code, where the row stands in it as it stood."""
    if not (statement.old and scene.stands(row) and scene.stood(row)):
        return None
    here = (row.section,)
    same = scene.old_codes.code(row.section) == scene.new_codes.code(row.section)
    there = stood_there(statement, here, row.section, scene)
    if same or not (there and stands_there(statement, here, row.section, scene)):
        return None
    return next(_codes_changed(row.section, scene), None)


def _codes_changed(section: str, scene: Scene) -> Iterator[Happening]:
    """What happened to the section or one above it that its code shows."""
    place = scene.new.places.get(section)
    while place is not None:
        yield from (c for c in scene.changes(place.id) if isinstance(c, Renumbered | Moved))
        place = place.above


def _where_from(row: RowReference, passages: list[Passage], scene: Scene) -> Held:
    """Where it stood instead."""
    came_from = [one for passage in passages for one in sorted(passage.old - passage.new)]
    stood = scene.origins(row.project)
    if came_from:
        codes = codes_of(scene.old, came_from)
        return against("stood-elsewhere", say("it stood at {codes}", codes=codes))
    if row.section in stood:
        codes = codes_of(scene.old, [row.section])
        return against("not-moved", say("it stood at {codes} already", codes=codes))
    if not stood:
        return against("is-new", say("it is new: the old edition doesn't have it"))
    codes = codes_of(scene.old, stood)
    return against("listed-anew", say("it is listed here anew; it stood at {codes}", codes=codes))


def _where_to(row: RowReference, scene: Scene) -> Held:
    """Where it stands instead."""
    stands = scene.new.listings(row.project)
    if not stands:
        return against("ended", say("the new edition doesn't have it"))
    codes = codes_of(scene.new, stands)
    return against("stands-elsewhere", say("it stands at {codes}", codes=codes))
