"""The numbers of a comparison: what each edition lists, and how often each kind of change is."""

from __future__ import annotations

from collections import Counter

from planversion.changes import (
    Annotated,
    Change,
    Diff,
    EditionReference,
    EditionRevised,
    EntryChange,
    Reassigned,
    Renamed,
)
from planversion.messages import Message, say
from planversion.rendering.page import Grid, Line, Paragraph, line
from planversion.rendering.speaking import Speaker
from planversion.rendering.vocabulary import KINDS


def reference(of: EditionReference) -> str:
    """The edition as people call it, with its stage."""
    return f"{of.label} {of.stage}" if of.stage else of.label


def totals(diff: Diff, speaker: Speaker) -> Grid:
    """Placements, projects and sections of both editions, and how many more."""
    old, new = diff.old.totals, diff.new.totals
    counted = (
        (say("placements"), old.placements, new.placements),
        (say("projects"), old.projects, new.projects),
        (say("sections"), old.sections, new.sections),
    )
    header = (line(""), line(reference(diff.old)), line(reference(diff.new)), line("±"))
    rows = tuple(
        tuple((line(cell),) for cell in (speaker.word(name), str(was), str(now), f"{now - was:+}"))
        for name, was, now in counted
    )
    return Grid(header, rows, numeric=frozenset({1, 2, 3}))


def news(change: Change) -> bool:
    """Whether the change is one of the plan, for whoever reads it.

    Remarks of the file's editors aren't, nor is another name of the same department: that is
    told once, at the reorganisation.
    """
    explained = isinstance(change, Reassigned) and change.basis == "succession"
    return not (explained or isinstance(change, EntryChange | EditionRevised | Annotated))


def counts(diff: Diff, speaker: Speaker) -> Paragraph:
    """How often each kind of change of the plan is, in the order of the vocabulary."""
    counted = _counts(diff, speaker)
    return Paragraph(counted or speaker.fill(say("The plan itself is the same.")))


def _counts(diff: Diff, speaker: Speaker) -> Line:
    found: Counter[str] = Counter(change.kind for change in diff.changes if news(change))
    editorial = sum(isinstance(c, Renamed) and c.nature == "editorial" for c in diff.changes)
    parts = []
    for kind, word in KINDS.items():
        if kind == "renamed" and editorial:
            remark = say(" ({n} in spelling only)", n=editorial)
            parts.append(line(speaker.word(word), f" {found[kind]}", speaker.fill(remark)))
        elif found[kind]:
            parts.append(line(speaker.word(word), f" {found[kind]}"))
    return speaker.listed(parts)


def warnings(diff: Diff, speaker: Speaker) -> tuple[Paragraph, ...]:
    """What the reader must know before the rest: steps on the way of which nothing is declared."""
    return tuple(Paragraph(speaker.fill(_gap(old, new))) for old, new in diff.gaps)


def _gap(old: str, new: str) -> Message:
    return say(
        "Note: {old} and {new} don't name each other as editions that follow, so what was "
        "declared between them may be missing here.",
        old=old,
        new=new,
    )
