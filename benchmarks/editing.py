"""The next edition of a plan, made by changes that are counted as they are made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from benchmarks import wording
from benchmarks.outlines import Mapping, Minting, amount, into, measures, project, section

SUBSTANTIVE = 0.08
RESPELLED = 0.08
REORGANISED = 0.09
"""Departments are reorganised until this share of the projects is reached: about a tenth."""
REASSIGNED = 0.03
REVISED = 0.03
MOVED = 0.03
NEW = 0.05
ENDED = 0.03
SPLIT = 0.01
MERGED = 0.01
SECTIONS = 0.03


@dataclass
class Editing:
    """An edition on its way to the next, and what was done to it."""

    edition: Mapping
    random: Random
    mint: Minting
    known: Counter[str] = field(default_factory=Counter)
    heirs: dict[str, str] = field(default_factory=dict)
    """By department that ended, the one that succeeds it."""

    @property
    def measures(self) -> list[Mapping]:
        """The sections that list projects."""
        return list(measures(self.edition["sections"]))

    def homes(self) -> dict[str, Mapping]:
        """By project, the measure where its record stands."""
        return {
            row["id"]: place for place in self.measures for row in place["projects"] if "id" in row
        }


def edit(editing: Editing) -> None:
    """Makes the next edition of the one that is there."""
    homes = editing.homes()
    size = len(homes)
    leaving = _alone(editing, homes)
    moving, ended, split, merged = (
        [leaving.pop() for _ in range(_some(size, share))]
        for share in (MOVED, ENDED, SPLIT, MERGED)
    )
    staying = _records(homes, {*ended, *split, *merged})
    _head(editing)
    _reorganise(editing, staying)
    _rename(editing, staying, size)
    _revise(editing, staying)
    _move(editing, homes, moving)
    _leave(editing, homes, (ended, split, merged))
    _arrange(editing)
    _begin(editing, _some(size, NEW))


def _some(total: int, share: float) -> int:
    """A share of the total, rounded, and one at least."""
    return max(1, round(total * share))


def _alone(editing: Editing, homes: dict[str, Mapping]) -> list[str]:
    """The projects that are listed once, by chance."""
    relisted = {row.get("relists") for place in editing.measures for row in place["projects"]}
    once = [identifier for identifier in homes if identifier not in relisted]
    editing.random.shuffle(once)
    return once


def _records(homes: dict[str, Mapping], leaving: set[str]) -> list[Mapping]:
    places = {id(place): place for place in homes.values()}.values()
    rows = (row for place in places for row in place["projects"] if "id" in row)
    return [row for row in rows if row["id"] not in leaving]


def _head(editing: Editing) -> None:
    head = {"id": "2", "label": "第2期", "status": "draft", "stage": "素案", "previous": "1"}
    editing.edition["edition"] = head
    editing.edition["lineage"] = []
    editing.known["edition_revised edition"] += 1


# Departments


def _reorganise(editing: Editing, staying: list[Mapping]) -> None:
    """Departments of about a tenth of the projects get heirs, and some projects another one."""
    untouched = editing.random.sample(wording.DEPARTMENTS, len(wording.DEPARTMENTS))
    limit = REORGANISED * len(staying)
    while untouched and len(_carried(staying, editing.heirs)) < limit:
        _succeed(editing, [untouched.pop() for _ in range(1 + (len(editing.heirs) == 1))])
    carried = _carried(staying, editing.heirs)
    for row in carried:
        row["departments"] = _succeeded(row["departments"], editing.heirs)
    editing.known["reassigned projects succession"] += len(carried)
    _reassign(editing, staying, untouched)


def _carried(rows: list[Mapping], departments: dict[str, str]) -> list[Mapping]:
    return [row for row in rows if not departments.keys().isdisjoint(row["departments"])]


def _succeed(editing: Editing, predecessors: list[str]) -> None:
    """One department after these, in the place of the first."""
    heir = f"{predecessors[0].removesuffix('課')}推進室"
    editing.heirs |= dict.fromkeys(predecessors, heir)
    listed = editing.edition["departments"]
    entry = {"name": heir, "succeeds": predecessors}
    listed[listed.index({"name": predecessors[0]})] = entry
    for name in predecessors[1:]:
        listed.remove({"name": name})
    editing.known["department_succeeded"] += 1
    editing.known["entry_added departments"] += 1
    editing.known["entry_removed departments"] += len(predecessors)


def _succeeded(departments: list[str], heirs: dict[str, str]) -> list[str]:
    return list(dict.fromkeys(heirs.get(name, name) for name in departments))


def _reassign(editing: Editing, staying: list[Mapping], departments: list[str]) -> None:
    """Single projects go to another department, for no reason that is declared."""
    free = [row for row in staying if set(row["departments"]) <= set(departments)]
    for row in editing.random.sample(free, _some(len(staying), REASSIGNED)):
        others = [name for name in departments if name not in row["departments"]]
        row["departments"] = [editing.random.choice(others), *row["departments"][1:]]
        editing.known["reassigned projects"] += 1


# Names


def _rename(editing: Editing, staying: list[Mapping], size: int) -> None:
    rows = editing.random.sample(staying, len(staying))
    count = _some(size, SUBSTANTIVE)
    _reword(editing, rows[:count], "name", wording.advanced, "renamed projects substantive")
    rest = [row for row in rows[count:] if wording.respelled(row["name"])]
    chosen = rest[: _some(size, RESPELLED)]
    _reword(editing, chosen, "name", wording.respelled, "renamed projects editorial")


def _reword(
    editing: Editing,
    records: list[Mapping],
    key: str,
    change: Callable[[str], str | None],
    label: str,
) -> None:
    for record in records:
        record[key] = change(record[key])
        editing.known[label] += 1


# Content


def _revise(editing: Editing, staying: list[Mapping]) -> None:
    """Some projects cost something else."""
    costly = [row for row in staying if "budget" in row]
    for row in editing.random.sample(costly, _some(len(staying), REVISED)):
        row["budget"] = [{**row["budget"][0], "amount": amount(editing.random) + 1}]
        editing.known["revised projects"] += 1


# Coming and going


def _move(editing: Editing, homes: dict[str, Mapping], moving: list[str]) -> None:
    """The records of these projects go to other measures."""
    places = editing.measures
    for identifier in moving:
        home = homes[identifier]
        row = _taken(home, identifier)
        into(_other(places, home, editing.random), row, editing.random)
        editing.known["moved projects"] += 1


def _other(places: list[Mapping], home: Mapping, random: Random) -> Mapping:
    one, other = random.sample(places, 2)
    return other if one is home else one


def _taken(home: Mapping, identifier: str) -> Mapping:
    index = next(i for i, row in enumerate(home["projects"]) if row.get("id") == identifier)
    return home["projects"].pop(index)


def _directions(goals: list[Mapping]) -> list[Mapping]:
    return [direction for goal in goals for direction in goal["sections"]]


def _leave(
    editing: Editing,
    homes: dict[str, Mapping],
    leaving: tuple[list[str], list[str], list[str]],
) -> None:
    ended, split, merged = leaving
    for identifier in ended:
        _taken(homes[identifier], identifier)
        _declare(editing, [identifier], [], "removed")
    for identifier in split:
        row = _taken(homes[identifier], identifier)
        heirs = [
            _heir(editing, homes[identifier], name=name, departments=departments)
            for name, departments in zip(
                wording.parts(row["name"], editing.random), _shared(row["departments"]), strict=True
            )
        ]
        _declare(editing, [identifier], heirs, "split")
    for pair in zip(merged[::2], merged[1::2], strict=False):
        rows = [_taken(homes[identifier], identifier) for identifier in pair]
        name = wording.joined(*(row["name"] for row in rows))
        departments = list(dict.fromkeys(d for row in rows for d in row["departments"]))
        heir = _heir(editing, homes[pair[0]], name=name, departments=departments)
        _declare(editing, list(pair), [heir], "merged")


def _shared(departments: list[str]) -> tuple[list[str], list[str]]:
    """The departments of two heirs: shared out, or the same for both where there is only one."""
    return departments[:1], departments[1:] or departments


def _heir(editing: Editing, place: Mapping, **said: Any) -> str:
    """A new project in this measure, under departments of today."""
    row = project(place["id"], editing.random, editing.mint) | said
    row["departments"] = _succeeded(row["departments"], editing.heirs)
    into(place, row, editing.random)
    return row["id"]


def _declare(editing: Editing, old: list[str], new: list[str], kind: str) -> None:
    reason = editing.random.choice(wording.REASONS[kind])
    record = {"from": old, "to": new, "reason": reason, "basis": "judged"}
    editing.edition["lineage"].append(record)
    editing.known[f"{kind} projects"] += 1
    editing.known["entry_added lineage"] += 1


def _begin(editing: Editing, count: int) -> None:
    """Projects that nothing was before."""
    for place in editing.random.choices(editing.measures, k=count):
        _heir(editing, place)
        editing.known["added projects"] += 1


# Sections


def _arrange(editing: Editing) -> None:
    """Some measures get other titles, and some directions a new first measure."""
    places = editing.measures
    some = _some(len(places), SECTIONS)
    chosen = editing.random.sample(places, some)
    _reword(editing, chosen, "title", wording.advanced, "renamed sections substantive")
    directions = _directions(editing.edition["sections"])
    for direction in editing.random.sample(directions, _some(len(directions), SECTIONS)):
        _renumber(editing, direction)


def _renumber(editing: Editing, direction: Mapping) -> None:
    """A new measure at the front, and every other one a number further."""
    for place in direction["sections"]:
        place["number"] += 1
    editing.known["renumbered sections"] += len(direction["sections"])
    front = section(1, direction["id"], editing.random, editing.mint)
    direction["sections"].insert(0, front | {"projects": []})
    editing.known["added sections"] += 1
