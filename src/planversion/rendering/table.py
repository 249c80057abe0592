"""The old/new table (新旧対照表): both editions side by side, row by row, with notes."""

from __future__ import annotations

from dataclasses import dataclass

from planversion.changes import DepartmentSucceeded, EditionReference
from planversion.messages import Message
from planversion.model import Status
from planversion.pieces import Piece
from planversion.rendering.page import Line
from planversion.rendering.whereabouts import Heading


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a line: where it stands, what it is called, who carries it."""

    code: str
    """The place code of the measure."""
    title: str
    """The title of the measure."""
    counterpart: str
    """Its title in the other edition; the same where it isn't there."""
    name: str
    departments: tuple[str, ...]
    marked: bool
    """Whether the row is printed with the mark of a relisting."""
    project: str
    """The project's id."""
    section: str
    """The measure's id."""
    record: bool
    """Whether the project's record stands here; else this is a relisting."""
    counterpart_code: str | None
    """The measure's place code in the other edition; None where it isn't there."""
    at: tuple[int, int]
    """Where the row stands in its edition: the measure in reading order, its position there."""
    above: tuple[Heading, ...]
    """The sections above the measure as this edition has them; itself at the top."""


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line of the table; a side is None where that edition has nothing there."""

    old: Cell | None
    new: Cell | None
    notes: tuple[Message, ...]
    kinds: tuple[str, ...]
    """What happened to the row, by the keys of `vocabulary.KINDS`; none where nothing did."""
    section_kinds: tuple[str, ...]
    """What became of the measure, where this line is its first."""
    name: tuple[Piece, ...]
    """The name in both editions, where they differ; told at both lines of a row that moved."""
    departments: tuple[Piece, ...]
    """The departments in both editions, a piece a department, where they differ."""

    @property
    def section(self) -> str:
        """The id of the measure that the line is laid under, on either side."""
        cell = self.new or self.old
        assert cell is not None
        return cell.section


@dataclass(frozen=True, slots=True)
class Part:
    """The lines below one direction, with the headings above it."""

    headings: tuple[Line, ...]
    lines: tuple[TableLine, ...]
    sections: tuple[str, ...]
    """The ids of the sections that the headings name, the goal first."""

    @property
    def goal(self) -> str:
        """The id of the goal."""
        return self.sections[0]


@dataclass(frozen=True, slots=True)
class Table:
    """The whole table."""

    title: str
    level: str | None
    """What the sections that list rows are called, where all are of one level."""
    old: EditionReference
    new: EditionReference
    statuses: tuple[Status, Status]
    """How far each of the two has come."""
    parts: tuple[Part, ...]
    reorganisations: tuple[DepartmentSucceeded, ...]
    """What explains most of the other departments."""
    gaps: tuple[tuple[str, str], ...]
    """Neighbours on the way that don't know each other: what was declared there is unknown."""
