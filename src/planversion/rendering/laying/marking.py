"""What the cells of the old/new table say, and which of it is marked as changed."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import Message, say
from planversion.pieces import Piece, pieces
from planversion.policy import TableLayout
from planversion.rendering.laying.laid import Side
from planversion.rendering.page import Line, Role, Span, line
from planversion.rendering.speaking import Speaker
from planversion.rendering.table import Cell, TableLine
from planversion.rendering.vocabulary import KINDS

Lines = tuple[Line, ...]
_ROLES: dict[Side, Role] = {"old": "was", "new": "now"}


class Marking:
    """Fills cells as one layout wants them."""

    def __init__(self, layout: TableLayout, speaker: Speaker, level: str) -> None:
        self._layout = layout
        self._speaker = speaker
        self._level = level

    def measure(self, lines: tuple[TableLine, ...], side: Side) -> Lines:
        """The measure of these lines as one edition has it; from code to code where several."""
        cells = [cell for cell in (_on(line, side) for line in lines) if cell]
        if not cells:
            return ()
        first, last = cells[0], cells[-1]
        if first.section != last.section:
            return (line(_code(first, "code"), "〜", _code(last, "code")),)
        return (line(self._code(first), " " if first.code else "", self._title(first, side)),)

    def _code(self, cell: Cell) -> Span:
        twice = self._layout.double_underline and cell.counterpart_code != cell.code
        return _code(cell, "whole" if twice else "code")

    def _title(self, cell: Cell, side: Side) -> Line:
        """The title, what differs from the other edition's marked: all where that has none."""
        if self._layout.underline == "all" and cell.counterpart_code is None:
            return (Span(cell.title, _ROLES[side]),)
        if self._layout.underline == "none" or cell.title == cell.counterpart:
            return line(cell.title)
        was, now = (cell.title, cell.counterpart)[:: 1 if side == "old" else -1]
        return _side(pieces(was, now), side)

    def name(self, of: TableLine, side: Side) -> Lines:
        """The project's name, or the word for there being none."""
        cell = _on(of, side)
        if cell is None:
            word = self._absent(of, side)
            return (line(Span(word, "quiet")),) if word else ()
        remark = self._speaker.fill(say(" (relisted)")) if cell.marked else ()
        return (line(self._name(of, cell, side), remark),)

    def _name(self, of: TableLine, cell: Cell, side: Side) -> Line:
        alone = of.old is None or of.new is None
        if alone and self._layout.double_underline:
            return (Span(cell.name, "whole"),)
        if self._layout.underline != "none" and of.name:
            return _side(of.name, side)
        return (Span(cell.name, self._role_of_all(of, side)),)

    def _role_of_all(self, of: TableLine, side: Side) -> Role:
        """The role of a text that the other edition lacks altogether."""
        alone = (of.old is None or of.new is None) and "moved" not in of.kinds
        return _ROLES[side] if alone and self._layout.underline == "all" else "plain"

    def _absent(self, of: TableLine, side: Side) -> str:
        if "moved" in of.kinds:
            return self._layout.moved_word
        return self._layout.new_word if side == "old" else self._layout.dropped_word

    def departments(self, of: TableLine, side: Side) -> Lines:
        """The departments, a line each."""
        cell = _on(of, side)
        if cell is None:
            return ()
        if self._layout.underline == "all" and of.departments:
            shared = _on_both(of.departments)
            return tuple((_unless(span, shared),) for span in _side(of.departments, side))
        role = self._role_of_all(of, side)
        return tuple((Span(name, role),) for name in cell.departments)

    def omitted(self) -> Lines:
        """What a folded row says."""
        word = self._layout.unchanged_word
        return ((Span(word, "quiet"),),) if word else ()

    def notes(self, of: TableLine, sides: tuple[Side, ...]) -> Lines:
        """What became of the row; in one edition's own table, what is told from where it stands."""
        if sides == ("old",) and of.new is not None:
            return ()
        words = of.notes if self._layout.notes == "full" else self._kinds(of)
        return tuple((Span(self._speaker.word(one), "kind"),) for one in words)

    def _kinds(self, of: TableLine) -> Iterator[Message]:
        for kind in of.section_kinds:
            yield say("{level}: {note}", level=self._level, note=KINDS[kind])
        yield from (KINDS[kind] for kind in of.kinds)


def _on(of: TableLine, side: Side) -> Cell | None:
    return of.old if side == "old" else of.new


def _code(cell: Cell, role: Role) -> Span:
    return Span(cell.code, role)


def _side(runs: tuple[Piece, ...], side: Side) -> Line:
    """The runs that one side has, those that differ marked."""
    role = _ROLES[side]
    return tuple(
        Span(run.text, role if run.op == role else "plain")
        for run in runs
        if run.op in ("same", role)
    )


def _on_both(runs: tuple[Piece, ...]) -> frozenset[str]:
    """What both sides have, if in another order."""
    was, now = ({run.text for run in runs if run.op != gone} for gone in ("now", "was"))
    return frozenset(was & now)


def _unless(span: Span, shared: frozenset[str]) -> Span:
    """The span, unmarked where both sides have it."""
    return Span(span.text) if span.text in shared else span
