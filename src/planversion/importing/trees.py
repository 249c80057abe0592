"""Sections and listings as the values of an edition file, with the cell of each value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from planversion.importing.grids import Spot
from planversion.importing.listings import Listing
from planversion.importing.nodes import Node
from planversion.model import Edition, Path, Section

Tree = dict[str, Any]
Spots = dict[Path, Spot]
Belongings = Mapping[str, Mapping[str, list[Tree]]]
"""What stands in sheets of their own, by project and key."""


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every section, in reading order."""
    for node in nodes:
        yield node
        yield from walk(node.below)


def listings_of(nodes: Iterable[Node]) -> list[Listing]:
    """Every listing, in reading order."""
    return [one for node in walk(nodes) for one in node.listings]


class Planting:
    """Makes trees of nodes; relistings stand there once ids are known."""

    def __init__(
        self,
        belongings: Belongings,
        records: Mapping[int, Listing] | None = None,
        ids: Mapping[int, str] | None = None,
    ) -> None:
        self._belongings, self._records, self._ids = belongings, records, ids or {}
        self.spots: Spots = {}

    def sections(self, nodes: list[Node], above: Path = ()) -> list[Tree]:
        """The sections below a path."""
        return [self._section(node, (*above, "sections", i)) for i, node in enumerate(nodes)]

    def _section(self, node: Node, path: Path) -> Tree:
        self.spots[path] = node.spot
        tree: Tree = {"title": node.title, **node.values, **self._own_id(node)}
        if node.number is not None:
            tree["number"] = node.number
        listed = [one for one in node.listings if one.marked is None or self._records is not None]
        tree["projects"] = [
            self._entry(one, (*path, "projects", i)) for i, one in enumerate(listed)
        ]
        tree["sections"] = self.sections(node.below, path)
        return {key: value for key, value in tree.items() if value != []}

    def _own_id(self, of: Node | Listing) -> Tree:
        return {"id": self._ids[id(of)]} if id(of) in self._ids else {}

    def _entry(self, one: Listing, path: Path) -> Tree:
        self.spots[path] = one.spot
        self.spots |= {(*path, key): spot for key, spot in one.spots.items()}
        return self._project(one, path) if one.marked is None else self._relisting(one, path)

    def _project(self, one: Listing, path: Path) -> Tree:
        self.spots[*path, "name"] = one.spot
        tree: Tree = {"name": one.name, **one.values, **self._own_id(one)}
        tree |= self._belongings.get(str(one.values.get("id")), {})
        return tree | ({"departments": list(one.departments)} if one.departments else {})

    def _relisting(self, one: Listing, path: Path) -> Tree:
        assert self._records is not None
        record = self._records[id(one)]
        self.spots[*path, "relists"] = one.spots.get("id", one.spot)
        tree: Tree = {"relists": self._ids[id(record)]}
        if one.name != record.name:
            tree["as"] = one.name
        if one.departments and one.departments != record.departments:
            tree["departments"] = list(one.departments)
        if one.marked:
            tree["marked"] = True
        own = {key: value for key, value in one.values.items() if key != "id"}
        return tree | own


def ids_of(nodes: list[Node], edition: Edition) -> dict[int, str]:
    """The id that each section and record got in an edition made of them without relistings."""
    return dict(_ids(nodes, edition.sections))


def _ids(nodes: list[Node], sections: tuple[Section, ...]) -> Iterator[tuple[int, str]]:
    for node, section in zip(nodes, sections, strict=True):
        yield id(node), str(section.id)
        records = (one for one in node.listings if one.marked is None)
        for one, project in zip(records, section.projects, strict=True):
            yield id(one), str(project.id)  # type: ignore[union-attr]
        yield from _ids(node.below, section.sections)
