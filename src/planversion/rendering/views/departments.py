"""The changes department by department: those it carries now, and those it no longer carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planversion.comparing import Comparison
from planversion.messages import Message, say
from planversion.rendering.page import Line, line
from planversion.rendering.speaking import Speaker
from planversion.rendering.views.carrying import Carrying
from planversion.rendering.views.chapters import Chapter, by_question, numbers
from planversion.rendering.views.groups import GROUPS, Named, OutlineChange, outline_changes

_NOBODYS = say("Projects without a department")
_SECTIONS = say("The outline, which no department carries")


def by_department(comparison: Comparison, speaker: Speaker) -> tuple[Chapter, ...]:
    """A chapter a department, in the order of the edition; what none carries stands behind."""
    carrying = Carrying(comparison)
    found: dict[str, list[OutlineChange]] = {name: [] for name in carrying.names}
    nobodys: dict[Message, list[OutlineChange]] = {_NOBODYS: [], _SECTIONS: []}
    for change in outline_changes(comparison):
        if carrying.of_sections(change):
            nobodys[_SECTIONS].append(change)
            continue
        names = carrying.concerned(change)
        if not names:
            nobodys[_NOBODYS].append(change)
        for name in names:
            found[name].append(change)
    return (
        *(_of(name, changes, carrying, speaker) for name, changes in found.items() if changes),
        *(_rest(name, changes, speaker) for name, changes in nobodys.items() if changes),
    )


def _of(name: str, changes: list[OutlineChange], carrying: Carrying, speaker: Speaker) -> Chapter:
    groups = by_question(changes, speaker, (*_crossing(name, carrying), *GROUPS))
    remarks = (_totals(name, carrying, speaker), numbers(changes, speaker))
    known = _known(name, carrying, speaker)
    title = line(name, speaker.fill(known) if known else ())
    return Chapter(title, tuple(changes), groups, remarks)


def _crossing(name: str, carrying: Carrying) -> Iterator[Named]:
    yield say("Gained"), lambda change: carrying.gained(name, change)
    yield say("Lost"), lambda change: carrying.lost(name, change)


def _known(name: str, carrying: Carrying, speaker: Speaker) -> Message | None:
    """What else to know of a department: what it was before, or that it is named no longer."""
    if before := carrying.before(name):
        return say(" (formerly {names})", names=speaker.names(before))
    return None if name in carrying.now else say(" (no longer named)")


def _totals(name: str, carrying: Carrying, speaker: Speaker) -> Line:
    was, now = carrying.totals(name)
    return speaker.fill(say("Projects carried: {was} → {now}", was=was, now=now))


def _rest(name: Message, changes: Iterable[OutlineChange], speaker: Speaker) -> Chapter:
    every = tuple(changes)
    groups = by_question(every, speaker)
    return Chapter(line(speaker.word(name)), every, groups, (numbers(every, speaker),))
