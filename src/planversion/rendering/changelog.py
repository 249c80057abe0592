"""The change log for citizens: what is new, what ended and why, what became what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from planversion.changes import (
    Change,
    DepartmentSucceeded,
    EntryChange,
    Reassigned,
    Renamed,
    Reordered,
    Revised,
)
from planversion.comparing import Comparison
from planversion.messages import Language, Message, say, say_n
from planversion.model.labelling import edition_label
from planversion.rendering.explaining import Reasons, reasons
from planversion.rendering.lineages import succession
from planversion.rendering.page import (
    Block,
    Bullets,
    Folded,
    Heading,
    Item,
    Page,
    Paragraph,
    line,
    text,
)
from planversion.rendering.speaking import Speaker
from planversion.rendering.summary import counts, totals, warnings
from planversion.rendering.views.chapters import Chapter, Group, View
from planversion.rendering.views.departments import by_department
from planversion.rendering.views.goals import by_goal
from planversion.rendering.views.groups import OutlineChange, minor
from planversion.rendering.views.kinds import by_kind
from planversion.rendering.vocabulary import KINDS
from planversion.rendering.whereabouts import speaker_of
from planversion.rendering.wording import told, told_without_kind

VIEWS: Mapping[View, Callable[[Comparison, Speaker], tuple[Chapter, ...]]] = {
    "goal": by_goal,
    "department": by_department,
    "kind": by_kind,
}
"""What the chapters of a change log may be about."""


def changelog(comparison: Comparison, language: Language, by: View = "goal") -> Page:
    """The change log as a page, in chapters by goal, by department or by kind of change.

    Raises ValueError for a language or a view that there isn't.
    """
    if by not in VIEWS:
        raise ValueError(f"no view of a change log: {by!r}; there are {', '.join(VIEWS)}")
    diff, speaker = comparison.diff, speaker_of(comparison, language)
    blocks: list[Block] = [Heading(1, speaker.fill(title_of(comparison)))]
    blocks += [*warnings(diff.gaps, speaker), totals(diff, speaker)]
    if not diff.changes:
        return Page((*blocks, Paragraph(speaker.fill(say("No changes.")))))
    blocks.append(counts(diff, speaker))
    takers = {new for _, new in comparison.matching.succession.takers}
    reorganised = tuple(_reorganisations(diff.changes, takers, speaker))
    told = tuple(_chapters(comparison, by, speaker))
    # Whoever looks for a department has to know first what it is called now.
    parts = (reorganised, told) if by == "department" else (told, reorganised)
    return Page((*blocks, *parts[0], *parts[1]))


def title_of(comparison: Comparison) -> Message:
    """What the change log is called."""
    diff = comparison.diff
    return say(
        "{title}: changes from {old} to {new}",
        title=comparison.new.plan.title,
        old=edition_label(diff.old),
        new=edition_label(diff.new),
    )


def _chapters(comparison: Comparison, by: View, speaker: Speaker) -> Iterator[Block]:
    why = reasons(comparison)
    for chapter in VIEWS[by](comparison, speaker):
        # A department reads its own chapter only, and a reason is due there, too.
        yield from _chapter(chapter, reasons(comparison) if by == "department" else why, speaker)


def _chapter(chapter: Chapter, why: Reasons, speaker: Speaker) -> Iterator[Block]:
    yield Heading(2, chapter.name)
    yield from map(Paragraph, chapter.remarks)
    for group in chapter.groups:
        heading = line(group.name, f" ({len(group.changes)})")
        yield Heading(3, heading)
        yield Bullets(_items(group, chapter, why, speaker))
    yield from _folded(chapter, speaker)


def _items(group: Group, chapter: Chapter, why: Reasons, speaker: Speaker) -> tuple[Item, ...]:
    """The changes of a group; their kind is said only where the headings leave it open."""
    headings = {text(name).casefold() for name in (group.name, chapter.name)}
    items = []
    for change in group.changes:
        known = speaker.word(KINDS[change.kind]).casefold() in headings
        item = (told_without_kind if known else told)(change, speaker)
        items.append(why.below(_placed(item, change, speaker), change, speaker))
    return tuple(items)


def _placed(item: Item, change: OutlineChange, speaker: Speaker) -> Item:
    """The item with the place code, where what happened doesn't name it."""
    if not isinstance(change, Renamed | Reassigned | Reordered | Revised):
        return item
    return Item(line(item.line, " [", speaker.code(change.new), "]"), item.below)


def _folded(chapter: Chapter, speaker: Speaker) -> Iterator[Block]:
    """What means nothing to most readers: respellings and another order."""
    items = tuple(_placed(told(c, speaker), c, speaker) for c in chapter.changes if minor(c))
    if items:
        n = len(items)
        summary = say_n("{n} change of spelling or order", "{n} changes of spelling or order", n)
        yield Folded(speaker.fill(summary), (Bullets(items),))


def _reorganisations(
    changes: tuple[Change, ...], takers: set[str], speaker: Speaker
) -> Iterator[Block]:
    successions = [change for change in changes if isinstance(change, DepartmentSucceeded)]
    items = [Item(succession(change, speaker)) for change in successions]
    succeeded = takers.union(*((*change.old, *change.new) for change in successions))
    for kind, sentence in (
        ("entry_added", say("named now, without a predecessor: {names}")),
        ("entry_removed", say("named no longer, without an heir: {names}")),
    ):
        names = tuple(_departments(changes, kind, succeeded))
        if names:
            items.append(Item(speaker.fill(say(sentence.text, names=speaker.names(names)))))
    if items:
        heading = speaker.fill(say("Departments"))
        yield from (Heading(2, heading), Bullets(tuple(items)))


def _departments(changes: tuple[Change, ...], kind: str, but: set[str]) -> Iterator[str]:
    """The names that one edition only has, those of a reorganisation left out."""
    for change in changes:
        if isinstance(change, EntryChange) and (change.part, change.kind) == ("departments", kind):
            yield from [] if change.key in but else [change.key]
