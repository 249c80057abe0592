"""An audit as one JSON document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from planversion.auditing import (
    WEIGHTS,
    AuditedNote,
    AuditedRow,
    AuditedTotal,
    FailOn,
    Objection,
    Omission,
    Unmarked,
)
from planversion.auditing.weighing import PASSES
from planversion.changes import Change, EditionReference, LineageChange, SubjectChange
from planversion.errors import Location
from planversion.messages import LANGUAGES, Message
from planversion.rendering.audited import wording
from planversion.rendering.audited.document import (
    AuditCounts,
    AuditDocument,
    AuditedEdition,
    AuditTool,
    BareListing,
    ChangeReference,
    LetPass,
    NoteDocument,
    NoteRow,
    OmissionDocument,
    Position,
    ReadStatement,
    Sentence,
    StatedObjection,
    TotalDocument,
)
from planversion.rendering.audited.telling import Told
from planversion.rendering.page import Line, text
from planversion.rendering.safety import json_text
from planversion.version import __version__


def data(told: Told, fail_on: FailOn) -> str:
    """The document as text; the same whatever the language."""
    return json_text(document(told, fail_on).model_dump(mode="json", by_alias=True))


def document(told: Told, fail_on: FailOn) -> AuditDocument:
    """The audit in the words of its format."""
    audit, diff = told.audit, told.audit.comparison.diff
    both = _Both(told)
    return AuditDocument(
        tool=AuditTool(version=__version__),
        result="fail" if audit.disagrees(fail_on) else "pass",
        fail_on=fail_on,
        old=_edition(diff.old, told.old.name),
        new=_edition(diff.new, told.new.name),
        gaps=diff.gaps,
        counts=_counts(told),
        notes=tuple(both.note(one) for one in audit.notes),
        unmentioned=tuple(both.omission(one) for one in audit.omissions),
        totals=tuple(_total(one, told) for one in audit.totals),
        let_pass=LetPass(**{one: audit.passed_over[one] for one in PASSES}),
        changes=tuple(both.change(one) for one in _referred(told)),
    )


def _edition(of: EditionReference, file: str) -> AuditedEdition:
    return AuditedEdition(file=file, plan=of.plan, edition=of.id, label=of.label, stage=of.stage)


def _counts(told: Told) -> AuditCounts:
    outcomes = [note.outcome for note in told.audit.notes]
    weights = [one.weight for one in told.audit.omissions]
    return AuditCounts(
        **{one: outcomes.count(one) for one in wording.OUTCOMES},
        **{one: weights.count(one) for one in WEIGHTS},
    )


def _referred(told: Told) -> list[Change]:
    """Every change that is referred to, in the order of the diff."""
    found = {told.number(one): one for note in told.audit.notes for one in note.changes}
    for omission in told.audit.omissions:
        if not isinstance(omission.of, Unmarked):
            found[told.number(omission.of)] = omission.of
    return [found[number] for number in sorted(found)]


class _Both:
    """What is told in both languages."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._tellers = {one: replace(told, language=one) for one in LANGUAGES}

    def note(self, of: AuditedNote) -> NoteDocument:
        """A note."""
        return NoteDocument(
            text=of.note.text,
            printed_at=of.note.printed_at,
            outcome=of.outcome,
            statements=tuple(ReadStatement(**one._asdict()) for one in of.statements),
            rows=tuple(self._row(row) for row in of.rows),
            objections=tuple(map(_objection, of.objections)),
            position=_position(self._told.place(of)),
        )

    def _row(self, of: AuditedRow) -> NoteRow:
        return NoteRow(
            project=of.project,
            section=of.section,
            code=of.code,
            name=of.name,
            changes=tuple(map(self._told.number, of.changes)),
            objections=tuple(map(_objection, of.objections)),
            position=_position(self._told.place(of)),
        )

    def omission(self, of: Omission) -> OmissionDocument:
        """What no note speaks of."""
        bare = isinstance(of.of, Unmarked)
        return OmissionDocument(
            kind=of.kind,
            weight=of.weight,
            change=None if isinstance(of.of, Unmarked) else self._told.number(of.of),
            listing=self._listing(of) if bare else None,
        )

    def _listing(self, of: Omission) -> BareListing:
        assert isinstance(of.of, Unmarked)
        lines = {key: wording.omission(of, one.speaker).line for key, one in self._tellers.items()}
        place = _position(self._told.place(of.of))
        return BareListing(**of.of._asdict(), message=_sentence(lines), position=place)

    def change(self, of: Change) -> ChangeReference:
        """A change, by its number."""
        lines = {key: wording.happening(of, one.speaker).line for key, one in self._tellers.items()}
        places = self._told.places(of)
        return ChangeReference(
            number=self._told.number(of),
            kind=of.kind,
            subjects=tuple(dict.fromkeys(_subjects(of))),
            message=_sentence(lines),
            old=_placed(places.get("old")),
            new=_placed(places.get("new")),
        )


def _subjects(of: Change) -> Iterator[str]:
    match of:
        case LineageChange(old=old, new=new):
            yield from (member.id for member in (*old, *new))
        case change:
            assert isinstance(change, SubjectChange)
            yield change.subject


def _sentence(lines: dict[Any, Line]) -> Sentence:
    return Sentence(**{str(key): text(line) for key, line in lines.items()})


def _said(of: Message) -> Sentence:
    return Sentence(ja=of.to("ja"), en=of.to("en"))


def _objection(of: Objection) -> StatedObjection:
    return StatedObjection(reason=of.reason, message=_said(of.what))


def _position(of: Location | None) -> Position | None:
    if of is None or of.line is None or of.column is None:
        return None
    return Position(file=of.file, line=of.line, column=of.column)


def _placed(of: dict[str, Any] | None) -> Position | None:
    return Position(**of) if of else None


def _total(of: AuditedTotal, told: Told) -> TotalDocument:
    total = of.total
    return TotalDocument(
        of=total.of,
        level=total.level,
        section=total.section,
        printed_at=total.printed_at,
        printed=total.number,
        counted=of.counted,
        outcome=of.outcome,
        position=_position(told.place(of)),
    )
