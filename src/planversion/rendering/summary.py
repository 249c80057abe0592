"""The numbers of a comparison: what each edition lists, and how often each kind of change is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from planversion.changes import (
    Annotated,
    Change,
    Diff,
    EditionReference,
    EditionRevised,
    EntryChange,
    LineageChange,
    Reassigned,
    Relisted,
    Renamed,
    Reworded,
    SubjectChange,
    Unlisted,
)
from planversion.messages import Message, say, say_n
from planversion.model import Status
from planversion.model.labelling import edition_label
from planversion.rendering.page import Grid, Line, Paragraph, line
from planversion.rendering.speaking import Speaker
from planversion.rendering.vocabulary import KINDS, STATUSES


def edition_heading(of: EditionReference, status: Status, speaker: Speaker) -> str:
    """The edition as columns are headed with it: short, and what is no plan yet says so."""
    stage = _short(of.stage) if of.stage else speaker.word(STATUSES[status])
    if (status == "adopted" and not of.stage) or stage in of.label:
        return of.label
    return speaker.word(say("{edition} ({status})", edition=of.label, status=stage))


def _short(stage: str) -> str:
    """A stage without what it adds in brackets: 素案(たたき台)(2)."""
    return re.split(r"[(（]", stage, maxsplit=1)[0].strip() or stage


def totals(diff: Diff, speaker: Speaker) -> Grid:
    """Placements, projects and sections of both editions, and how many more."""
    old, new = diff.old.totals, diff.new.totals
    counted = (
        (say("placements"), old.placements, new.placements),
        (say("projects"), old.projects, new.projects),
        (say("sections"), old.sections, new.sections),
    )
    header = (line(""), line(edition_label(diff.old)), line(edition_label(diff.new)), line("±"))
    rows = tuple(
        tuple((line(cell),) for cell in (speaker.word(name), str(was), str(now), f"{now - was:+}"))
        for name, was, now in counted
    )
    return Grid(header, rows, numeric=frozenset({1, 2, 3}))


def news(change: Change) -> bool:
    """Whether the change is one of the plan, for whoever reads it.

    Remarks of the file's editors aren't, nor is another name of the same department: that is
    told once, at the reorganisation. Where the record of a project went to another row, the main
    listing changed, and is told as that alone.
    """
    match change:
        case Reassigned(basis="succession") | Reworded(basis="succession"):
            return False
        case Relisted(listing=None) | Unlisted(listing=None):
            return False
        case _:
            return not isinstance(change, EntryChange | EditionRevised | Annotated)


def counts(diff: Diff, speaker: Speaker) -> Paragraph:
    """How often each kind of change of the plan is, in the order of the vocabulary."""
    found = counted(diff.changes, speaker)
    return Paragraph(found or speaker.fill(say("The plan itself is the same.")))


def tally(diff: Diff, speaker: Speaker) -> Grid:
    """The same as a grid, and how many of each kind are of sections."""
    header = (speaker.fill(say("what happened")), speaker.fill(say("changes")))
    of_sections = speaker.fill(say("of which sections"))
    rows = (
        (speaker.word(KINDS[kind]), str(len(changes)), str(sum(map(_of_a_section, changes))))
        for kind, changes in _by_kind(diff.changes).items()
    )
    cells = tuple(tuple((line(cell),) for cell in row) for row in rows)
    return Grid((*header, of_sections), cells, numeric=frozenset({1, 2}))


def _by_kind(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """The changes of the plan by their kinds, in the order of the vocabulary."""
    found: dict[str, list[Change]] = {kind: [] for kind in KINDS}
    for change in filter(news, changes):
        found[change.kind].append(change)
    return {kind: some for kind, some in found.items() if some}


def counted(changes: Iterable[Change], speaker: Speaker) -> Line:
    """The same of some changes; nothing where none is one of the plan."""
    return speaker.listed(
        [
            line(speaker.word(KINDS[kind]), f" {len(found)}", _remarks(found, speaker))
            for kind, found in _by_kind(changes).items()
        ]
    )


def _remarks(changes: list[Change], speaker: Speaker) -> Line:
    """How many of them are of sections, and how many mean nothing."""
    sections = sum(map(_of_a_section, changes))
    editorial = sum(isinstance(c, Renamed) and c.nature == "editorial" for c in changes)
    said = (
        say_n("{n} section", "{n} sections", sections),
        say("{n} in spelling only", n=editorial),
    )
    told = [speaker.fill(one) for one in said if one.values["n"]]
    if not told:
        return ()
    return speaker.fill(say(" (of which {names})", names=speaker.listed(told)))


def _of_a_section(change: Change) -> bool:
    if isinstance(change, LineageChange):
        return change.of == "sections"
    return isinstance(change, SubjectChange) and change.subject.startswith("s-")


def warnings(gaps: Iterable[tuple[str, str]], speaker: Speaker) -> tuple[Paragraph, ...]:
    """What the reader must know before the rest: steps on the way of which nothing is declared."""
    return tuple(Paragraph(speaker.fill(_gap(old, new))) for old, new in gaps)


def _gap(old: str, new: str) -> Message:
    return say(
        "Note: {old} and {new} don't name each other as editions that follow, so what was "
        "declared between them may be missing here.",
        old=old,
        new=new,
    )
