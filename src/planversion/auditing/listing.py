"""名称変更, 再掲, 担当課変更: what a row is called, where else it is listed, who carries it."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.auditing.placing import Held, against, codes_of, stands_there, stood_there
from planversion.auditing.scene import Happening, Scene
from planversion.auditing.statements import Statement
from planversion.changes import Reassigned, Relisted, Renamed, Reworded
from planversion.messages import say
from planversion.model import RowReference


def renamed(statement: Statement, row: RowReference, scene: Scene) -> Held:
    """Confirmed by another name, of the project or of those it came from."""
    changes = tuple(_renamings(row, scene))
    if not changes:
        return against("not-renamed", say("its name is the same"))
    stood = scene.origins(row.project)
    if not stood_there(statement, stood, row.section, scene):
        codes = codes_of(scene.old, stood)
        return against("stood-elsewhere", say("it stood at {codes}", codes=codes))
    return Held(changes)


def _renamings(row: RowReference, scene: Scene) -> Iterator[Happening]:
    for change in scene.changes(row.project):
        if isinstance(change, Renamed) or (
            isinstance(change, Reworded)
            and change.new.section == row.section
            and change.old.name != change.new.name
        ):
            yield change
    family = scene.family(row.project)
    lives = row.project in scene.old.projects and row.project in scene.new.projects
    if family and family.old and family.new and not lives:
        yield family


def relisted(statement: Statement, row: RowReference, scene: Scene) -> Held:
    """Confirmed where the project is listed elsewhere, too; that it is need not be new."""
    others = [one for one in scene.new.listings(row.project) if one != row.section]
    if not others or not scene.stands(row):
        return against("listed-once", say("it isn't listed anywhere else"))
    if not stands_there(statement, others, row.section, scene):
        codes = codes_of(scene.new, others)
        return against("stands-elsewhere", say("it stands at {codes}", codes=codes))
    return Held(
        tuple(
            change
            for change in scene.changes(row.project)
            if isinstance(change, Relisted) and change.listing and change.new.section == row.section
        )
    )


def reassigned(_: Statement, row: RowReference, scene: Scene) -> Held:
    """Confirmed by other departments, whatever explains them."""
    changes = tuple(
        change
        for change in scene.changes(row.project)
        if isinstance(change, Reassigned)
        or (
            isinstance(change, Reworded)
            and change.new.section == row.section
            and any(field.field == "departments" for field in change.fields)
        )
    )
    if changes:
        return Held(changes)
    return against("same-departments", say("the same departments carry it"))
