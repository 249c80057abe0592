"""The outline as the rows of tables say it: who stands in which section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planversion.importing.columns import Columns, LevelAt
from planversion.importing.grids import Cell, Grid, Spot
from planversion.importing.heading_numbers import looks_numbered, numbered, titled
from planversion.importing.layout import Layout
from planversion.importing.listings import Cells, Listing, departments, listing, printed_beside
from planversion.importing.nodes import Node, Number
from planversion.importing.taking import Taking
from planversion.messages import say


class _Said(NamedTuple):
    """What a row says of a level."""

    depth: int
    cell: Cell
    number: Number
    title: str | None


class Outlining:
    """Puts the rows of tables together to one outline."""

    def __init__(self, codes: tuple[str | None, ...], layout: Layout, taking: Taking) -> None:
        self._codes, self._layout, self._taking = codes, layout, taking
        self.top: list[Node] = []
        self._at: list[Node] = []
        self._owners: dict[Spot, Node] = {}

    def add(self, grid: Grid, columns: Columns) -> None:
        """Goes through the rows of a table below its headings."""
        self._at = []
        for row in grid.rows(after=columns.row):
            cells = grid.cells[row].values()
            if aside := grid.aside(row):
                self._remark_aside(aside)
            elif not all(map(self._taking.blank, cells)):
                self._row(grid, columns, row)

    def _remark_aside(self, cell: Cell) -> None:
        what = say("a remark or a total is not taken: {text}", text=cell.value)
        self._taking.remark(cell.spot, ("footnote", what, None))

    def _row(self, grid: Grid, columns: Columns, row: int) -> None:
        cells = {name: grid.at(row, column) for name, column in columns.fields.items()}
        named = not self._taking.blank(cells["project"]) or cells["project"].struck
        said = list(self._said(grid, columns.levels, row))
        own = None if named or "id" not in cells else self._taking.identity(cells["id"])
        for one in said:
            self._enter(one, columns.levels, own if one is said[-1] else None)
        if not named:
            self._describe(cells, own, entered=bool(said))
            return
        if not self._at:
            told = ("no-section", say("this project stands in no section"), _ABOVE)
            self._taking.refuse(cells["project"].spot, told)
            self._begin(0, Node(None, _UNKNOWN, cells["project"].spot))
        self._keep_together(cells)
        self._list(cells)

    def _said(self, grid: Grid, levels: tuple[LevelAt, ...], row: int) -> Iterator[_Said]:
        """What the row says of each level; nothing of those that are as above."""
        above = [node.number for node in self._at][: len(levels)]
        above += [None] * (len(levels) - len(above))
        for depth, level in enumerate(levels):
            cell = grid.at(row, level.title)
            number = grid.at(row, level.number) if level.number else None
            if not self._taking.blank(cell):
                said = self._titled(above[:depth], cell, number)
            elif number and not self._taking.blank(number):
                said = _Said(depth, number, self._number(number, above[:depth]), None)
            else:
                continue
            above[depth:] = [said.number, *[None] * (len(levels) - depth - 1)]
            yield said

    def _titled(self, above: list[Number], cell: Cell, number: Cell | None) -> _Said:
        title, depth = self._taking.line(cell) or _UNKNOWN, len(above)
        if number is not None:
            return _Said(depth, cell, self._number(number, above), title)
        return _Said(depth, cell, *titled(title, self._codes[depth], above))

    def _number(self, cell: Cell, above: list[Number]) -> Number:
        said, code = self._taking.number(cell), self._codes[len(above)] or "{n}"
        return numbered(said, code, above) if isinstance(said, str) else said

    def _enter(self, said: _Said, levels: tuple[LevelAt, ...], own: str | None) -> None:
        """Makes the section that is said the one where the next rows stand."""
        if said.depth > len(self._at):
            name = levels[len(self._at)].name
            told = ("level-missing", say("this stands in no {level}", level=name), _ABOVE)
            self._taking.refuse(said.cell.spot, told)
            for depth in range(len(self._at), said.depth):
                self._begin(depth, Node(None, _UNKNOWN, said.cell.spot))
        current = self._at[said.depth] if said.depth < len(self._at) else None
        if said.cell.origin is not None:
            if current is None or self._owners.get(said.cell.origin) is not current:
                self._refuse_merge(said.cell)
        elif said.title is None:
            self._go_on_by_number(said, current)
        elif current and current.is_called(said.number, said.title) and not _another(current, own):
            self._owners[said.cell.spot] = current
        else:
            self._open(said, said.title, own)

    def _go_on_by_number(self, said: _Said, current: Node | None) -> None:
        if current is not None and current.number == said.number:
            return
        if said.cell.wrong is None:
            told = ("no-title", say("the section {number} has no title", number=said.number), None)
            self._taking.refuse(said.cell.spot, told)
        self._begin(said.depth, Node(said.number, _UNKNOWN, said.cell.spot))

    def _open(self, said: _Said, title: str, own: str | None) -> None:
        """Begins a section, unless it would be torn in two."""
        siblings = self._siblings(said.depth)
        twin = next((one for one in siblings if one.is_called(said.number, title)), None)
        if twin and title != _UNKNOWN and not _another(twin, own):
            there = twin.spot.told
            what = say("this section has rows at {cell} already, with others between", cell=there)
            mend = say("Bring its rows together, or call it otherwise.")
            self._taking.refuse(said.cell.spot, ("torn-section", what, mend))
            self._at[said.depth :] = [twin]
        else:
            self._begin(said.depth, Node(said.number, title, said.cell.spot))
            self._remark_number(said, title)
        self._owners[said.cell.spot] = self._at[said.depth]

    def _remark_number(self, said: _Said, title: str) -> None:
        if said.number is None and looks_numbered(title):
            what = say(
                "this begins like a number, and stays whole as the title: {text}", text=title
            )
            self._taking.remark(said.cell.spot, ("number-in-title", what, _NUMBERED))

    def _siblings(self, depth: int) -> list[Node]:
        return self._at[depth - 1].below if depth else self.top

    def _begin(self, depth: int, node: Node) -> None:
        self._siblings(depth).append(node)
        self._at[depth:] = [node]

    def _describe(self, cells: Cells, own: str | None, *, entered: bool) -> None:
        """Takes what a row without a project says of its section."""
        for name, cell in cells.items():
            alien = name not in _OF_SECTIONS or not entered
            if alien and not self._taking.blank(cell) and cell.origin is None:
                told = ("no-project", say("this row names no project"), _NAME_IT)
                self._taking.refuse(cell.spot, told)
                return
        if entered:
            values = {
                "id": own,
                "note": self._taking.text(cells["note"]) if "note" in cells else None,
            }
            self._at[-1].values |= {key: value for key, value in values.items() if value}
            self._at[-1].printed = printed_beside(cells, self._taking)

    def _keep_together(self, cells: Cells) -> None:
        """Refuses merged cells of the row that reach here from another section."""
        for cell in cells.values():
            owner = self._owners.setdefault(cell.origin or cell.spot, self._at[-1])
            if owner is not self._at[-1]:
                self._refuse_merge(cell)

    def _refuse_merge(self, cell: Cell) -> None:
        assert cell.origin
        what = say(
            "this is merged with rows of another section, down from {cell}", cell=cell.origin.told
        )
        self._taking.refuse(
            cell.spot, ("merged-over-sections", what, say("Part the merged cells."))
        )

    def _list(self, cells: Cells) -> None:
        here = self._at[-1].listings
        if (
            cells["project"].origin is not None
            and here
            and here[-1].spot == cells["project"].origin
        ):
            self._go_on(here[-1], cells)
        elif cells["project"].struck:
            self._taking.text(cells["project"])
            told = ("struck-row", say("the row is left out: its project is struck through"), None)
            self._taking.remark(cells["project"].spot, told)
        elif made := listing(cells, self._layout, self._taking):
            here.append(made)

    def _go_on(self, made: Listing, cells: Cells) -> None:
        """A project over several rows: their departments are all its own."""
        more = departments(cells, self._layout, self._taking)
        made.departments = tuple(dict.fromkeys((*made.departments, *more)))
        for name, cell in cells.items():
            if (
                name not in ("project", "departments")
                and cell.origin is None
                and not self._taking.blank(cell)
            ):
                what = say("a second row of one project can only name departments")
                mend = say("Write it into the first row of the project.")
                self._taking.refuse(cell.spot, ("second-row", what, mend))


_OF_SECTIONS = frozenset({"id", "note", "published_notes", "project"})
"""What a row may say that names a section only."""
_UNKNOWN = "?"
"""The title of a section that was refused, so that its rows are looked at as well."""
_ABOVE = say("Write the section here or in a row above.")
_NUMBERED = say(
    "Give numbers a column of their own, or say in a layout how they are printed (--layout)."
)
_NAME_IT = say("Name the project, or clear the row.")


def _another(node: Node, own: str | None) -> bool:
    """Whether a row with this id is about another section than the node."""
    return own is not None and node.values.get("id") not in (None, own)
