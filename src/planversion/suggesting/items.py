"""What is compared of an edition when ids say nothing: what projects say, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from pydantic import JsonValue

from planversion.model import Edition, Project
from planversion.model.places import Placement
from planversion.suggesting.arrays import Flags, Ints
from planversion.suggesting.facts import Fact, Key, facts


class Item(NamedTuple):
    """A project, as far as it can be recognised again."""

    id: str
    """Its id in this edition; what it is compared by is all below."""
    name: str
    body: str
    """Its name and whatever else it says in words."""
    departments: tuple[str, ...]
    homes: tuple[int, ...]
    """The sections that list it, by their positions; its record's first."""
    facts: Mapping[Key, Fact]
    """What it says in years, amounts and single words."""


class Home(NamedTuple):
    """A section, as far as it can be recognised again."""

    id: str
    title: str
    above: int
    """The position of the section above; -1 at the top."""
    code: str


@dataclass(frozen=True)
class Side:
    """One of the two editions."""

    items: tuple[Item, ...]
    homes: tuple[Home, ...]

    @cached_property
    def first_homes(self) -> Ints:
        """By item, the section where its record stands."""
        return np.array([item.homes[0] for item in self.items], dtype=np.int64)

    @cached_property
    def relisted(self) -> Flags:
        """By item, whether several sections list it."""
        return np.array([len(item.homes) > 1 for item in self.items], dtype=np.bool_)

    @cached_property
    def before(self) -> Ints:
        """By item, whoever's record stands before it in its section; -1 for the first."""
        last: dict[int, int] = {}
        found = np.full(len(self.items), -1, dtype=np.int64)
        for index, item in enumerate(self.items):
            found[index] = last.get(item.homes[0], -1)
            last[item.homes[0]] = index
        return found

    @cached_property
    def after(self) -> Ints:
        """By item, whoever's record stands after it in its section; -1 for the last."""
        found = np.full(len(self.items), -1, dtype=np.int64)
        some = self.before >= 0
        found[self.before[some]] = np.flatnonzero(some)
        return found


def side(edition: Edition) -> Side:
    """What is compared of an edition in which everything has an id."""
    outline = edition.outline
    positions = {identifier: index for index, identifier in enumerate(outline.places)}
    homes = tuple(
        Home(
            identifier,
            place.section.title,
            positions[place.above.id] if place.above else -1,
            place.code,
        )
        for identifier, place in outline.places.items()
    )
    items = tuple(
        _item(row, positions, outline.listings(row.project))
        for place in outline.places.values()
        for row in outline.listed(place)
        if row.primary
    )
    return Side(items, homes)


def _item(row: Placement, positions: dict[str, int], listings: tuple[str, ...]) -> Item:
    project = row.entry
    assert isinstance(project, Project)
    first = row.place.id
    others = tuple(positions[one] for one in listings if one != first)
    body = "\n".join([project.name, *_said(project)])
    homes = (positions[first], *others)
    told = dict(facts(project))
    return Item(row.project, project.name, body, project.departments, homes, told)


def _said(project: Project) -> Iterator[str]:
    """What it says in words beside its name; remarks of editors don't count."""
    if project.description:
        yield project.description
    yield from (indicator.name for indicator in project.indicators)
    yield from _texts(project.attributes)


def _texts(value: JsonValue) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
