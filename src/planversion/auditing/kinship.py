"""分割, 統合, 新規, 廃止: whether a project came from others, and what became of it."""

from __future__ import annotations

from planversion.auditing.placing import Held, against, codes_of, stands_there, stood_there
from planversion.auditing.scene import Scene
from planversion.auditing.statements import Statement
from planversion.changes import LineageChange, Member, Relisted
from planversion.matching.families import Kind
from planversion.messages import say
from planversion.model import RowReference

_SPLITS: frozenset[Kind] = frozenset({"split", "split_off", "transferred", "reorganised"})
_MERGERS: frozenset[Kind] = frozenset({"merged", "absorbed", "transferred", "reorganised"})


def split(statement: Statement, row: RowReference, scene: Scene) -> Held:
    """Confirmed by a family in which one became several."""
    family = scene.family(row.project)
    if not family or family.kind not in _SPLITS:
        return against("not-split", say("nothing is declared to have been split here"))
    return _of_family(statement, row, family, scene)


def merged(statement: Statement, row: RowReference, scene: Scene) -> Held:
    """Confirmed by a family in which several became one."""
    family = scene.family(row.project)
    if not family or family.kind not in _MERGERS:
        return against("not-merged", say("nothing is declared to have been merged here"))
    return _of_family(statement, row, family, scene)


def _of_family(
    statement: Statement, row: RowReference, family: LineageChange, scene: Scene
) -> Held:
    """The family, if its members stood and stand where the statement says."""
    stood, stands = _sections(family.old), _sections(family.new)
    if not stood_there(statement, stood, row.section, scene):
        codes = codes_of(scene.old, stood)
        return against("stood-elsewhere", say("it stood at {codes}", codes=codes))
    if not stands_there(statement, stands, row.section, scene):
        codes = codes_of(scene.new, stands)
        return against("stands-elsewhere", say("it stands at {codes}", codes=codes))
    return Held((family,))


def _sections(members: tuple[Member, ...]) -> list[str]:
    return [spot.section for member in members for spot in member.spots if spot.section]


def added(_: Statement, row: RowReference, scene: Scene) -> Held:
    """Confirmed where the old edition has neither the project nor anyone it came from."""
    family = scene.family(row.project)
    if family and family.kind == "added":
        return Held((family,))
    if row.project in scene.old.projects:
        codes = codes_of(scene.old, scene.old.listings(row.project))
        return against("not-new", say("it isn't new: it stood at {codes}", codes=codes))
    names = _names(family.old if family else ())
    return against("came-from", say("it came from {names}", names=names))


def listed(statement: Statement, row: RowReference, scene: Scene) -> Held:
    """Confirmed where the row is new, be it of a project that is new or of one that isn't."""
    for change in scene.changes(row.project):
        if isinstance(change, Relisted) and change.listing and change.new.section == row.section:
            return Held((change,))
    return added(statement, row, scene)


def ended(statement: Statement, row: RowReference, scene: Scene) -> Held:
    """Confirmed where the new edition has neither the project nor anyone who came from it."""
    family = scene.family(row.project)
    if row.project in scene.new.projects:
        codes = codes_of(scene.new, scene.new.listings(row.project))
        return against("lives-on", say("it lives on at {codes}", codes=codes))
    if family and family.kind != "removed":
        names = _names(family.new)
        return against("went-into", say("it went into {names}", names=names))
    return _of_family(statement, row, family, scene) if family else Held()


def _names(members: tuple[Member, ...]) -> str:
    return ", ".join(member.name for member in members)
