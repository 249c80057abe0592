"""The real plan as plain values, to be damaged or edited, and what check says of it then."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from planversion import PlanversionError, read_edition
from planversion.checking import Review, check
from planversion.ids import mint
from planversion.policy import Policy
from planversion.rules.looking.subjects import Shelf, Volume, volume
from planversion.yamltext import Source

Tree = dict[str, Any]
FOLDER = Path(__file__).parents[2] / "editions/nishitokyo-chiiki-fukushi"
TODAY = dt.date(2026, 4, 1)


@cache
def source(edition: str) -> Source:
    """An edition of the real plan as its file says it."""
    return read_edition((FOLDER / f"{edition}.yaml").read_bytes(), f"{edition}.yaml")


UNEXPLAINED = ("p-2dtwkw276h", "p-hn50qh2sd7", "p-k8dbkcfa3w", "p-wmk08d934h")
"""Substantive renames that the draft leaves unexplained, as a draft may."""


@cache
def adopted(edition: str) -> Source:
    """The same, adopted, with what that asks for."""
    tree = deepcopy(source(edition).tree)
    tree["edition"]["status"] = "adopted"
    tree["explanations"] += [{"id": one, "reason": "表記を整えた。"} for one in UNEXPLAINED]
    return read(tree, f"{edition}.yaml")


def read(tree: Tree, name: str) -> Source:
    """The values as a file; JSON is YAML, and the quickest to write."""
    return read_edition(json.dumps(tree, ensure_ascii=False).encode(), name)


@dataclass
class Scene:
    """An edition that somebody works on: whatever is done to `now` is a pull request."""

    random: Random
    base: Source
    """The edition before the pull request."""
    predecessor: Source | None
    now: Tree = field(init=False)
    text: str | None = None
    """The file, where it says what plain values can't."""
    others: list[Volume] = field(default_factory=list)
    """Other editions of the repository."""

    def __post_init__(self) -> None:
        self.now = deepcopy(self.base.tree)

    def sections(self) -> list[Tree]:
        """Every section, in reading order."""
        return list(_walk(self.now))

    def measures(self) -> list[Tree]:
        """The sections that list projects."""
        return [section for section in self.sections() if section.get("projects")]

    def rows(self) -> list[tuple[Tree, Tree]]:
        """Every project's record, with the section it stands in."""
        every = ((place, row) for place in self.measures() for row in place["projects"])
        return [(place, row) for place, row in every if "id" in row]

    def listed_once(self) -> list[tuple[Tree, Tree]]:
        """Those that nothing relists."""
        every = (row for place in self.measures() for row in place["projects"])
        relisted = {row["relists"] for row in every if "relists" in row}
        return [(place, row) for place, row in self.rows() if row["id"] not in relisted]

    def alone(self) -> list[tuple[Tree, Tree]]:
        """Those listed once that no lineage, explanation or note of this edition speaks of."""
        said = json.dumps({key: self.now.get(key) for key in _STATEMENTS})
        return [(place, row) for place, row in self.listed_once() if row["id"] not in said]

    def continuing(self) -> list[tuple[Tree, Tree]]:
        """Those alone that the predecessor has, too."""
        assert self.predecessor is not None
        known = self.predecessor.edition.outline.projects
        return [(place, row) for place, row in self.alone() if row["id"] in known]

    def fresh(self, name: str, prefix: Any = "p") -> str:
        """An id that nobody has."""
        plan = self.base.edition.plan.id
        where = {"plan": plan, "edition": "proof", "code": str(self.random.random())}
        return mint(prefix, **where, name=name, ordinal=0)

    def project(self, name: str = "電柱と街路灯の点検", **more: Any) -> Tree:
        """A new project, under a department that the edition has."""
        departments = [self.random.choice(self.now["departments"])["name"]]
        return {"id": self.fresh(name), "name": name, "departments": departments, **more}

    def findings(self) -> dict[str, str]:
        """What check says: the rule of every error and warning, and how it is told."""
        try:
            now = self._source()
        except PlanversionError as error:
            return {problem.code: problem.to("en") for problem in error.problems}
        report = check(self._review(now), Policy(), today=TODAY)
        assert not report.problems
        return {one.rule: f"{one.level}: {one.to('en')}" for one in report.findings}

    def _source(self) -> Source:
        if self.text is not None:
            return read_edition(self.text.encode(), self.base.name)
        return read(self.now, self.base.name)

    def _review(self, now: Source) -> Review:
        before = {self.base.name: self.predecessor} if self.predecessor else {}
        volumes = [volume(one.edition, one.name) for one in (now, *before.values())]
        return Review(
            (now,),
            predecessors=before,
            bases={self.base.name: self.base},
            shelf=Shelf((*volumes, *self.others)),
        )


_STATEMENTS = ("lineage", "explanations", "published_notes", "returned")


def _walk(tree: Tree) -> Iterator[Tree]:
    for section in tree.get("sections", ()):
        yield section
        yield from _walk(section)


def draft(random: Random) -> Scene:
    """Somebody works on the draft of the 5th edition."""
    return Scene(random, source("5-draft-2"), source("4"))


def adopted_first(random: Random) -> Scene:
    """Somebody changes the 4th edition, which is adopted and has no predecessor."""
    return Scene(random, source("4"), None)


def adopted_later(random: Random) -> Scene:
    """Somebody changes the 5th edition once it is adopted."""
    return Scene(random, adopted("5-draft-2"), source("4"))


def follow_the_third(scene: Scene) -> str:
    """Puts a 3rd edition before the 4th; returns the id of a project that ended with it."""
    retired = scene.fresh("昔の事業")
    third = volume(source("4").edition, "3.yaml")
    scene.others.append(third._replace(edition="3", previous=None, names={retired: "昔の事業"}))
    tree = deepcopy(source("4").tree)
    tree["edition"]["previous"] = "3"
    scene.predecessor = read(tree, "4.yaml")
    return retired
