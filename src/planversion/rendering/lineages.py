"""Who came from whom, in words: projects and sections, and departments."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.changes import DepartmentSucceeded, LineageChange, Member
from planversion.matching import Declaration
from planversion.messages import say
from planversion.model import Project
from planversion.rendering.page import Item, Line, Span, joined, line
from planversion.rendering.speaking import Speaker, placements


def family(change: LineageChange, speaker: Speaker) -> Line:
    """Who came from whom, with where each stood or stands."""
    old = speaker.listed([member(m, speaker) for m in _origins(change)])
    new = speaker.listed([member(m, speaker) for m in _outcomes(change)])
    if not change.old:
        return new
    return line(old, " → ", new) if change.new else old


def _origins(change: LineageChange) -> tuple[Member, ...]:
    """Those who ended, and those who live on among those it is declared from."""
    declared = {identifier for one in change.declarations for identifier in one.old}
    return tuple(m for m in change.old if not m.lives or m.id in declared) or change.old


def _outcomes(change: LineageChange) -> tuple[Member, ...]:
    """Those who are new, and those who live on among those it is declared to."""
    declared = {identifier for one in change.declarations for identifier in one.new}
    return tuple(m for m in change.new if not m.lives or m.id in declared) or change.new


def member(who: Member, speaker: Speaker) -> Line:
    """A member of a family: its name, where it is listed, and who carries what is new."""
    codes = speaker.listed([line(speaker.code(spot)) for spot in who.spots])
    return line(speaker.level(who.id), Span(who.name, "strong"), " [", codes, "]")


def carried_by(change: LineageChange, speaker: Speaker) -> Line:
    """The departments of a project that is new on its own; nothing of anything else."""
    record = change.new[0].record if change.kind == "added" else None
    if not isinstance(record, Project) or not record.departments:
        return ()
    return speaker.fill(say(" ({names})", names=speaker.names(record.departments)))


def reasons(change: LineageChange, speaker: Speaker) -> Iterator[Item]:
    """What is declared of the family: why, on which ground, and who is in doubt."""
    names = {member.id: member.name for member in (*change.old, *change.new)}
    for declared in change.declarations:
        if declared.reason:
            yield Item(_reason(declared, speaker))
        if unsure := [names[i] for i in declared.unsure if i in names]:
            yield Item(speaker.fill(say("in doubt: {names}", names=speaker.names(tuple(unsure)))))


def _reason(declared: Declaration, speaker: Speaker) -> Line:
    match declared.basis:
        case "published":
            return speaker.fill(say("why (as published): {reason}", reason=declared.reason))
        case "judged":
            return speaker.fill(say("why (judged): {reason}", reason=declared.reason))
        case None:
            return speaker.fill(say("why: {reason}", reason=declared.reason))


def succession(change: DepartmentSucceeded, speaker: Speaker) -> Line:
    """Which departments became which, and how many listings that explains."""
    return speaker.fill(
        say(
            "{steps} (explains {rows})",
            steps=_steps(change, speaker),
            rows=placements(change.rows),
        )
    )


def _steps(change: DepartmentSucceeded, speaker: Speaker) -> Line:
    """Who became whom: those with the same heirs together, the others apart."""
    heirs = {old: tuple(new for was, new in change.links if was == old) for old in change.old}
    groups: dict[tuple[str, ...], list[str]] = {}
    for old, new in heirs.items():
        groups.setdefault(new, []).append(old)
    steps = (line(speaker.names(tuple(o)), " → ", speaker.names(n)) for n, o in groups.items())
    return joined(steps, " / ")
