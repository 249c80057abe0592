"""What both sides changed, differently: told as values, whose lines are told as hunks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from planversion.changes import Part
from planversion.comparing.entries import PARTS
from planversion.merging.editions import Parts, ThreeEditions
from planversion.merging.outcomes import Outcome, said_alike
from planversion.merging.spots import Spot
from planversion.model import Record, Section
from planversion.model.saying import written

Kind = Literal["changed", "removed", "added", "moved", "listed", "ordered", "contradicted"]
"""Why it is disputed: one field changed twice (changed), removed here and changed there (removed),
added by both with other words (added), moved to two sections (moved), its relistings contradict
each other (listed), its list was put into two orders (ordered), two lineage records say what became
of one subject, and not the same (contradicted)."""


class Conflict(NamedTuple):
    """One dispute, with what the base and each side say; None where they say nothing."""

    kind: Kind
    spot: Spot
    name: str
    """What it is called, by a name, a title, or the name of an entry."""
    code: str
    """The place code where ours has it, else theirs, else the base; empty outside the outline."""
    base: Any
    ours: Any
    theirs: Any


def conflicts(three: ThreeEditions, merged: Outcome[Parts]) -> tuple[Conflict, ...]:
    """Every dispute of a merge, in the order of the file: where its two versions differ."""
    return tuple(_Telling(three, merged).all())


class _Telling:
    """Tells the disputes of one merge."""

    def __init__(self, three: ThreeEditions, merged: Outcome[Parts]) -> None:
        self._three = three
        self._merged = merged

    def all(self) -> Iterator[Conflict]:
        plans = self._merged.map(lambda parts: parts.edition.plan)
        yield from self._fields("plan", "plan", [side.edition.plan for side in self._three], plans)
        heads = self._merged.map(lambda parts: parts.edition.header)
        own = [side.edition.header for side in self._three]
        yield from self._fields("edition", "edition", own, heads)
        for part in PARTS:
            yield from self._entries(part)
        yield from self._sections()
        yield from self._projects()
        yield from self._orders()

    def _entries(self, part: Part) -> Iterator[Conflict]:
        chosen = self._merged.map(lambda parts: parts.entries[part])
        known = [side.entries[part] for side in self._three]
        for name in _names(chosen):
            yield from self._thing(f"{part} {name}", name, _of(known, name), _in(chosen, name))
        if _turned(chosen.map(list)):
            yield self._conflict("ordered", Spot(part), part, [list(one) for one in known])

    def _sections(self) -> Iterator[Conflict]:
        chosen = self._merged.map(lambda parts: parts.tables.sections)
        above = self._merged.map(lambda parts: parts.parents)
        known = [side.tables.sections for side in self._three]
        for identifier in _names(chosen):
            records, found = _of(known, identifier), _in(chosen, identifier)
            yield from self._thing(identifier, _title(records), records, found)
            if all(found) and not _in(above, identifier).agreed:
                where = _of([side.parents for side in self._three], identifier)
                yield self._conflict("moved", Spot(identifier), _title(records), where)

    def _projects(self) -> Iterator[Conflict]:
        chosen = self._merged.map(lambda parts: parts.tables.records)
        rows = self._merged.map(lambda parts: parts.tables.listings)
        known = [side.tables.records for side in self._three]
        for identifier in _names(chosen):
            records, found = _of(known, identifier), _in(chosen, identifier)
            yield from self._thing(identifier, _title(records), records, found)
            listings = _in(rows, identifier)
            if all(found) and not listings.agreed:
                yield self._placing(identifier, _title(records), listings)

    def _placing(self, identifier: str, name: str, listings: Outcome[Any]) -> Conflict:
        homes = listings.map(lambda rows: [section for section, row in rows.items() if not row])
        where = [list(side.tables.listings.get(identifier, ())) for side in self._three]
        kind: Kind = "listed" if homes.agreed else "moved"
        return self._conflict(kind, Spot(identifier), name, where)

    def _orders(self) -> Iterator[Conflict]:
        rows = self._merged.map(lambda parts: parts.tables.rows)
        for name, now in rows.ours.items():
            if _turned(Outcome(now, rows.theirs.get(name, []))):
                lists = _of([side.tables.rows for side in self._three], name)
                titles = _of([side.tables.sections for side in self._three], name)
                yield self._conflict("ordered", Spot(name, "projects"), _title(titles), lists)
        below = self._merged.map(lambda parts: parts.tables.below)
        for above, sections in below.ours.items():
            if _turned(Outcome(sections, below.theirs.get(above, []))):
                lists = [side.tables.below.get(above) for side in self._three]
                titles = _of([side.tables.sections for side in self._three], above or "")
                spot = Spot(above, "sections") if above else Spot("sections")
                yield self._conflict("ordered", spot, _title(titles), lists)

    def _thing(
        self, owner: str, name: str, records: list[Record | None], chosen: Outcome[Any]
    ) -> Iterator[Conflict]:
        """Whether it is there, else its fields.

        What is new in a section that the other side took out is told with the section.
        """
        if all(chosen):
            yield from self._fields(owner, name, records, chosen)
        elif any(chosen):
            base, ours, theirs = (record and written(record) for record in records)
            kind: Kind = "removed" if base or (ours and theirs) else "contradicted"
            if base or " " in owner:
                yield self._conflict(kind, Spot(owner), name, [base, ours, theirs])

    def _fields(
        self, owner: str, name: str, records: list[Any], chosen: Outcome[Record]
    ) -> Iterator[Conflict]:
        if chosen.agreed:
            return
        base, ours, theirs = (written(record) if record else {} for record in records)
        kind: Kind = "changed" if records[0] else "added"
        versions = chosen.map(written)
        for key in dict.fromkeys((*versions.ours, *versions.theirs)):
            if not said_alike(versions.ours.get(key), versions.theirs.get(key)):
                values = [side.get(key) for side in (base, ours, theirs)]
                yield self._conflict(kind, Spot(owner, key), name, values)

    def _conflict(self, kind: Kind, spot: Spot, name: str, values: list[Any]) -> Conflict:
        return Conflict(kind, spot, name, self._code(spot.owner), *values)

    def _code(self, owner: str) -> str:
        for side in (self._three.ours, self._three.theirs, self._three.base):
            outline = side.edition.outline
            section = next(iter(outline.listings(owner)), owner)
            if section in outline.places:
                return outline.places[section].code
        return ""


def _names(chosen: Outcome[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys((*chosen.ours, *chosen.theirs)))


def _in(chosen: Outcome[dict[str, Any]], name: str) -> Outcome[Any]:
    return chosen.map(lambda known: known.get(name))


def _of(known: list[Any], name: str) -> list[Any]:
    """What the base and each side have by that name."""
    return [side.get(name) for side in known]


def _turned(order: Outcome[list[str]]) -> bool:
    """Whether what both versions of a list have stands in two orders."""
    common = frozenset(order.ours).intersection(order.theirs)
    in_common = order.map(lambda names: [name for name in names if name in common])
    return bool(in_common.ours != in_common.theirs)


def _title(records: list[Any]) -> str:
    """A name that a side has for it."""
    named = next((record for record in (*records[1:], records[0]) if record), None)
    if named is None:
        return ""
    return named.title if isinstance(named, Section) else named.name
