"""The old/new table laid out as a layout wants it: one pure function for every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planversion.messages import Language, say
from planversion.model.labelling import edition_label
from planversion.policy import TableLayout
from planversion.rendering.laying.folding import Run, runs
from planversion.rendering.laying.laid import Column, Laid, LaidGrid, LaidPart, LaidRow, Side, Slot
from planversion.rendering.laying.marking import Marking
from planversion.rendering.laying.stacking import Stack, stacks
from planversion.rendering.lineages import succession
from planversion.rendering.page import line
from planversion.rendering.speaking import Speaker
from planversion.rendering.summary import edition_heading, warnings
from planversion.rendering.table import Part, Table, TableLine
from planversion.rendering.whereabouts import Heading


def lay(table: Table, layout: TableLayout, language: Language) -> Laid:
    """The table laid out."""
    speaker = Speaker(language)
    laying = _Laying(table, layout, speaker)
    head = say(
        "{title}: table of {old} and {new}",
        title=table.title,
        old=edition_label(table.old),
        new=edition_label(table.new),
    )
    return Laid(
        speaker.fill(head),
        tuple(warning.line for warning in warnings(table.gaps, speaker)),
        tuple(laying.parts(table)),
        laying.header(),
        speaker.fill(say("Departments reorganised")),
        tuple(succession(change, speaker) for change in table.reorganisations),
    )


def _headings(table: Table, speaker: Speaker) -> tuple[str, str]:
    """What stands above each edition; two drafts of one edition go by their whole stages."""
    editions, statuses = (table.old, table.new), table.statuses
    old, new = (edition_heading(*one, speaker) for one in zip(editions, statuses, strict=True))
    return (old, new) if old != new else (edition_label(table.old), edition_label(table.new))


class _Laying:
    """Lays the parts of one table."""

    def __init__(self, table: Table, layout: TableLayout, speaker: Speaker) -> None:
        self._layout = layout
        self._beside: tuple[Side, Side] = ("old", "new") if layout.left == "old" else ("new", "old")
        old, new = _headings(table, speaker)
        self._headings: dict[Side, str] = {
            "old": layout.old_heading or old,
            "new": layout.new_heading or new,
        }
        self._titles = {
            "measure": table.level or speaker.word(say("section")),
            "name": speaker.word(say("project")),
            "departments": speaker.word(say("departments")),
            "notes": layout.notes_heading or speaker.word(say("notes")),
        }
        self._marking = Marking(layout, speaker, self._titles["measure"])

    def parts(self, table: Table) -> Iterator[LaidPart]:
        """Every direction, with its grid or with a grid of each edition."""
        if self._layout.arrangement == "below":
            yield from map(self._stack, stacks(table))
        else:
            yield from map(self._part, table.parts)

    def header(self) -> tuple[Column, ...]:
        """The columns that every grid has; those of one edition where each grid is of one."""
        below = self._layout.arrangement == "below"
        return self._columns(self._beside[:1] if below else self._beside)

    def _part(self, part: Part) -> LaidPart:
        headings = tuple(map(Heading, part.sections, part.headings))
        found = runs(part.lines, folding=self._layout.unchanged == "folded")
        rows = tuple(self._rows(found, self._beside))
        return LaidPart(headings, (LaidGrid((), self._columns(self._beside), rows),))

    def _stack(self, stack: Stack) -> LaidPart:
        grids = (self._grid(side, stack.lines(side)) for side in self._beside)
        return LaidPart(stack.headings, tuple(grid for grid in grids if grid.rows))

    def _grid(self, side: Side, lines: Iterable[TableLine]) -> LaidGrid:
        rows = tuple(self._rows(runs(lines, folding=False), (side,)))
        return LaidGrid(line(self._headings[side]), self._columns((side,)), rows)

    def _columns(self, sides: tuple[Side, ...]) -> tuple[Column, ...]:
        columns = [
            Column(of, side, self._headings[side], self._titles[of])
            for side in sides
            for of in ("measure", "name", "departments")
        ]
        if self._layout.notes != "none":
            columns.append(Column("notes", None, "", self._titles["notes"]))
        return tuple(columns)

    def _rows(self, found: Iterable[Run], sides: tuple[Side, ...]) -> Iterator[LaidRow]:
        for block in _blocks(found):
            for index, run in enumerate(block):
                slots = [slot for side in sides for slot in self._slots(block, index, side)]
                if self._layout.notes != "none":
                    slots.append(Slot(self._marking.notes(run.lines[0], sides)))
                yield LaidRow(tuple(slots), run.lines)

    def _slots(self, block: list[Run], index: int, side: Side) -> Iterator[Slot | None]:
        """Measure, project and departments of one side."""
        run, marking = block[index], self._marking
        yield self._measure(block, index, side)
        if run.folded:
            yield Slot(marking.omitted())
            yield Slot(marking.omitted())
        else:
            yield Slot(marking.name(run.lines[0], side))
            yield Slot(marking.departments(run.lines[0], side))

    def _measure(self, block: list[Run], index: int, side: Side) -> Slot | None:
        """The cell of a measure, before the first of its rows or before each."""
        lines = tuple(line for run in block for line in run.lines)
        if self._layout.measures == "repeated":
            return Slot(self._marking.measure(block[index].lines, side))
        return None if index else Slot(self._marking.measure(lines, side), len(block))


def _blocks(found: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs of each measure; a run over several measures stands alone."""
    block: list[Run] = []
    for run in found:
        if block and (run.section is None or run.section != block[-1].section):
            yield block
            block = []
        block.append(run)
    if block:
        yield block
