"""The outline after two edits: its sections and projects, and the order of each list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from planversion.applying.tables import Listings, Tables
from planversion.merging.editions import Parts, ThreeEditions
from planversion.merging.outcomes import Outcome, three_way
from planversion.merging.placing import merged_listings
from planversion.merging.sequences import merged_order
from planversion.merging.values import merged_records
from planversion.model import Project, Section

K = TypeVar("K")


class Listed(NamedTuple):
    """A project, and where it is listed."""

    record: Project
    listings: Listings


class Standing(NamedTuple):
    """A section, and what it stands in."""

    section: Section
    above: str | None


@dataclass(slots=True)
class Choice:
    """The outline if every dispute goes one way: who is there, and where; not yet in order."""

    side: Parts
    """The edit whose way it goes."""
    projects: dict[str, Listed] = field(default_factory=dict)
    sections: dict[str, Standing] = field(default_factory=dict)


def merged_outline(three: ThreeEditions) -> Outcome[Tables]:
    """The tables of the outline with the edits of both sides, for either way disputes may go."""
    choices = Outcome(Choice(three.ours), Choice(three.theirs))
    for identifier in _all(three, "records"):
        found = _project(identifier, three)
        for choice, listed in zip(choices, found, strict=True):
            if listed is not None:
                choice.projects[identifier] = listed
    for identifier in _all(three, "sections"):
        section = _section(identifier, three)
        for choice, standing in zip(choices, section, strict=True):
            if standing is not None:
                choice.sections[identifier] = standing
    for choice in choices:
        _ground(choice)
    return _arranged(choices, three)


def _all(three: ThreeEditions, table: str) -> list[str]:
    ours, theirs = (getattr(side.tables, table) for side in (three.ours, three.theirs))
    return [*ours, *(identifier for identifier in theirs if identifier not in ours)]


def _project(identifier: str, three: ThreeEditions) -> Outcome[Listed | None]:
    base, ours, theirs = (_listed(side.tables, identifier) for side in three)
    known = three_way(base, ours, theirs)
    if known is not None:
        return known
    if ours is None or theirs is None:
        return Outcome(ours, theirs)
    records = merged_records(base and base.record, ours.record, theirs.record)
    listings = merged_listings(base.listings if base else {}, ours.listings, theirs.listings)
    return Outcome(Listed(records.ours, listings.ours), Listed(records.theirs, listings.theirs))


def _listed(tables: Tables, identifier: str) -> Listed | None:
    record = tables.records.get(identifier)
    return None if record is None else Listed(record, tables.listings[identifier])


def _section(identifier: str, three: ThreeEditions) -> Outcome[Standing | None]:
    base, ours, theirs = (_standing(side, identifier) for side in three)
    known = three_way(base, ours, theirs)
    if known is not None:
        return known
    if ours is None or theirs is None:
        return Outcome(ours, theirs)
    records = merged_records(base and base.section, ours.section, theirs.section)
    return Outcome(
        Standing(records.ours, _above(base, ours, theirs, ours)),
        Standing(records.theirs, _above(base, ours, theirs, theirs)),
    )


def _standing(side: Parts, identifier: str) -> Standing | None:
    section = side.tables.sections.get(identifier)
    return None if section is None else Standing(section, side.parents[identifier])


def _above(base: Standing | None, ours: Standing, theirs: Standing, side: Standing) -> str | None:
    """What the section stands in; what `side` says where both moved it elsewhere."""
    if ours.above == theirs.above or (base and theirs.above == base.above):
        return ours.above
    return theirs.above if base and ours.above == base.above else side.above


# What stands in a section that is gone


def _ground(choice: Choice) -> None:
    """Nothing stands in what isn't there, and no section in itself.

    A section that the other side took out is kept while something of this side's stands in it.
    What the other side put into one that this side took out stands where this side has it, or not
    at all.
    """
    while _ground_sections(choice) or _open_rings(choice) or _ground_projects(choice):
        pass


def _ground_sections(choice: Choice) -> bool:
    changed = False
    for identifier, standing in list(choice.sections.items()):
        if standing.above is None or standing.above in choice.sections:
            continue
        changed = True
        if not _kept(choice, standing.above):
            _put_back(choice, identifier)
    return changed


def _kept(choice: Choice, identifier: str) -> bool:
    """The section as this side has it, if it has it."""
    standing = _standing(choice.side, identifier)
    if standing is None:
        return False
    choice.sections[identifier] = standing
    _fill(choice, identifier)
    return True


def _fill(choice: Choice, section: str) -> None:
    """What the other side took out along with the section is in it again."""
    tables = choice.side.tables
    for below in tables.below[section]:
        if below not in choice.sections:
            _kept(choice, below)
    for identifier in tables.rows[section]:
        row = tables.listings[identifier][section]
        listed = choice.projects.get(identifier)
        if listed is None:
            choice.projects[identifier] = Listed(
                tables.records[identifier], tables.listings[identifier]
            )
        elif row is not None:
            listings = {section: row, **listed.listings}
            choice.projects[identifier] = listed._replace(listings=listings)


def _put_back(choice: Choice, identifier: str) -> None:
    """The section where this side has it, or not at all."""
    standing = choice.sections.pop(identifier)
    if identifier in choice.side.parents:
        above = choice.side.parents[identifier]
        choice.sections[identifier] = standing._replace(above=above)


def _open_rings(choice: Choice) -> bool:
    """Sections that stand in one another stand where this side has them."""
    ring = next(filter(None, (_ring(choice, one) for one in choice.sections)), frozenset())
    for identifier in ring:
        _put_back(choice, identifier)
    return bool(ring)


def _ring(choice: Choice, start: str) -> frozenset[str]:
    seen: list[str] = []
    here: str | None = start
    while here is not None and here in choice.sections and here not in seen:
        seen.append(here)
        here = choice.sections[here].above
    return frozenset(seen[seen.index(here) :]) if here in seen else frozenset()


def _ground_projects(choice: Choice) -> bool:
    changed = False
    for identifier, listed in list(choice.projects.items()):
        missing = [section for section in listed.listings if section not in choice.sections]
        if not missing:
            continue
        changed = True
        if set(missing) <= choice.side.tables.sections.keys():
            for section in missing:
                _kept(choice, section)
        else:
            _list_as_before(choice, identifier)
    return changed


def _list_as_before(choice: Choice, identifier: str) -> None:
    """The project where this side lists it, or not at all."""
    listed = choice.projects.pop(identifier)
    own = choice.side.tables.listings.get(identifier)
    if own is not None:
        choice.projects[identifier] = listed._replace(listings=own)


# The order of every list


def _arranged(choices: Outcome[Choice], three: ThreeEditions) -> Outcome[Tables]:
    tables = choices.map(_unordered)
    for section in dict.fromkeys((*tables.ours.rows, *tables.theirs.rows)):
        rows = (side.tables.rows.get(section, []) for side in three)
        _order(Outcome(tables.ours.rows, tables.theirs.rows), section, *rows)
    for above in dict.fromkeys((*tables.ours.below, *tables.theirs.below)):
        below = (side.tables.below.get(above, []) for side in three)
        _order(Outcome(tables.ours.below, tables.theirs.below), above, *below)
    return tables


def _order(
    lists: Outcome[dict[K, list[str]]], name: K, base: list[str], ours: list[str], theirs: list[str]
) -> None:
    """Puts the list of that name in order, in both."""
    members = lists.map(lambda tables: tables.get(name, []))
    if ours == theirs == members.ours == members.theirs:
        return
    order = merged_order(base, ours, theirs, members)
    for table, found in zip(lists, order, strict=True):
        if name in table:
            table[name] = found


def _unordered(choice: Choice) -> Tables:
    tables = Tables({}, {None: []}, {}, {}, {})
    for identifier, standing in choice.sections.items():
        tables.sections[identifier] = standing.section
        tables.below[identifier], tables.rows[identifier] = [], []
    for identifier, standing in choice.sections.items():
        tables.below[standing.above].append(identifier)
    for identifier, listed in choice.projects.items():
        tables.records[identifier], tables.listings[identifier] = listed
        for section in listed.listings:
            tables.rows[section].append(identifier)
    return tables
