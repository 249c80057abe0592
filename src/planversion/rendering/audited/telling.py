"""An audit with what is needed to tell it: a language, and where everything stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from planversion.auditing import Audit, AuditedNote, AuditedRow, AuditedTotal, Omission, Unmarked
from planversion.changes import Change
from planversion.errors import Location
from planversion.interchange import Positions
from planversion.messages import Language, Message
from planversion.model import Path
from planversion.rendering.positions import positions
from planversion.rendering.speaking import Speaker
from planversion.rendering.whereabouts import speaker_of
from planversion.yamltext import Source


@dataclass(frozen=True)
class Told:
    """An audit of two files, told in one language."""

    audit: Audit
    old: Source
    new: Source
    language: Language

    @cached_property
    def speaker(self) -> Speaker:
        """Who tells it."""
        return speaker_of(self.audit.comparison, self.language)

    @cached_property
    def _positions(self) -> Positions:
        return positions(self.old, self.new)

    @cached_property
    def _numbers(self) -> dict[int, int]:
        changes = self.audit.comparison.diff.changes
        return {id(change): number for number, change in enumerate(changes)}

    def word(self, message: Message) -> str:
        """The sentence as plain text."""
        return self.speaker.word(message)

    def number(self, change: Change) -> int:
        """Which of the diff's changes it is, from 0."""
        return self._numbers[id(change)]

    def places(self, change: Change) -> dict[str, Any]:
        """Where the change's subject stands in both files."""
        return self._positions(change)

    def place(self, of: AuditedNote | AuditedTotal | AuditedRow | Unmarked) -> Location | None:
        """Where it stands in the file of the new edition, or of the old if only that has it."""
        match of:
            case AuditedNote(at=at):
                return self.new.location(("published_notes", at))
            case AuditedTotal(at=at):
                return self.new.location(("published_totals", at))
            case _:
                return self._row(of.project, of.section)

    def _row(self, project: str, section: str) -> Location | None:
        for source in (self.new, self.old):
            for row in source.edition.outline.placements(project):
                if row.place.id == section:
                    path: Path = row.path
                    return source.location(path)
        return None


def anchor(of: AuditedNote | Omission | AuditedTotal, told: Told) -> str:
    """The name of its place on a page: the same as long as the editions are the same."""
    match of:
        case AuditedNote(at=at):
            return f"note-{at + 1}"
        case AuditedTotal(at=at):
            return f"total-{at + 1}"
        case Omission(of=Unmarked(project=project, section=section)):
            return f"unmarked-{project}-{section}"
        case Omission(of=change):
            assert not isinstance(change, Unmarked)
            return f"change-{told.number(change)}"
