"""Pairs of editions with known correspondences: the real plan, published sets, generated plans."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.matching.known import Known
from benchmarks.plans import old_and_new
from planversion import read_edition
from planversion.ids import mint as minted_id
from planversion.model import Edition, Project, walk_sections
from planversion.model.saying import written

ROOT = Path(__file__).parents[2]
PUBLISHED = ("rs_meti", "asvs")


def real() -> Known:
    """The plan of this repository, by its own ids and lineage."""
    folder = ROOT / "editions/nishitokyo-chiiki-fukushi"
    old, new = (
        read_edition((folder / f"{name}.yaml").read_bytes(), name).edition
        for name in ("4", "5-draft-2")
    )
    return _by_ids("real plan", old, new)


def generated(size: int, seed: int) -> Known:
    """A generated plan and its next edition, by the ids they were made with."""
    *pair, _ = old_and_new(size, seed)
    old, new = (Edition.model_validate(edition) for edition in pair)
    return _by_ids(f"generated, {size:,}", old, new)


def _by_ids(name: str, old: Edition, new: Edition) -> Known:
    here, there = old.outline.projects, new.outline.projects
    told = [
        ((a, b), {a, b} & set(record.unsure))
        for record in new.lineage
        for a in record.old
        for b in record.new
        if a in here and b in there
    ]
    sure = frozenset(pair for pair, unsure in told if not unsure)
    unsure = frozenset(pair for pair, unsure in told if unsure)
    lives = frozenset((one, one) for one in here & there)
    shared = sure - lives
    return Known(name, old, new, (lives | sure) - unsure, shared, unsure)


def published(name: str, folder: Path) -> Known:
    """A set of the folder: two outlines of items, and their published correspondences.

    Item ids, section ids and numbers would tell the answer, so new ones are minted on each side.
    """
    sides = [json.loads((folder / name / f"{which}.json").read_bytes()) for which in ("old", "new")]
    truth = json.loads((folder / name / "truth.json").read_bytes())
    (old, here), (new, there) = (
        _edition(one, label) for one, label in zip(sides, ("1", "2"), strict=True)
    )
    pairs = frozenset((here[a], there[b]) for a, b in truth["pairs"])
    several = [link for link in truth["links"] if link["kind"] in ("merged", "split")]
    shared = frozenset(
        (here[a], there[b]) for link in several for a in link["from"] for b in link["to"]
    )
    return Known(name, old, new, pairs, shared & pairs)


def _edition(outline: Mapping[str, Any], label: str) -> tuple[Edition, dict[str, str]]:
    """The outline as an edition, and the id that each item got."""
    ids: dict[str, str] = {}
    taken: set[str] = set()

    def mint(prefix: Any, key: str) -> str:
        found = minted_id(
            prefix, plan="set", edition=label, code="", name=key, ordinal=0, taken=taken
        )
        taken.add(found)
        return found

    def section(one: Mapping[str, Any], path: str) -> dict[str, Any]:
        projects = []
        for index, item in enumerate(one["items"]):
            ids[item["id"]] = mint("p", f"{path}/{index}")
            projects.append(_project(item, ids[item["id"]]))
        below = [section(s, f"{path}.{n}") for n, s in enumerate(one["sections"])]
        return {
            "id": mint("s", path),
            "title": one["title"] or "-",
            "projects": projects,
            "sections": below,
        }

    sections = [section(one, str(n)) for n, one in enumerate(outline["sections"])]
    head = {"id": label, "label": label, "status": "adopted"}
    levels = [{"name": name} for name in outline["levels"]]
    edition = {
        "schema": 1,
        "plan": {"id": "set", "title": outline["title"]},
        "edition": head,
        "levels": levels,
        "sections": sections,
    }
    return Edition.model_validate(edition), ids


def _project(item: Mapping[str, Any], identifier: str) -> dict[str, Any]:
    said = {"id": identifier, "name": item["name"], "attributes": item["attrs"]}
    return said | ({"description": item["text"]} if item["text"] else {})


def names_only(known: Known) -> Known:
    """The same, without anything that the projects say beside their names."""
    return _without(known, "names only", ("description", "attributes", "indicators"))


def tails_only(known: Known) -> Known:
    """The same with short names, so that many are called the same: only places tell them apart."""
    return _without(known, "short names", ("description", "attributes"), tail=9)


def _without(known: Known, what: str, fields: tuple[str, ...], tail: int = 0) -> Known:
    old, new = (_stripped(edition, fields, tail) for edition in (known.old, known.new))
    return known._replace(name=f"{known.name}, {what}", old=old, new=new)


def _stripped(edition: Edition, fields: tuple[str, ...], tail: int) -> Edition:
    data = written(edition)
    for row in _rows(data["sections"]):
        for field in fields:
            row.pop(field, None)
        if tail and "name" in row:
            row["name"] = row["name"][-tail:]
    return Edition.model_validate(data)


def _rows(sections: Any) -> Iterator[dict[str, Any]]:
    for section in sections:
        yield from section.get("projects", ())
        yield from _rows(section.get("sections", ()))


def projects(edition: Edition) -> int:
    """How many projects an edition has."""
    found = (row for section, _ in walk_sections(edition.sections) for row in section.projects)
    return sum(isinstance(row, Project) for row in found)
