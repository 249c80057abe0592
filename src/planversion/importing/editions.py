"""A first edition, made of what an office has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from planversion.errors import InvalidEditionError, Problem
from planversion.identities import identified
from planversion.importing.files import read_file
from planversion.importing.gathering import Gathered, Table, gathered
from planversion.importing.headers import NEEDED, TITLES
from planversion.importing.judging import judged
from planversion.importing.layout import Layout
from planversion.importing.levels import Levels, levels_of
from planversion.importing.listings import Listing
from planversion.importing.nodes import Node
from planversion.importing.printed import printed_notes
from planversion.importing.relisting import Relisting
from planversion.importing.sections import Outlining
from planversion.importing.sheets import PROJECT, SHEETS, Found
from planversion.importing.taking import Taking
from planversion.importing.trees import Belongings, Planting, Spots, Tree, ids_of, listings_of
from planversion.messages import say
from planversion.model import Edition
from planversion.model.saying import written


class Imported(NamedTuple):
    """The edition that a file holds, and how the file was understood."""

    edition: Edition
    tables: tuple[Table, ...]
    listings: tuple[Listing, ...]
    remarks: tuple[Problem, ...]


def imported(content: bytes, name: str, layout: Layout | None = None) -> Imported:
    """The edition that a workbook, a CSV file or a document of Word holds in its tables.

    Sections and projects without an id get the one that `ids mint` would write. Raises
    UnreadableFileError where the file can't be read, InvalidEditionError with every problem, each
    with its cell, where it makes no edition.
    """
    layout = layout or Layout()
    file = read_file(content, name)
    taking = Taking(file)
    found = gathered(file, layout, taking)
    making = _Making(found, layout, taking)
    edition = making.edition()
    if edition is None or taking.problems:
        raise InvalidEditionError(taking.problems)
    return Imported(edition, found.tables, making.listings, taking.remarks)


class _Making:
    """Makes an edition of what was gathered."""

    def __init__(self, found: Gathered, layout: Layout, taking: Taking) -> None:
        self._found, self._layout, self._taking = found, layout, taking
        self._levels: Levels = levels_of(found)
        self._nodes: list[Node] = self._outline()

    def _outline(self) -> list[Node]:
        outlining = Outlining(self._levels.codes, self._layout, self._taking)
        for table in self._found.tables:
            outlining.add(table.grid, table.columns)
        return outlining.top

    @property
    def listings(self) -> tuple[Listing, ...]:
        """Every row of the outline."""
        return tuple(listings_of(self._nodes))

    def edition(self) -> Edition | None:
        """The edition; None where it can't be one, with the reasons said."""
        head = self._head()
        spellings = tuple(map(tuple, head["plan"].get("spellings", ()))) if _are_lists(head) else ()
        records = Relisting(self.listings, spellings, self._taking).found()
        # Relistings name ids, and ids are minted for records where they stand.
        first = self._judged(head, Planting(self._belongings()))
        if first is None or self._taking.problems:
            return None
        ids = ids_of(self._nodes, identified(first))
        notes = printed_notes(self._nodes, records, ids)
        return self._judged(head, Planting(self._belongings(), records, ids), notes)

    def _judged(
        self, head: Tree, planting: Planting, notes: Sequence[Found] = ()
    ) -> Edition | None:
        spots: Spots = dict(self._found.head.spots)
        tree: Tree = {"schema": 1, **head, "levels": self._levels.declared}
        tree |= {"sections": planting.sections(self._nodes)}
        for key, rows in self._lists(notes):
            tree[key] = [one.values for one in rows]
            for index, one in enumerate(rows):
                spots |= {(key, index, name): spot for name, spot in one.spots.items()}
                spots[key, index] = one.spot
        tree["departments"] = [*tree.get("departments", ()), *self._undeclared()]
        if errata := self._found.records.get("errata"):
            tree["edition"] = {**tree["edition"], "errata": [one.values for one in errata]}
        return judged(tree, spots | planting.spots, self._taking)

    def _lists(self, notes: Sequence[Found]) -> Iterator[tuple[str, list[Found]]]:
        for sheet in SHEETS:
            if not sheet.of_projects and sheet.key not in ("levels", "errata"):
                beside = notes if sheet.key == "published_notes" else ()
                yield sheet.key, [*self._found.records.get(sheet.key, ()), *beside]

    def _head(self) -> Tree:
        """Plan and header; says what is missing in them."""
        stated = {"plan": self._layout.plan, "edition": self._layout.header}
        head: Tree = {
            key: {**self._found.head.values[key], **(written(record) if record else {})}
            for key, record in stated.items()
        }
        for path in NEEDED:
            if path[1] not in head[str(path[0])]:
                what = say("the file doesn't say: {what}", what=TITLES[path])
                self._taking.refuse(None, ("head", what, _HEAD))
        return head

    def _undeclared(self) -> list[Tree]:
        """The departments that no sheet declares, in the order of the outline."""
        declared = {one.values.get("name") for one in self._found.records.get("departments", ())}
        named = dict.fromkeys(d for one in self.listings for d in one.departments)
        collective = self._layout.collective
        return [
            {"name": name, "collective": True} if name in collective else {"name": name}
            for name in named
            if name not in declared
        ]

    def _belongings(self) -> Belongings:
        """What stands in sheets of its own, by the project's id."""
        known = {str(one.values.get("id")) for one in self.listings}
        found: dict[str, dict[str, list[Tree]]] = {}
        for sheet in (one for one in SHEETS if one.of_projects):
            for record in self._found.records.get(sheet.key, ()):
                values = {key: value for key, value in record.values.items() if key != PROJECT}
                project = str(record.values.get(PROJECT))
                if project not in known:
                    what = say("{id} is no project of the table", id=project)
                    self._taking.refuse(record.spot, ("unknown-project", what, None))
                found.setdefault(project, {}).setdefault(sheet.key, []).append(values)
        return found


def _are_lists(head: dict[str, Any]) -> bool:
    """Whether the plan's spellings are rows of texts; if not, the models will say so."""
    rows = head["plan"].get("spellings", [])
    return isinstance(rows, list) and all(
        isinstance(row, list) and all(isinstance(one, str) for one in row) for row in rows
    )


_HEAD = say("Write it into the sheet 版 (Edition), above the table, or into a layout (--layout).")
