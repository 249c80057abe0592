"""An audit as a page of blocks: what a reader must know first stands first."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.auditing import (
    WEIGHTS,
    AuditedNote,
    AuditedRow,
    AuditedTotal,
    Omission,
    Outcome,
    Weight,
)
from planversion.auditing.weighing import PASSES
from planversion.messages import Message, say
from planversion.model.labelling import edition_label
from planversion.rendering.audited import wording
from planversion.rendering.audited.telling import Told
from planversion.rendering.page import (
    Block,
    Bullets,
    Folded,
    Heading,
    Item,
    Line,
    Page,
    Paragraph,
    Span,
    line,
)
from planversion.rendering.summary import warnings


def page(told: Told) -> Page:
    """The audit: the numbers, what doesn't hold, what isn't said, what is confirmed."""
    return Page(
        (
            Heading(1, line(title(told))),
            *(Paragraph(told.speaker.fill(one)) for one in summary(told)),
            *warnings(told.audit.comparison.diff.gaps, told.speaker),
            *_notes(told, "contradicted", say("Notes that are contradicted")),
            *_notes(told, "unchecked", say("Notes that could not be checked")),
            *_totals(told),
            *_omissions(told),
            *_notes(told, "confirmed", say("Notes that are confirmed")),
        )
    )


def title(told: Told) -> str:
    """What is audited."""
    diff = told.audit.comparison.diff
    plan = told.audit.comparison.new.plan.title
    editions = say("{old} → {new}", old=edition_label(diff.old), new=edition_label(diff.new))
    what = say("The published table of {plan}, audited: {editions}", plan=plan, editions=editions)
    return told.word(what)


def summary(told: Told) -> Iterator[Message]:
    """The numbers in sentences."""
    audit = told.audit
    yield _of_notes(told) if audit.notes else say("The edition has no published notes.")
    weights = [one.weight for one in audit.omissions]
    counted = {weight: weights.count(weight) for weight in WEIGHTS}
    yield say("Without a note: {high} of high weight, {medium} of medium, {low} of low.", **counted)
    if audit.totals:
        outcomes = [one.outcome for one in audit.totals]
        yield say(
            "Printed totals: {n}, of which as counted: {confirmed}.",
            n=len(outcomes),
            confirmed=outcomes.count("confirmed"),
        )
    if passes := [one for one in PASSES if audit.passed_over[one]]:
        named = [
            say("{what}: {n}", what=wording.PASSES[one], n=audit.passed_over[one]) for one in passes
        ]
        names = told.speaker.listed([told.speaker.fill(one) for one in named])
        yield say("Not listed, for they need no note: {names}.", names=names)


def _of_notes(told: Told) -> Message:
    of = told.audit.of
    return say(
        "Published notes: {n}. Confirmed: {confirmed}, contradicted: {contradicted}, "
        "not checked: {unchecked}.",
        n=len(told.audit.notes),
        confirmed=len(of("confirmed")),
        contradicted=len(of("contradicted")),
        unchecked=len(of("unchecked")),
    )


def _notes(told: Told, outcome: Outcome, heading: Message) -> Iterator[Block]:
    if notes := told.audit.of(outcome):
        yield Heading(2, _counted(told, heading, len(notes)))
        yield Bullets(tuple(_note(note, told) for note in notes))


def _counted(told: Told, heading: Message, n: int) -> Line:
    return told.speaker.fill(say("{heading} ({n})", heading=heading, n=n))


def _note(note: AuditedNote, told: Told) -> Item:
    place = told.place(note)
    where = Span(place.prefix() if place else "", "quiet")
    return Item(line(wording.printed_note(note, told), "  ", where), tuple(_below(note, told)))


def _below(note: AuditedNote, told: Told) -> Iterator[Item]:
    speaker = told.speaker
    if note.statements:
        yield Item(speaker.fill(say("says: {what}", what=wording.understood(note, speaker))))
    if note.objections:
        yield Item(wording.against(note, speaker))
    yield from (Item(_row(row, told)) for row in note.rows if row.name != row.project)
    if note.outcome == "confirmed":
        for change in wording.confirming(note, speaker):
            yield Item(speaker.fill(say("confirmed by: {change}", change=change)))


def _row(row: AuditedRow, told: Told) -> Line:
    said = wording.row(row)
    if not row.objections:
        return said
    return line(said, told.word(say(": ")), wording.against(row, told.speaker))


def _omissions(told: Told) -> Iterator[Block]:
    yield Heading(2, told.speaker.fill(say("Changes without a note")))
    if not told.audit.omissions:
        yield Paragraph(told.speaker.fill(say("Every change has its note.")))
    for weight in WEIGHTS:
        found = [one for one in told.audit.omissions if one.weight == weight]
        if found:
            yield from _weighing(weight, found, told)


def _weighing(weight: Weight, found: list[Omission], told: Told) -> Iterator[Block]:
    """Those of one weight; the slight ones are there for whoever asks."""
    heading = _counted(told, heading_of(weight), len(found))
    bullets = Bullets(tuple(_omission(one, told) for one in found))
    if weight == "low":
        yield Folded(heading, (bullets,))
    else:
        yield Heading(3, heading)
        yield bullets


def heading_of(weight: Weight) -> Message:
    """The heading above what has this weight, with what it means."""
    match weight:
        case "high":
            return say("High weight: rows that moved, ended, or came of others")
        case "medium":
            return say("Medium weight: departments, relistings, sections")
        case "low":
            return say("Low weight: new rows, other names, and what was so before")


def _omission(of: Omission, told: Told) -> Item:
    item = wording.omission(of, told.speaker)
    kind = Span(wording.kind(of, told.speaker), "kind")
    codes = Span(wording.stands_at(of, told.speaker), "code")
    return Item(line(codes, " ", kind, " ", item.line), item.below)


def _totals(told: Told) -> Iterator[Block]:
    if totals := told.audit.totals:
        yield Heading(2, _counted(told, say("Printed totals"), len(totals)))
        yield Bullets(tuple(_total(one, told) for one in totals))


def _total(of: AuditedTotal, told: Told) -> Item:
    speaker, place = told.speaker, told.place(of)
    outcome = Span(speaker.word(wording.OUTCOMES[of.outcome]), "kind")
    said = line(outcome, " ", wording.total(of.total, speaker), speaker.word(say(": ")))
    where = Span(place.prefix() if place else "", "quiet")
    return Item(line(said, wording.tally(of, speaker), "  ", where))
