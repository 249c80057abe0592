"""Notes, what speaks against them, and what no note speaks of, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planversion.auditing import (
    AuditedNote,
    AuditedRow,
    AuditedTotal,
    Omission,
    Outcome,
    Statement,
    StatementKind,
    Unmarked,
)
from planversion.auditing.weighing import Pass
from planversion.changes import Change, LineageChange, SubjectChange, Unlisted
from planversion.messages import Message, say
from planversion.model import PublishedTotal
from planversion.rendering.audited.telling import Told
from planversion.rendering.page import Item, Line, Span, joined, line
from planversion.rendering.speaking import Speaker
from planversion.rendering.vocabulary import KINDS
from planversion.rendering.wording import TellableChange, told_without_kind

OUTCOMES: Mapping[Outcome, Message] = {
    "confirmed": say("confirmed"),
    "contradicted": say("contradicted"),
    "unchecked": say("not checked"),
}
PASSES: Mapping[Pass, Message] = {
    "spelling": say("another spelling only"),
    "reorganisation": say("another name of a department"),
    "order": say("another order"),
    "content": say("content that the table doesn't print"),
    "mark": say("relisted with its mark"),
}
STATEMENTS: Mapping[StatementKind, Message] = {
    "moved": say("moved"),
    "renamed": say("renamed"),
    "split": say("split"),
    "merged": say("merged"),
    "added": say("new"),
    "listed": say("listed anew"),
    "ended": say("ended"),
    "relisted": say("listed elsewhere, too"),
    "reassigned": say("department changed"),
}
UNMARKED = say("relisted without its mark")
COUNTED: Mapping[str, Message] = {
    "placements": say("placements"),
    "projects": say("projects"),
    "relistings": say("listings beyond the first"),
    "marked": say("rows with the mark (relisted)"),
    "sections": say("sections"),
}


def statement(of: Statement, speaker: Speaker) -> Line:
    """What a note says, as it was understood."""
    what, old, new = STATEMENTS[of.kind], _places(of.old, speaker), _places(of.new, speaker)
    if of.kind != "moved" or not (old or new):
        named = speaker.listed([one for one in (old, new) if one])
        both = say("{what} ({places})", what=what, places=named)
        return speaker.fill(both if named else what)
    if not new:
        return speaker.fill(say("moved from {old}", old=old))
    if not old:
        return speaker.fill(say("moved to {new}", new=new))
    return speaker.fill(say("moved from {old} to {new}", old=old, new=new))


def _places(places: tuple[str, ...], speaker: Speaker) -> Line:
    return speaker.listed([line(Span(place, "code")) for place in places])


def understood(note: AuditedNote, speaker: Speaker) -> Line:
    """Everything the note says, as it was understood."""
    return speaker.listed([statement(one, speaker) for one in note.statements])


def printed_note(note: AuditedNote, told: Told) -> Line:
    """The note as printed, and where."""
    text = Span(note.note.text, "strong")
    if not note.note.printed_at:
        return line(text)
    where = say("{text} (printed: {place})", text=text, place=note.note.printed_at)
    return told.speaker.fill(where)


def row(of: AuditedRow) -> Line:
    """A row by its code and name."""
    code = line(Span(of.code, "code"), " ") if of.code else ()
    return line(code, Span(of.name, "strong"))


def against(of: AuditedRow | AuditedNote, speaker: Speaker) -> Line:
    """Everything that speaks against it."""
    return speaker.listed([speaker.fill(one.what) for one in of.objections])


def confirming(note: AuditedNote, speaker: Speaker) -> tuple[Line, ...]:
    """What confirms the note, each change with its kind."""
    if note.outcome == "confirmed" and not note.changes:
        return (speaker.fill(say("the listings say so: nothing changed")),)
    return tuple(happening(change, speaker).line for change in note.changes)


def happening(change: Change, speaker: Speaker) -> Item:
    """The change with its kind."""
    assert isinstance(change, TellableChange)
    item = told_without_kind(change, speaker)
    return Item(line(Span(speaker.word(KINDS[change.kind]), "kind"), " ", item.line), item.below)


def kind(of: Omission, speaker: Speaker) -> str:
    """What kind of thing no note speaks of."""
    return speaker.word(UNMARKED if isinstance(of.of, Unmarked) else KINDS[of.kind])


def omission(of: Omission, speaker: Speaker) -> Item:
    """What no note speaks of, without its kind."""
    if isinstance(of.of, Unmarked):
        return Item(unmarked(of.of, speaker))
    assert isinstance(of.of, TellableChange)
    return told_without_kind(of.of, speaker)


def unmarked(of: Unmarked, speaker: Speaker) -> Line:
    """Where a row without its mark stands, and where the project stands as well."""
    others = joined([line(Span(code, "code")) for code in of.others], speaker.word(say(", ")))
    name, code = Span(of.name, "strong"), Span(of.code, "code")
    if of.record:
        what = say(
            "{name} [{code}] reads as the one at {others}", name=name, code=code, others=others
        )
    elif of.listed_since == "now":
        what = say(
            "{name} [{code}] is listed at {others}, too", name=name, code=code, others=others
        )
    else:
        what = say(
            "{name} [{code}] is listed at {others}, too, as it was in the old edition",
            name=name,
            code=code,
            others=others,
        )
    return speaker.fill(what)


def stands_at(of: Omission, speaker: Speaker) -> str:
    """The place codes under which a reader looks for it: where it stands, else where it stood."""
    return speaker.word(say(", ")).join(dict.fromkeys(_codes(of, speaker)))


def _codes(of: Omission, speaker: Speaker) -> Iterator[str]:
    match of.of:
        case Unmarked(code=code):
            yield code
        case LineageChange(old=old, new=new):
            for member in new or old:
                yield from (speaker.code(spot).text for spot in member.spots)
        case Unlisted(old=spot):
            yield speaker.code(spot).text
        case change:
            assert isinstance(change, SubjectChange)
            yield speaker.code(change.new).text


def total(of: PublishedTotal, speaker: Speaker) -> Line:
    """What was counted."""
    what = line(of.level) if of.level else speaker.fill(COUNTED[of.of])
    if not of.section:
        return what
    return line(what, speaker.fill(say(" ({place})", place=speaker.title(of.section))))


def tally(of: AuditedTotal, speaker: Speaker) -> Line:
    """The printed number beside the counted one."""
    if of.counted is None:
        return speaker.fill(say("printed {n}; the edition has no such level", n=of.total.number))
    both = say("printed {n}, counted {counted}", n=of.total.number, counted=of.counted)
    return speaker.fill(both)
