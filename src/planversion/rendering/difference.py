"""Every change of two editions, place by place: what `planversion diff` prints."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from planversion.changes import (
    Annotated,
    DepartmentSucceeded,
    EditionRevised,
    EntryChange,
    LineageChange,
    SubjectChange,
)
from planversion.comparing import Comparison
from planversion.messages import Language, say, say_n
from planversion.model.labelling import edition_label
from planversion.rendering.explaining import reasons
from planversion.rendering.page import Block, Bullets, Heading, Item, Page, Paragraph, line
from planversion.rendering.speaking import Speaker
from planversion.rendering.summary import counts, news, totals, warnings
from planversion.rendering.whereabouts import Whereabouts, speaker_of
from planversion.rendering.wording import entries, kind_word, told

OutlineChange = SubjectChange | LineageChange


def difference(comparison: Comparison, language: Language) -> Page:
    """The page of all changes in reading order; it says so where there are none.

    Raises ValueError for a language that there isn't.
    """
    diff, speaker = comparison.diff, speaker_of(comparison, language)
    title = f"{comparison.new.plan.title}  {edition_label(diff.old)} → {edition_label(diff.new)}"
    head: list[Block] = [Heading(1, line(title)), *warnings(diff.gaps, speaker)]
    if not diff.changes:
        return Page((*head, Paragraph(speaker.fill(say("No changes.")))))
    head += [totals(diff, speaker), counts(diff, speaker)]
    return Page((*head, *changes(comparison, speaker)))


def changes(comparison: Comparison, speaker: Speaker) -> tuple[Block, ...]:
    """What changed beside the outline, and in it section by section; nothing where nothing did."""
    return (*_edition(comparison, speaker), *_sections(comparison, speaker))


def _edition(comparison: Comparison, speaker: Speaker) -> Iterator[Block]:
    """What changed beside the outline."""
    every = comparison.diff.changes
    items = [
        *(told(c, speaker) for c in every if isinstance(c, EditionRevised)),
        *entries([c for c in every if isinstance(c, EntryChange)], speaker),
        *(told(c, speaker) for c in every if isinstance(c, DepartmentSucceeded)),
    ]
    if remarks := sum(isinstance(change, Annotated) for change in every):
        n_remarks = say_n("{n} remark of the editors", "{n} remarks of the editors", remarks)
        items.append(Item(line(kind_word("annotated", speaker), " ", speaker.fill(n_remarks))))
    if items:
        yield Heading(2, speaker.fill(say("The edition")))
        yield Bullets(tuple(items))


def _sections(comparison: Comparison, speaker: Speaker) -> Iterator[Block]:
    whereabouts = Whereabouts(comparison)
    outline = (c for c in comparison.diff.changes if isinstance(c, OutlineChange) and news(c))
    why = reasons(comparison)
    for under, group in groupby(outline, whereabouts.section):
        yield Heading(2, under.line)
        yield Bullets(tuple(why.below(told(c, speaker), c, speaker) for c in group))
