"""Suggestions from pairs and groups: their kind, grade, stage and reasons in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planversion.messages import Message, say
from planversion.model import Edition
from planversion.spelling import normalised, stages
from planversion.suggesting.departments import Agreement
from planversion.suggesting.groups import Group
from planversion.suggesting.items import Item, Side
from planversion.suggesting.places import Matched
from planversion.suggesting.remainders import CARRIED, Ground
from planversion.suggesting.runners_up import runners_up
from planversion.suggesting.settling import Known, Settled
from planversion.suggesting.suggestions import (
    CERTAIN,
    Grade,
    Kind,
    Stage,
    Subject,
    Succession,
    Suggestion,
    Suggestions,
)
from planversion.suggesting.telling_facts import of_facts

_NAMED = 0.5
"""From here on a place counts as the same."""
_SUCCESSION = 0.3
"""From here on a department counts as carried on by another."""
_ROWS = 2
"""So many projects must tell of a succession that is proposed."""
_GROUNDS: Mapping[Ground, Message] = {
    "place": say("same section, where nothing else is left"),
    "names": say("one name stands in the other"),
    "listing": say("one lists the other by name"),
}


@dataclass(frozen=True)
class Telling:
    """Two editions, and everything that was found out about them."""

    editions: tuple[Edition, Edition]
    old: Side
    new: Side
    found: Settled
    agreement: Agreement
    known: Known

    def suggestions(self, groups: tuple[Group, ...], sections: Matched) -> Suggestions:
        """All of it in words."""
        told = [group for group in groups if not self._is_known(group)]
        told.sort(key=lambda group: (min(group.new), min(group.old)))
        in_old = {i for group in told for i in group.old}
        in_new = {j for group in told for j in group.new}
        left_old = [i for i in np.flatnonzero(~self.known.closed_old).tolist() if i not in in_old]
        left_new = [j for j in np.flatnonzero(~self.known.closed_new).tolist() if j not in in_new]
        return Suggestions(
            tuple(self._found(group) for group in told),
            tuple(self._sections(sections)),
            tuple(self._successions()),
            tuple(
                self._suggestion(group, "wording", "possible")
                for group in runners_up(self.found, groups, self.known)
            ),
            tuple(self._subject(0, i) for i in left_old),
            tuple(self._subject(1, j) for j in left_new),
        )

    def _is_known(self, group: Group) -> bool:
        return any(self.known.closed_old[i] for i in group.old) and any(
            self.known.closed_new[j] for j in group.new
        )

    # Projects

    def _found(self, group: Group) -> Suggestion:
        stage = self._stage(group)
        sure = group.confidence >= CERTAIN and stage != "leftovers"
        return self._suggestion(group, stage, "certain" if sure else "likely")

    def _suggestion(self, group: Group, stage: Stage, grade: Grade) -> Suggestion:
        return Suggestion(
            _kind(group),
            tuple(self._subject(0, i) for i in group.old),
            tuple(self._subject(1, j) for j in group.new),
            round(group.confidence, 3),
            grade,
            stage,
            tuple(self._reasons(group, stage)),
        )

    def _stage(self, group: Group) -> Stage:
        if group.several or group.pair is None:
            return "leftovers"
        one, other = self.old.items[group.old[0]], self.new.items[group.new[0]]
        same = set(one.departments) == set(other.departments)
        if self.found.likeness.equal[group.pair]:
            if self.found.likeness.lone[group.pair]:
                exact = one.name == other.name and same
                return "identical" if exact else ("normalised" if same else "succession")
            return "neighbours" if same else "succession"
        alone = self.found.likeness.log_odds[group.pair] > 0
        return "wording" if alone else "neighbours"

    def _reasons(self, group: Group, stage: Stage) -> Iterator[Message]:
        if group.several:
            yield from self._of_group(group)
            return
        one, other = self.old.items[group.old[0]], self.new.items[group.new[0]]
        same = self._spelled_alike(group)
        if same or stage != "leftovers":
            yield _of_names(one, other, same=same)
        yield from self._of_departments(one, other)
        yield from self._of_place(group)
        if group.pair is not None:
            yield from of_facts(self.found.facts, group.pair, one, other)
        if stage == "leftovers":
            yield say("nothing else is left there")

    def _spelled_alike(self, group: Group) -> bool:
        called = self.found.texts.called
        return bool(called.old[group.old[0]] == called.new[group.new[0]])

    def _of_group(self, group: Group) -> Iterator[Message]:
        carried = [
            (i, j, was, now)
            for i in group.old
            for j in group.new
            for was in self.old.items[i].departments
            for now in self.new.items[j].departments
            if self.agreement.carried(was, now) >= CARRIED
        ]
        everybody = {i for i, *_ in carried}, {j for _, j, *_ in carried}
        if everybody == (set(group.old), set(group.new)) or group.ground == "departments":
            steps = (was if was == now else f"{was} → {now}" for _, _, was, now in carried)
            told = "、".join(dict.fromkeys(steps))
            yield say("its departments are shared out: {departments}", departments=told)
        if group.ground in _GROUNDS:
            yield _GROUNDS[group.ground]

    def _of_departments(self, one: Item, other: Item) -> Iterator[Message]:
        was, now = one.departments, other.departments
        if not (was and now):
            return
        if set(was) == set(now):
            yield say("same departments")
            return
        taken = [
            f"{a} → {b}"
            for a in was
            for b in now
            if a != b and a not in now and self.agreement.carried(a, b) >= _SUCCESSION
        ]
        if taken:
            yield say("same departments after {successions}", successions="、".join(taken))
        elif set(was) & set(now):
            yield say("some of the same departments")

    def _of_place(self, group: Group) -> Iterator[Message]:
        around = self.found.judged.around
        pair = group.pair
        if pair is None:
            yield say("same section")
            return
        if around.place[pair] >= _NAMED:
            yield say("same section")
        if around.beside[pair] >= 1:
            yield say("same neighbours")

    # Sections

    def _sections(self, matched: Matched) -> Iterator[Suggestion]:
        for s, (t, strength) in sorted(matched.items(), key=lambda one: one[1][0]):
            old, new = self.old.homes[s], self.new.homes[t]
            # Whoever has an id is known, and an id that somebody has is nobody else's.
            if not self.known.homes.isdisjoint((old.id, new.id)):
                continue
            same = normalised(old.title) == normalised(new.title)
            sure = min(0.99, 0.5 + strength / 2)
            yield Suggestion(
                "continued",
                (self._section(0, s),),
                (self._section(1, t),),
                round(sure, 3),
                "certain" if (same and sure >= _NAMED + 0.25) or sure >= CERTAIN else "likely",
                ("identical" if old.title == new.title else "normalised") if same else "neighbours",
                tuple(_of_section(same=same, strength=strength)),
            )

    # Departments

    def _successions(self) -> Iterator[Succession]:
        living = {name for item in self.new.items for name in item.departments}
        declared = {
            (name, heir.name)
            for heir in self.editions[1].departments
            for name in (*heir.succeeds, *heir.takes_from)
        }
        for one in self.found.judged.handovers.values():
            fresh = (one.old, one.new) not in declared
            if fresh and one.rows >= _ROWS and one.share >= _SUCCESSION:
                yield Succession(one.old, one.new, round(one.rows), one.old not in living)

    # Who it is

    def _subject(self, at: int, index: int) -> Subject:
        known = self._subjects.get((at, index))
        if known is None:
            known = self._subjects[at, index] = self._made(at, index)
        return known

    @cached_property
    def _subjects(self) -> dict[tuple[int, int], Subject]:
        """Whoever was told of before: many are runners-up of many."""
        return {}

    def _made(self, at: int, index: int) -> Subject:
        side = (self.old, self.new)[at]
        item = side.items[index]
        home = side.homes[item.homes[0]]
        return Subject(
            item.id, item.name, home.code, item.departments, self._paths[at].get(item.id, ())
        )

    def _section(self, at: int, index: int) -> Subject:
        home = (self.old, self.new)[at].homes[index]
        outline = self.editions[at].outline
        return Subject(home.id, home.title, home.code, (), outline.places[home.id].path)

    @cached_property
    def _paths(self) -> tuple[Mapping[str, tuple[str | int, ...]], ...]:
        return tuple(
            {
                row.project: row.path
                for place in edition.outline.places.values()
                for row in edition.outline.listed(place)
                if row.primary
            }
            for edition in self.editions
        )


def _kind(group: Group) -> Kind:
    lives = group.pair is not None
    if len(group.old) == len(group.new) == 1:
        return "continued"
    if len(group.old) == 1:
        return "split_off" if lives else "split"
    return "absorbed" if lives else "merged"


def _of_names(one: Item, other: Item, *, same: bool) -> Message:
    if one.name == other.name:
        return say("same name")
    if same:
        return say("same name but for spelling")
    steps = stages(one.name, other.name)
    return say("{was} → {now}", was=steps[0], now=steps[1]) if steps else say("similar wording")


def _of_section(*, same: bool, strength: float) -> Iterator[Message]:
    if same:
        yield say("same title")
    if strength >= _NAMED:
        yield say("lists the same projects")
    elif not same:
        yield say("between the same neighbours")
